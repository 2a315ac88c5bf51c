"""Corrections of typing errors: what was changed is kept, and a first approval lapses.

What is public of an entry that counts is corrected by two people (`record_proposals`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from tracker.accounts.models import User
from tracker.core import name_rules
from tracker.core.dates import latest_day, refuse_before_founding
from tracker.core.errors import RuleBroken
from tracker.endorsements import engine, initiative_terms, own_words
from tracker.endorsements.lifecycle import AWAITING, Action, Actor, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.queries import COUNTED
from tracker.initiatives.grades import Grade
from tracker.review.decisions import checks
from tracker.review.queue import queries
from tracker.supporters import domains
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold

CORRECTABLE = AWAITING | set(COUNTED)
OFFICER = ("officer_name", "officer_title", "officer_body")
SUPPORTER_FIELDS = frozenset({"name", "country", "website"})
"""Fields of the supporter's record, shown with each of its entries."""
PUBLIC_FIELDS = SUPPORTER_FIELDS | {"words"}
"""Fields that are public of an entry that counts."""
DATED = ("effective_on", "effective_precision", "grade")


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field before and after, in words."""

    field: str
    before: str
    after: str


def fields_of(endorsement: Endorsement) -> tuple[str, ...]:
    """Return which fields of an entry may be corrected now.

    A State's name is the United Nations'; dates and grades are corrected only in review, since
    afterwards they are counted: a government's are then redated or regraded by two people.
    """
    if endorsement.status not in CORRECTABLE:
        return ()
    kind = endorsement.kind
    fields: tuple[str, ...] = () if kind is SupporterKind.GOVERNMENT else ("name", "country")
    if kind is SupporterKind.ORGANISATION:
        fields += ("website",)
    if endorsement.officer is not None:
        fields += OFFICER
    fields += ("words",)
    if endorsement.status in AWAITING:
        fields += DATED if kind is SupporterKind.GOVERNMENT else DATED[:2]
    return fields


def present(endorsement: Endorsement) -> dict[str, object]:
    """Return the present values of the fields that may be corrected."""
    supporter, officer = endorsement.supporter, endorsement.officer
    values = {
        "name": supporter.name,
        "country": supporter.country or "",
        "website": supporter.website or "",
        "officer_name": officer.name if officer else "",
        "officer_title": officer.title if officer else "",
        "officer_body": officer.body if officer else "",
        "words": endorsement.words,
        "effective_on": endorsement.effective_on,
        "effective_precision": endorsement.effective_precision,
        "grade": endorsement.grade,
    }
    return {field: values[field] for field in fields_of(endorsement)}


def difference(endorsement: Endorsement, wanted: Mapping[str, object]) -> list[Difference]:
    """Return what a correction would change, for a last look before it is made."""
    return differences(present(endorsement), wanted)


def differences(before: Mapping[str, object], wanted: Mapping[str, object]) -> list[Difference]:
    """Return the fields that are to be otherwise, in their order."""
    return [
        Difference(field=field, before=_as_text(was), after=_as_text(wanted[field]))
        for field, was in before.items()
        if field in wanted and _as_text(wanted[field]) != _as_text(was)
    ]


def takes_two(session: Session, endorsement: Endorsement, changes: list[Difference]) -> bool:
    """Return whether a correction changes what the public reads of an entry that counts: of this
    one, or of another entry of the same record, which has one name, country and website for all."""
    fields = {change.field for change in changes}
    if endorsement.status in COUNTED and fields & PUBLIC_FIELDS:
        return True
    return (
        bool(fields & SUPPORTER_FIELDS)
        and queries.public_entry_of(session, endorsement.supporter_id) is not None
    )


def as_recorded(changes: list[Difference]) -> dict[str, list[str]]:
    """Return changes as a decision keeps them."""
    return {change.field: [change.before, change.after] for change in changes}


def in_words(changes: list[Difference]) -> list[str]:
    """Return changes as a note tells them, where they tell of a person and must be erasable."""
    return [f"{change.field}: “{change.before}” → “{change.after}”" for change in changes]


def correct(
    session: Session,
    endorsement: Endorsement,
    staff: User,
    wanted: Mapping[str, object],
    *,
    seen: int,
    words: str = "",
    now: datetime,
    agreed: bool = False,
) -> list[Difference]:
    """Correct an entry and keep the difference; personal data among it stands where it is erasable.

    A government approved once goes back into review, and needs both approvals again.
    Raises RuleBroken when nothing would change, or it takes a second reviewer and none has agreed;
    Conflict when somebody else was first.
    """
    checks.refuse_stale(session, endorsement, seen)
    changes = difference(endorsement, wanted)
    if not changes:
        raise RuleBroken("Nothing differs from what is recorded.")
    initiative_terms.refuse_in_archive(endorsement, Action.CORRECT, Actor.staff(staff.id))
    if takes_two(session, endorsement, changes) and not agreed:
        raise RuleBroken("What is public of an entry that counts is corrected by two people.")
    if any(change.field == "grade" for change in changes):
        initiative_terms.refuse_unused_grade(endorsement.initiative, Grade(str(wanted["grade"])))
    for change in changes:
        _set(endorsement, change.field, wanted[change.field], now)
    public = [change for change in changes if not _personal(endorsement, change.field)]
    private = [change for change in changes if _personal(endorsement, change.field)]
    texts = [words] if words else []
    texts += in_words(private)
    record_difference(
        session,
        endorsement,
        Action.CORRECT,
        Actor.staff(staff.id),
        now=now,
        difference=as_recorded(public) or None,
        words="\n".join(texts),
    )
    return changes


def record_difference(
    session: Session,
    endorsement: Endorsement,
    action: Action,
    by: Actor,
    *,
    now: datetime,
    difference: dict[str, list[str]] | None,
    words: str,
) -> None:
    """Write what was changed of an entry. A government approved once goes back into review, since
    the second reviewer would confirm something else than the first saw."""
    if endorsement.status is Status.APPROVED_ONCE:
        engine.move(
            session,
            endorsement,
            action,
            by,
            now=now,
            difference=difference,
            words=words,
            first_approver_id=None,
        )
        return
    engine.decide(
        session,
        endorsement,
        action,
        by,
        now=now,
        source=endorsement.status,
        target=endorsement.status,
        difference=difference,
        words=words,
    )


def _personal(endorsement: Endorsement, field: str) -> bool:
    """Return whether a field tells about a person, so that its old value must be erasable."""
    if field in OFFICER or field == "words":
        return True
    return endorsement.kind.is_person and field in ("name", "country")


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else str(value).strip()


def _rename(endorsement: Endorsement, name: str) -> None:
    if not name:
        raise RuleBroken("A supporter needs a name.")
    if endorsement.kind.is_person:
        name_rules.check_person(name)
    else:
        name_rules.check_organisation(name)
    supporter = endorsement.supporter
    supporter.name, supporter.name_key = name, fold(name)
    supporter.compared_at = None


def _set(endorsement: Endorsement, field: str, value: object, now: datetime) -> None:
    supporter, officer = endorsement.supporter, endorsement.officer
    text = _as_text(value)
    if field == "name":
        _rename(endorsement, text)
    elif field == "country":
        supporter.country = text or None
    elif field == "website":
        supporter.website = text or None
        supporter.domain = domains.of_website(text) if text else None
        supporter.compared_at = None
    elif field in OFFICER and officer is not None:
        if text:
            name_rules.check_person(text)
        setattr(officer, field.removeprefix("officer_"), text)
    elif field == "effective_on":
        if not isinstance(value, date) or value > latest_day(now):
            raise RuleBroken("Support begins on a day that is known and not still to come.")
        refuse_before_founding(value)
        endorsement.effective_on, endorsement.date_known = value, True
    elif field == "words":
        own_words.put(endorsement, text)
    else:
        setattr(endorsement, field, value)
