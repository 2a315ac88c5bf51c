"""The rules of an initiative's opening, closing, archiving, aim and grades."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.content.schema.fields import Values
from tracker.content.schema.places import Place, Problems
from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.queries import PENDING
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import AimUnit, Initiative

MAX_AIM: dict[AimUnit, int] = {AimUnit.GOVERNMENTS: 193, AimUnit.PER_CENT: 100}
"""The most that can be aimed for: the Member States, and all of them."""
UNSETTLED = (Status.STAGED, *PENDING)
"""The statuses that an archive would leave waiting for ever."""


def check(values: Values, place: Place, problems: Problems) -> None:
    """Add to `problems` what an initiative's content breaks."""
    _check_dates(values, place, problems)
    _check_archive(values, place, problems)
    _check_aim(values, problems)
    _check_grades(values, place, problems)


def _check_dates(values: Values, place: Place, problems: Problems) -> None:
    opens, closed, initiative = values.get("opens_on"), values.get("closed_on"), place.initiative
    if opens and closed and closed <= opens:
        problems["closed_on"] = RuleBroken("It cannot close before it opens.")
    elif closed and initiative is not None and closed != _iso(initiative.closed_on):
        last = _last_sign_up(place.session, initiative)
        if last is not None and closed < last.isoformat():
            problems["closed_on"] = RuleBroken(
                "Somebody who is counted signed on %(day)s, so it was open on that day.", day=last
            )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _last_sign_up(session: Session, initiative: Initiative) -> date | None:
    """Return the day on which somebody signed last.

    Personal details are erased a time after the closing, so that whoever dates it into the past
    would erase what is not due.
    """
    last = session.scalar(
        select(func.max(Endorsement.submitted_at)).where(
            Endorsement.initiative_id == initiative.id,
            Endorsement.origin == Origin.SIGN_UP,
            Endorsement.verified_at.is_not(None),
        )
    )
    return last.date() if last is not None else None


def _check_archive(values: Values, place: Place, problems: Problems) -> None:
    closed, archived = values.get("closed_on"), values.get("archived_on")
    today, initiative = place.today, place.initiative
    if not archived or "closed_on" in problems:
        return
    if archived > today.isoformat():
        problems["archived_on"] = RuleBroken("This day is still to come. Archive it on the day.")
    elif not closed:
        problems["closed_on"] = RuleBroken(
            "Only a closed initiative can be archived: give its day."
        )
    elif archived < closed:
        problems["archived_on"] = RuleBroken("It cannot be archived before it was closed.")
    elif initiative is not None and not initiative.is_closed(today):
        problems["archived_on"] = RuleBroken("Publish the closing first, and archive it then.")
    elif initiative is not None and initiative.archived_on is None:
        waiting = place.session.scalar(
            select(func.count()).where(
                Endorsement.initiative_id == initiative.id, Endorsement.status.in_(UNSETTLED)
            )
        )
        if waiting:
            problems["archived_on"] = RuleBroken(
                "Entries that wait for a confirmation or a decision: %(n)s. Settle them first; what"
                " is unconfirmed ends by itself after seven days.",
                n=waiting,
            )


def _check_aim(values: Values, problems: Problems) -> None:
    aim, unit = values.get("aim"), values.get("aim_unit")
    if aim and not unit:
        problems["aim_unit"] = RuleBroken("Please say of what.")
    elif unit and not aim:
        problems["aim"] = RuleBroken("Please say how much, or leave both empty.")
    elif aim and unit:
        counted, most = AimUnit(unit), MAX_AIM.get(AimUnit(unit))
        if most is not None and aim > most:
            problems["aim"] = RuleBroken("There are no more than %(most)s.", most=most)
        if counted.kind.value not in values.get("open_kinds", ()):
            problems["aim_unit"] = RuleBroken("This kind cannot record support here.")


def _check_grades(values: Values, place: Place, problems: Problems) -> None:
    chosen = values.get("grades") or [grade.value for grade in Grade]
    if Grade.ENDORSED.value not in chosen:
        problems["grades"] = RuleBroken("Endorsed is always among them: it is what is counted.")
    elif place.initiative is not None:
        used = place.session.scalars(
            select(Endorsement.grade)
            .where(Endorsement.initiative_id == place.initiative.id)
            .distinct()
        )
        if not {grade.value for grade in used} <= set(chosen):
            problems["grades"] = RuleBroken("Entries here are of a grade that is not ticked.")
