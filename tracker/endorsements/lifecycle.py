"""The life of an endorsement: its statuses and the one table of lawful transitions.

Nothing else decides which status may follow which. `engine.move` reads this table, the database's
triggers repeat it (a test compares the two), and staff pages offer only what it allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from tracker.core.errors import RuleBroken
from tracker.supporters.models import SupporterKind

LINK_LIFE = timedelta(days=7)
"""Time for which a confirmation link works; an endorsement unconfirmed by then expires."""
ANSWER_LIFE = timedelta(days=60)
"""Time for which a question of staff may stay unanswered."""


class Status(StrEnum):
    STAGED = "staged"
    """Part of a list that is being imported, or of the published record before its evidence is
    there: seen by nobody until all of it is."""
    UNCONFIRMED = "unconfirmed"
    IN_REVIEW = "in_review"
    NEEDS_INFO = "needs_info"
    APPROVED_ONCE = "approved_once"
    VERIFIED = "verified"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"
    INVALIDATED = "invalidated"
    SUPERSEDED = "superseded"
    LAPSED = "lapsed"
    """Ended because the organisation is no more; what counted until then stays."""
    EXPIRED = "expired"
    ERASED = "erased"


AWAITING = frozenset({Status.IN_REVIEW, Status.APPROVED_ONCE, Status.NEEDS_INFO})
"""Statuses that wait for a reviewer or for an answer to one."""
PUBLIC = frozenset(
    {Status.VERIFIED, Status.WITHDRAWN, Status.SUSPENDED, Status.SUPERSEDED, Status.LAPSED}
)
"""Statuses that may have a public page, once verified."""


APPEALED = frozenset({Status.IN_REVIEW, Status.NEEDS_INFO, Status.REJECTED})
"""Statuses of an entry that was verified, invalidated and appealed: whatever else goes back into
review is as if it had never been verified."""


class Action(StrEnum):
    """Something that somebody did to an endorsement; each leaves a decision."""

    SUBMIT = "submit"
    RECORD = "record"
    PUBLISH = "publish"
    CONFIRM = "confirm"
    APPROVE = "approve"
    VERIFY = "verify"
    ASK = "ask"
    ANSWER = "answer"
    REJECT = "reject"
    APPEAL = "appeal"
    REQUEST_WITHDRAWAL = "request_withdrawal"
    WITHDRAW = "withdraw"
    DECLINE_WITHDRAWAL = "decline_withdrawal"
    SUSPEND = "suspend"
    REINSTATE = "reinstate"
    INVALIDATE = "invalidate"
    SUPERSEDE = "supersede"
    CORRECT = "correct"
    REGRADE = "regrade"
    REDATE = "redate"
    CHOOSE_NAMING = "choose_naming"
    EXPIRE = "expire"
    ERASE = "erase"
    REOPEN = "reopen"
    LAPSE = "lapse"
    RESTORE = "restore"
    CITE = "cite"
    DECLARE = "declare"
    MERGE = "merge"
    UNMERGE = "unmerge"
    HOLD = "hold"
    RELEASE = "release"
    RELEASE_WORDS = "release_words"
    HIDE_WORDS = "hide_words"
    CHANGE_WORDS = "change_words"
    FORGET = "forget"


class ActorKind(StrEnum):
    SUPPORTER = "supporter"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: staff by id, the system by what it cites, such as a file and its row."""

    kind: ActorKind
    staff_id: int | None = None
    cites: str = ""

    @classmethod
    def staff(cls, staff_id: int) -> Actor:
        return cls(ActorKind.STAFF, staff_id=staff_id)

    @classmethod
    def system(cls, cites: str) -> Actor:
        return cls(ActorKind.SYSTEM, cites=cites)


SUPPORTER = Actor(ActorKind.SUPPORTER)

GOVERNMENT = frozenset({SupporterKind.GOVERNMENT})
INDIVIDUAL = frozenset({SupporterKind.INDIVIDUAL})
ORGANISATION = frozenset({SupporterKind.ORGANISATION})
PERSONS = frozenset(kind for kind in SupporterKind if kind.is_person)
EVERY_KIND = frozenset(SupporterKind)
NOT_GOVERNMENT = EVERY_KIND - GOVERNMENT
LISTED_KINDS = EVERY_KIND - PERSONS
"""The kinds of which published lists are imported."""


class Second(StrEnum):
    """The cases in which a step of staff is proposed, and a second reviewer must agree to it."""

    NEVER = "never"
    ALWAYS = "always"
    UNLESS_ASKED = "unless_asked"
    """Unless the supporter asked for it on their own page."""
    ONCE_VERIFIED = "once_verified"
    """If the entry was ever verified."""


@dataclass(frozen=True)
class Transition:
    """One lawful step, and when it takes a second reviewer (`Endorsement.takes_two`)."""

    action: Action
    source: Status
    target: Status
    kinds: frozenset[SupporterKind]
    by: frozenset[ActorKind]
    second: Second = Second.NEVER


_SUPPORTER = frozenset({ActorKind.SUPPORTER})
_STAFF = frozenset({ActorKind.STAFF})
_SYSTEM = frozenset({ActorKind.SYSTEM})

S, A, T = Status, Action, Transition
TWO = Second.ALWAYS

TRANSITIONS: tuple[Transition, ...] = (
    T(A.CONFIRM, S.UNCONFIRMED, S.VERIFIED, INDIVIDUAL, _SUPPORTER),
    T(A.CONFIRM, S.UNCONFIRMED, S.IN_REVIEW, EVERY_KIND, _SUPPORTER),
    T(A.EXPIRE, S.UNCONFIRMED, S.EXPIRED, EVERY_KIND, _SYSTEM),
    T(A.ASK, S.IN_REVIEW, S.NEEDS_INFO, EVERY_KIND, _STAFF),
    T(A.ASK, S.APPROVED_ONCE, S.NEEDS_INFO, GOVERNMENT, _STAFF),
    T(A.ANSWER, S.NEEDS_INFO, S.IN_REVIEW, EVERY_KIND, _SUPPORTER | _STAFF),
    T(A.EXPIRE, S.NEEDS_INFO, S.EXPIRED, EVERY_KIND, _SYSTEM),
    T(A.VERIFY, S.IN_REVIEW, S.VERIFIED, NOT_GOVERNMENT, _STAFF),
    T(A.APPROVE, S.IN_REVIEW, S.APPROVED_ONCE, GOVERNMENT, _STAFF),
    T(A.VERIFY, S.APPROVED_ONCE, S.VERIFIED, GOVERNMENT, _STAFF),
    T(A.CORRECT, S.APPROVED_ONCE, S.IN_REVIEW, GOVERNMENT, _STAFF),
    T(A.CITE, S.APPROVED_ONCE, S.IN_REVIEW, GOVERNMENT, _STAFF),
    *(
        T(action, source, target, EVERY_KIND, by)
        for source in (S.IN_REVIEW, S.APPROVED_ONCE, S.NEEDS_INFO)
        for action, target, by in (
            (A.REJECT, S.REJECTED, _STAFF),
            (A.WITHDRAW, S.WITHDRAWN, _SUPPORTER),
        )
    ),
    T(A.RECORD, S.STAGED, S.IN_REVIEW, LISTED_KINDS, _STAFF),
    T(A.PUBLISH, S.STAGED, S.VERIFIED, EVERY_KIND, _SYSTEM),
    T(A.REOPEN, S.VERIFIED, S.IN_REVIEW, NOT_GOVERNMENT, _STAFF),
    T(A.REOPEN, S.APPROVED_ONCE, S.IN_REVIEW, GOVERNMENT, _STAFF | _SYSTEM),
    T(A.REOPEN, S.REJECTED, S.IN_REVIEW, EVERY_KIND, _STAFF),
    T(A.APPEAL, S.REJECTED, S.IN_REVIEW, EVERY_KIND, _SUPPORTER),
    T(A.APPEAL, S.INVALIDATED, S.IN_REVIEW, NOT_GOVERNMENT, _SUPPORTER),
    *(
        T(A.WITHDRAW, source, S.WITHDRAWN, INDIVIDUAL, _SUPPORTER)
        for source in (S.VERIFIED, S.SUSPENDED)
    ),
    T(A.SUPERSEDE, S.VERIFIED, S.SUPERSEDED, NOT_GOVERNMENT, _STAFF | _SYSTEM),
    # A second instrument of a State that counts: it becomes evidence of that entry.
    T(A.SUPERSEDE, S.APPROVED_ONCE, S.SUPERSEDED, GOVERNMENT, _STAFF),
    T(A.RESTORE, S.SUPERSEDED, S.VERIFIED, NOT_GOVERNMENT, _STAFF),
    T(A.LAPSE, S.VERIFIED, S.LAPSED, ORGANISATION, _STAFF | _SYSTEM),
    T(A.RESTORE, S.LAPSED, S.VERIFIED, ORGANISATION, _STAFF),
    *(
        T(action, source, target, kinds, _STAFF, second)
        for action, source, target, alone in (
            (A.WITHDRAW, S.VERIFIED, S.WITHDRAWN, Second.UNLESS_ASKED),
            (A.SUSPEND, S.VERIFIED, S.SUSPENDED, Second.NEVER),
            (A.REINSTATE, S.SUSPENDED, S.VERIFIED, Second.NEVER),
            (A.WITHDRAW, S.SUSPENDED, S.WITHDRAWN, Second.UNLESS_ASKED),
        )
        for kinds, second in ((NOT_GOVERNMENT, alone), (GOVERNMENT, TWO))
    ),
    T(A.INVALIDATE, S.SUSPENDED, S.INVALIDATED, EVERY_KIND, _STAFF, TWO),
    *(
        T(A.ERASE, source, S.ERASED, PERSONS, by, second)
        for source in Status
        if source not in (S.ERASED, S.STAGED, S.LAPSED)
        for by, second in ((_SUPPORTER, Second.NEVER), (_STAFF, Second.ONCE_VERIFIED))
    ),
)


def find(
    action: Action, source: Status, kind: SupporterKind, by: ActorKind, target: Status | None = None
) -> Transition:
    """Return the one transition that this actor may take. Raises RuleBroken when there is none."""
    for step in TRANSITIONS:
        if (
            step.action is action
            and step.source is source
            and kind in step.kinds
            and by in step.by
            and target in (None, step.target)
        ):
            return step
    raise RuleBroken("An entry of this status cannot be changed in this way. Look at it again.")


def offered(source: Status, kind: SupporterKind, by: ActorKind) -> list[Transition]:
    """Return every step that the table allows this kind of actor now, in the table's order."""
    return [
        step
        for step in TRANSITIONS
        if step.source is source and kind in step.kinds and by in step.by
    ]


class ReasonCode(StrEnum):
    """The reason for which staff decided."""

    ORIGINAL_SEEN = "original_seen"
    ON_DEPOSITARY_LIST = "on_depositary_list"
    CALLED_BACK = "called_back"
    OFFICIAL_MAIL_DOMAIN = "official_mail_domain"
    NOT_SUBSTANTIATED = "not_substantiated"
    DUPLICATE = "duplicate"
    NOT_AUTHORISED = "not_authorised"
    WITHDRAWN_BY_INSTRUMENT = "withdrawn_by_instrument"
    OTHER = "other"
