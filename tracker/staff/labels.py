"""The words of staff's pages: kinds, statuses, grades, instruments, reasons, actions and fields.

Python asks `for_value`, `for_field` and `for_decision`; templates ask `label` and `told`.
"""

from __future__ import annotations

from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from tracker.core.i18n import language
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.labels import INSTRUMENTS, REACHES
from tracker.endorsements.lifecycle import Action, ReasonCode, Status
from tracker.endorsements.models import Origin
from tracker.initiatives.grades import Grade
from tracker.ledger.models import DatePrecision
from tracker.review.models import BulkState
from tracker.supporters.models import Membership, SupporterKind

LABELS: dict[StrEnum, LazyString] = {
    SupporterKind.GOVERNMENT: _l("Government"),
    SupporterKind.ORGANISATION: _l("Organisation"),
    SupporterKind.PARLIAMENTARIAN: _l("Parliamentarian"),
    SupporterKind.INDIVIDUAL: _l("Individual"),
    Status.STAGED: _l("Being imported"),
    Status.UNCONFIRMED: _l("Unconfirmed"),
    Status.IN_REVIEW: _l("In review"),
    Status.NEEDS_INFO: _l("Waits for an answer"),
    Status.APPROVED_ONCE: _l("Approved once"),
    Status.VERIFIED: _l("Verified"),
    Status.SUSPENDED: _l("Suspended"),
    Status.WITHDRAWN: _l("Withdrawn"),
    Status.REJECTED: _l("Rejected"),
    Status.INVALIDATED: _l("Invalidated"),
    Status.SUPERSEDED: _l("Superseded"),
    Status.LAPSED: _l("Ended: dissolved"),
    Status.EXPIRED: _l("Expired"),
    Status.ERASED: _l("Erased"),
    Origin.SIGN_UP: _l("Signed up on the site"),
    Origin.RECORDED_BY_STAFF: _l("Recorded by staff"),
    Origin.PUBLISHED_RECORD: _l("From the published record, not reviewed by staff"),
    Grade.ENDORSED: _l("Endorsed"),
    Grade.ANNOUNCED: _l("Announced"),
    Grade.VOICED: _l("Voiced"),
    DatePrecision.ON: _l("on that day"),
    DatePrecision.BY: _l("by that day at the latest"),
    **REACHES,
    **INSTRUMENTS,
    Membership.MEMBER: _l("Member State"),
    Membership.OBSERVER: _l("Observer State"),
    BulkState.PREVIEW: _l("Not started"),
    BulkState.RUNNING: _l("At work"),
    BulkState.DONE: _l("Done"),
    BulkState.CANCELLED: _l("Stopped"),
    BulkState.UNDOING: _l("Being taken back"),
    BulkState.UNDONE: _l("Taken back"),
}
REASON_LABELS: dict[ReasonCode, LazyString] = {
    ReasonCode.ORIGINAL_SEEN: _l("Original seen"),
    ReasonCode.ON_DEPOSITARY_LIST: _l("On the depositary's list"),
    ReasonCode.CALLED_BACK: _l("Called back on an independently found number"),
    ReasonCode.OFFICIAL_MAIL_DOMAIN: _l("Official mail domain"),
    ReasonCode.NOT_SUBSTANTIATED: _l("Could not be substantiated"),
    ReasonCode.DUPLICATE: _l("Duplicate"),
    ReasonCode.NOT_AUTHORISED: _l("Not authorised"),
    ReasonCode.WITHDRAWN_BY_INSTRUMENT: _l("Withdrawn by instrument"),
    ReasonCode.OTHER: _l("Other, in words"),
}
DONE: dict[Action, LazyString] = {
    Action.SUBMIT: _l("Signed up"),
    Action.RECORD: _l("Recorded"),
    Action.PUBLISH: _l("Taken from the published record"),
    Action.CONFIRM: _l("Address confirmed"),
    Action.APPROVE: _l("Approved, first of two"),
    Action.VERIFY: _l("Verified"),
    Action.ASK: _l("Asked for information"),
    Action.ANSWER: _l("Answered"),
    Action.REJECT: _l("Rejected"),
    Action.APPEAL: _l("Appealed"),
    Action.REQUEST_WITHDRAWAL: _l("Asked to withdraw"),
    Action.WITHDRAW: _l("Withdrawn"),
    Action.DECLINE_WITHDRAWAL: _l("Withdrawal declined"),
    Action.SUSPEND: _l("Suspended"),
    Action.REINSTATE: _l("Reinstated"),
    Action.INVALIDATE: _l("Invalidated"),
    Action.SUPERSEDE: _l("Superseded"),
    Action.CORRECT: _l("Corrected"),
    Action.REGRADE: _l("Regraded"),
    Action.REDATE: _l("Redated"),
    Action.CHOOSE_NAMING: _l("Chose whether to be named"),
    Action.EXPIRE: _l("Expired"),
    Action.ERASE: _l("Erased"),
    Action.REOPEN: _l("Taken back into review"),
    Action.LAPSE: _l("Ended: the organisation is no more"),
    Action.RESTORE: _l("Counted again"),
    Action.CITE: _l("Evidence changed"),
    Action.DECLARE: _l("Declaration recorded"),
    Action.MERGE: _l("Merged with another record of the same supporter"),
    Action.UNMERGE: _l("Parted again"),
    Action.HOLD: _l("Held"),
    Action.RELEASE: _l("Released"),
    Action.RELEASE_WORDS: _l("Words released"),
    Action.HIDE_WORDS: _l("Words hidden"),
    Action.CHANGE_WORDS: _l("Own words changed"),
    Action.FORGET: _l("Personal details erased at the end of their period"),
}
"""Actions in the history."""
TO_DO: dict[Action, LazyString] = {
    Action.APPROVE: _l("Approve, first of two"),
    Action.VERIFY: _l("Verify"),
    Action.ASK: _l("Ask the supporter"),
    Action.ANSWER: _l("Note an answer"),
    Action.REJECT: _l("Reject"),
    Action.WITHDRAW: _l("Withdraw"),
    Action.DECLINE_WITHDRAWAL: _l("Decline the withdrawal"),
    Action.SUSPEND: _l("Suspend"),
    Action.REINSTATE: _l("Reinstate"),
    Action.INVALIDATE: _l("Invalidate"),
    Action.ERASE: _l("Erase the person"),
    Action.REGRADE: _l("Change the grade"),
    Action.REDATE: _l("Change the date"),
    Action.LAPSE: _l("Record that the organisation ended"),
    Action.CORRECT: _l("Correct what is shown"),
    Action.RESTORE: _l("Take back what was recorded of the organisation"),
    Action.MERGE: _l("Merge two records of one organisation"),
    Action.UNMERGE: _l("Undo the merge of two records"),
    Action.DECLARE: _l("Record a declaration"),
}
"""Actions on their buttons, or as they are proposed."""
TO_PROPOSE: dict[Action, LazyString] = {
    Action.WITHDRAW: _l("Propose to withdraw"),
    Action.SUSPEND: _l("Propose to suspend"),
    Action.REINSTATE: _l("Propose to reinstate"),
    Action.INVALIDATE: _l("Propose to invalidate"),
    Action.ERASE: _l("Propose to erase the person"),
    Action.REGRADE: _l("Propose another grade"),
    Action.REDATE: _l("Propose another date"),
}
"""Actions on their buttons, where a second reviewer must agree."""
MEANS: dict[Action, LazyString] = {
    Action.APPROVE: _l("A second, different reviewer must then verify it."),
    Action.VERIFY: _l(
        "It is counted from its effective day on, and the supporter is told by mail."
    ),
    Action.ASK: _l("Your words are mailed to the supporter, who has 60 days to answer."),
    Action.ANSWER: _l("For an answer that came by letter or telephone. Back into the queue."),
    Action.REJECT: _l(
        "Your words are mailed to the supporter. The first rejection can be appealed once; somebody"
        " else then decides."
    ),
    Action.WITHDRAW: _l("It no longer counts from that day on; earlier days keep the count."),
    Action.DECLINE_WITHDRAWAL: _l(
        "The entry stays as it is. Your words are mailed to the supporter, who may ask again."
    ),
    Action.SUSPEND: _l("It is not counted from today until the doubt is settled."),
    Action.REINSTATE: _l("It counts again, as if it had never been suspended."),
    Action.INVALIDATE: _l(
        "It never counted: every day on which it did is taken back. The supporter is told by mail,"
        " and may appeal once unless it is a government."
    ),
    Action.ERASE: _l("Name and address go for good; earlier days keep a nameless count."),
    Action.REGRADE: _l("The new grade holds from the day below; the old period stays."),
    Action.REDATE: _l("Corrects the day on which the present grade began."),
}
MEANS_OF_TWO: dict[Action, LazyString] = {
    Action.WITHDRAW: _l(
        "The supporter did not ask for this on their own page, so a second reviewer, independent"
        " of you, must agree. Support then ends on that day; earlier days keep the count. The"
        " supporter is told by email."
    ),
    Action.ERASE: _l(
        "For a person who asked for it outside the site. A second reviewer, independent of you,"
        " must agree. Name and address then go for good; earlier days keep a nameless count. The"
        " person is told by email before the address goes."
    ),
}
"""Meanings of proposals about anybody but a government."""
FIELDS: dict[str, LazyString] = {
    "name": _l("Name"),
    "country": _l("Country"),
    "website": _l("Website"),
    "officer_name": _l("Officer"),
    "officer_title": _l("Officer's role or title"),
    "officer_body": _l("Mission or ministry"),
    "words": _l("Words"),
    "effective_on": _l("Supports since"),
    "effective_precision": _l("Precision"),
    "grade": _l("Grade"),
}
"""Fields of an entry that can be corrected."""
MERGED: dict[str, LazyString] = {
    "organisation": _l("Organisation"),
    "counts_through": _l("Counts through"),
}
"""Fields of an entry that a merge of two records changes."""

TEXT_FIELDS: dict[str, LazyString] = {
    "evidence": _l("Evidence"),
    "page": _l("Page or paragraph"),
    "quote": _l("The words that support"),
    "type": _l("Kind of text"),
    "source": _l("How it is cited"),
    "publisher": _l("Publisher"),
    "dated": _l("Date of the text"),
    "symbol": _l("UN document symbol"),
    "language": _l("Language"),
    "link": _l("Public address"),
    "secondary_copy": _l("Only a copy was read"),
    "archived_link": _l("Address in a web archive"),
    "file": _l("File, SHA-256"),
    "file_public": _l("File published"),
    "declared": _l("Declaration made on"),
    "declaration_withdrawn": _l("Declaration withdrawn on"),
}
"""Fields of a text that can be changed, and of where in it the support stands."""


def for_value(value: StrEnum) -> LazyString | str:
    """Return the label of a kind, status, grade, reason or another of the domain's values."""
    if isinstance(value, ReasonCode):
        return REASON_LABELS[value]
    if isinstance(value, Action):
        return DONE[value]
    return LABELS.get(value, value.value)


def for_field(name: str) -> LazyString | str:
    """Return the label of a field that can be corrected, changed or searched."""
    return (FIELDS | MERGED | TEXT_FIELDS | SEARCHED).get(name, name)


def label(value: StrEnum | str) -> LazyString | str:
    """Return the label of a value, or of a field's name."""
    return for_value(value) if isinstance(value, StrEnum) else for_field(value)


def for_decision(action: Action, *, proposed: bool) -> LazyString:
    """Return the title of a form: the decision, or its proposal where that takes two people."""
    return TO_PROPOSE[action] if proposed else TO_DO[action]


def meaning(action: Action, kind: SupporterKind, *, proposed: bool) -> LazyString:
    """Return what a decision, or its proposal, leads to."""
    unasked = proposed and kind is not SupporterKind.GOVERNMENT
    return (MEANS_OF_TWO if unasked else {}).get(action, MEANS[action])


def told(field: str, value: str | None) -> LazyString | str:
    """Return a value that a decision keeps, in words; a dash for none."""
    if field == "type" and value in set(InstrumentType):
        return LABELS[InstrumentType(value)]
    if field in ("secondary_copy", "file_public"):
        return _l("yes") if value == "yes" else _l("no")
    if field == "language" and value:
        return language(value)
    return value or "–"


BECOMES: dict[Status, LazyString] = {
    Status.VERIFIED: _l("suspended: not counted from today on"),
    Status.UNCONFIRMED: _l("held: once confirmed, it waits for a reviewer and does not count"),
    Status.IN_REVIEW: _l("held: marked in the queue"),
    Status.NEEDS_INFO: _l("held: marked in the queue"),
}
"""Statuses of entries, and what the first step of a sweep makes of them."""
NEXT_STEPS: dict[Action, LazyString] = {
    Action.SUSPEND: _l(
        "What counts is suspended, what does not count yet is held. Nobody is told."
    ),
    Action.REINSTATE: _l(
        "Everything is put back as if it had never been swept. What was invalidated stays so."
    ),
    Action.INVALIDATE: _l(
        "What was suspended never counted, and what waits for review is rejected. What is"
        " invalidated comes back only on appeal. A second reviewer must agree. Everybody whose"
        " support counted is told by mail, and so are organisations and parliamentarians who are"
        " rejected."
    ),
}
"""Steps of a sweep and their effect."""
SEARCHED: dict[str, LazyString] = {
    "initiative": _l("Initiative"),
    "kind": _l("Kind"),
    "network": _l("Network"),
    "mail_domain": _l("Mail domain"),
    "since": _l("From (UTC)"),
    "until": _l("Until (UTC)"),
    "flag": _l("Flag"),
    "name": _l("Name contains"),
}
