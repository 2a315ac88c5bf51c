"""When an initiative opens, closes and is archived, and what it aims for: rules of its content."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from tracker.content.schema.fields import Values
from tracker.content.schema.places import Place, Problems
from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.models import Endorsement, Origin
from tracker.endorsements.queries import PENDING
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import AimUnit

MOST: dict[AimUnit, int] = {AimUnit.GOVERNMENTS: 193, AimUnit.PER_CENT: 100}
"""The most that can be aimed for: the Member States, and all of them."""
UNSETTLED = (Status.STAGED, *PENDING)
"""What an archive would leave waiting for ever."""


def initiative(values: Values, place: Place, found: Problems) -> None:
    """Put what an initiative's content breaks into `found`."""
    _dates(values, place, found)
    _archive(values, place, found)
    _aim(values, found)
    _grades(values, place, found)


def _dates(values: Values, place: Place, found: Problems) -> None:
    opens, closed = values.get("opens_on"), values.get("closed_on")
    if opens and closed and closed <= opens:
        found["closed_on"] = RuleBroken("It cannot close before it opens.")
    elif closed and place.row is not None and closed != _said(place.row.closed_on):
        last = _last_sign_up(place)
        if last is not None and closed < last.isoformat():
            found["closed_on"] = RuleBroken(
                "Somebody who is counted signed on %(day)s, so it was open on that day.", day=last
            )


def _said(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _last_sign_up(place: Place) -> date | None:
    """When somebody signed last. Personal details are erased a time after the closing, so that
    whoever dates it into the past would erase what is not due."""
    last = place.session.scalar(
        select(func.max(Endorsement.submitted_at)).where(
            Endorsement.initiative_id == place.row.id,
            Endorsement.origin == Origin.SIGN_UP,
            Endorsement.verified_at.is_not(None),
        )
    )
    return last.date() if last is not None else None


def _archive(values: Values, place: Place, found: Problems) -> None:
    closed, archived = values.get("closed_on"), values.get("archived_on")
    today = place.today
    if not archived or "closed_on" in found:
        return
    if archived > today.isoformat():
        found["archived_on"] = RuleBroken("This day is still to come. Archive it on the day.")
    elif not closed:
        found["closed_on"] = RuleBroken("Only a closed initiative can be archived: give its day.")
    elif archived < closed:
        found["archived_on"] = RuleBroken("It cannot be archived before it was closed.")
    elif place.row is not None and not place.row.is_closed(today):
        found["archived_on"] = RuleBroken("Publish the closing first, and archive it then.")
    elif place.row is not None and place.row.archived_on is None:
        waiting = place.session.scalar(
            select(func.count()).where(
                Endorsement.initiative_id == place.row.id, Endorsement.status.in_(UNSETTLED)
            )
        )
        if waiting:
            found["archived_on"] = RuleBroken(
                "Entries that wait for a confirmation or a decision: %(n)s. Settle them first; what"
                " is unconfirmed ends by itself after seven days.",
                n=waiting,
            )


def _aim(values: Values, found: Problems) -> None:
    aim, unit = values.get("aim"), values.get("aim_unit")
    if aim and not unit:
        found["aim_unit"] = RuleBroken("Please say of what.")
    elif unit and not aim:
        found["aim"] = RuleBroken("Please say how much, or leave both empty.")
    elif aim and unit:
        counted, most = AimUnit(unit), MOST.get(AimUnit(unit))
        if most is not None and aim > most:
            found["aim"] = RuleBroken("There are no more than %(most)s.", most=most)
        if counted.kind.value not in values.get("open_kinds", ()):
            found["aim_unit"] = RuleBroken("This kind cannot record support here.")


def _grades(values: Values, place: Place, found: Problems) -> None:
    chosen = values.get("grades") or [one.value for one in Grade]
    if Grade.ENDORSED.value not in chosen:
        found["grades"] = RuleBroken("Endorsed is always among them: it is what is counted.")
    elif place.row is not None:
        used = set(
            place.session.scalars(
                select(Endorsement.grade)
                .where(Endorsement.initiative_id == place.row.id)
                .distinct()
            )
        )
        if not {one.value for one in used} <= set(chosen):
            found["grades"] = RuleBroken("Entries here are of a grade that is not ticked.")
