"""One entry as a member of staff sees it: what its page says, hides and offers."""

from __future__ import annotations

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.accounts.queries import reviewers, staff_names
from tracker.challenges import queries as challenge_queries
from tracker.core.crypto import Vault
from tracker.endorsements import declarations, own_words
from tracker.endorsements.decisions import Decision, ProposedChange
from tracker.endorsements.lifecycle import AWAITING, Action, ActorKind
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import sealed_address
from tracker.review.audit.personal_reads import is_individual, shown_name
from tracker.review.decisions import independence, mail_domain, undo
from tracker.review.decisions.corrections import CORRECTABLE
from tracker.review.decisions.options import (
    asks_to_withdraw,
    involvement,
    is_on_appeal,
    options,
)
from tracker.review.duplicates import queries as duplicate_queries
from tracker.review.duplicates.queries import Likeness
from tracker.review.evidence.services import CITABLE
from tracker.review.queue import claims, queries
from tracker.staff.forms.decisions import DecisionForm
from tracker.supporters import histories
from tracker.supporters.models import SupporterKind

NEEDED_REVIEWERS = 3
"""People whom it takes to record and to verify a government that wrote a letter."""


def decision_forms(session: Session, endorsement: Endorsement) -> list[DecisionForm]:
    """Return a form for each decision that can be taken on an entry now."""
    seen = queries.newest_decision_id(session, endorsement.id)
    return [
        DecisionForm(
            option.action,
            seen,
            kind=endorsement.kind,
            two=option.takes_two,
            evidence=endorsement.evidence if option.action is Action.REGRADE else (),
        )
        for option in options(endorsement)
    ]


def decision_form(session: Session, endorsement: Endorsement, action: str) -> DecisionForm | None:
    """Return the form of one decision; none when it cannot be taken any more."""
    forms = decision_forms(session, endorsement)
    return next((form for form in forms if form.action == action), None)


class ItemPage:
    """The page of one entry as one reader sees it.

    `decides` says whether the reader is a reviewer, `shows_person` whether personal details are
    open to them now. `sent` is the form of a decision that is shown again, refused or to be sent.
    """

    def __init__(
        self,
        session: Session,
        vault: Vault,
        entry: Endorsement,
        reader: User,
        *,
        decides: bool,
        shows_person: bool,
        now: datetime,
        sent: DecisionForm | None = None,
    ) -> None:
        self.entry = entry
        self.reader = reader
        self.decides = decides
        self.shows_person = shows_person
        self.sent = sent
        self.names = staff_names(session)
        self.involvement = involvement(session, entry, reader, now=now)
        self.can_undo = decides and undo.can_undo(entry, reader, now=now)
        self.reviewers = len(reviewers(session))
        self.challenges = challenge_queries.of_entry(session, entry.id)
        self.duplicates = duplicate_queries.likely_duplicates(session, entry)
        self.notes = queries.notes(session, entry.id)
        self.history_of_supporter = histories.in_force(
            histories.of_supporter(session, entry.supporter_id)
        )
        self.handover = claims.handed_to(session, entry.id)
        self.colleagues = claims.colleagues(session, entry, reader) if decides else []
        self.counted_already = (
            queries.counted_for(session, entry) if entry.status in AWAITING else None
        )
        self.on_appeal = is_on_appeal(entry)
        self.others_on_appeal = (
            independence.others_on_appeal(session, entry) if self.on_appeal else 0
        )
        self.waiting_changes = [
            change for change in queries.changes_of(session, entry.id) if not change.settled_at
        ]
        self.declarations = declarations.by_entry(session, [entry.id]).get(entry.id, [])
        sealed = sealed_address(entry)
        self.email = vault.open(sealed) if sealed and decides and shows_person else None
        forms = decision_forms(session, entry) if decides else []
        if sent is not None:
            forms = [sent if form.action is sent.action else form for form in forms] or [sent]
        self.can_be_decided = bool(forms)
        self.forms = [
            form for form in forms if form is sent or self.involvement.may_take(form.action)
        ]
        self._holder_id = claims.holder(session, entry.id, now=now)

    @property
    def name(self) -> str:
        """The name that staff use for the supporter: an individual's reference."""
        return shown_name(self.entry) or str(_("(erased)"))

    @property
    def heading(self) -> str:
        """The same; the name itself of an individual whose details are open."""
        return (self.entry.supporter.name if self.shows_person else self.name) or _("(erased)")

    @property
    def is_government(self) -> bool:
        return self.entry.kind is SupporterKind.GOVERNMENT

    @property
    def is_organisation(self) -> bool:
        return self.entry.kind is SupporterKind.ORGANISATION

    @property
    def is_individual(self) -> bool:
        return is_individual(self.entry)

    @property
    def too_few_reviewers(self) -> bool:
        return self.is_government and self.reviewers < NEEDED_REVIEWERS

    @property
    def asks_to_withdraw(self) -> bool:
        return asks_to_withdraw(self.entry)

    @property
    def other_holder(self) -> str | None:
        """The colleague who looks at the entry just now."""
        if self._holder_id in (None, self.reader.id):
            return None
        return self.names[self._holder_id]

    @property
    def hides_details(self) -> bool:
        """Return whether the details of a person open one by one, and on record."""
        return self.is_individual and self.entry.supporter.erased_at is None

    @property
    def country(self) -> str | None:
        """The country of the supporter, unless it is a State."""
        supporter = self.entry.supporter
        return supporter.country if self.shows_person and supporter.state is None else None

    @property
    def withholds_email(self) -> bool:
        """Return whether there is an address that reviewers see and this reader does not."""
        known = self.entry.officer or self.entry.supporter.email_sealed
        return not self.decides and not self.is_individual and bool(known)

    @property
    def mail_sign(self) -> mail_domain.DomainComparison | None:
        """The domain of the address beside that of the institution's website."""
        if self.email is None or self.entry.kind.is_person:
            return None
        return mail_domain.compare(self.email, self.entry.supporter.domain)

    @property
    def role(self) -> str | None:
        return self.entry.supporter.role if self.shows_person else None

    @property
    def words(self) -> str | None:
        """The supporter's own words; of an individual for reviewers alone."""
        return self.entry.words if self.decides or not self.is_individual else None

    @property
    def words_fingerprint(self) -> str:
        return own_words.fingerprint(self.entry.words)

    @property
    def may_judge_words(self) -> bool:
        return self.decides and self.is_individual

    @property
    def may_hide_words(self) -> bool:
        return self.entry.words_released or self.entry.words_judged_at is None

    @property
    def may_correct(self) -> bool:
        return self.decides and self.shows_person and self.entry.status in CORRECTABLE

    @property
    def may_change_evidence(self) -> bool:
        return self.decides and self.entry.status in CITABLE

    @property
    def may_declare(self) -> bool:
        return self.decides and declarations.may_have_one(self.entry)

    def may_second(self, change: ProposedChange) -> bool:
        return change.proposer_id != self.reader.id

    def may_merge(self, other: Likeness) -> bool:
        """Return whether to lead to a merge of another record with this one."""
        other_id = other.endorsement.supporter_id
        return self.decides and self.is_organisation and other_id != self.entry.supporter_id

    def actor(self, decision: Decision) -> str:
        """Return who took a decision: a colleague, the supporter, or what the system cites."""
        if decision.staff_id is not None:
            return self.names[decision.staff_id]
        if decision.actor_kind is ActorKind.SUPPORTER:
            return str(_("the supporter"))
        return decision.cites

    def has_note(self, decision: Decision) -> bool:
        """Return whether words stand beside a decision that this reader may know of; those of a
        correction name officers, so reviewers alone read them."""
        return decision.note is not None and (self.decides or decision.action is not Action.CORRECT)
