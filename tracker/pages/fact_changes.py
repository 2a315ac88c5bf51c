"""Changes of facts that lead a page, in fixed neutral words and nobody's name: figures that others
report, names and groups of States, members of the Security Council."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core import superseded_rows
from tracker.core.superseded_rows import SupersededRow
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.queries import combined_subject
from tracker.initiatives.reported_figures import Preference, ReportedTally
from tracker.presentation import figures
from tracker.supporters.change_labels import group
from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.models import CouncilSeat, Membership, RegionalGroup, State, StateName

TALLIES, STATES = ReportedTally.__tablename__, State.__tablename__
NAMES, SEATS = StateName.__tablename__, CouncilSeat.__tablename__
FORMER_NAMES = StateNamePeriod.__tablename__
PUBLISHED_TABLES = (TALLIES, STATES, NAMES, FORMER_NAMES, SEATS)
"""The tables whose changes are told. What staff recorded of a State has a line of its own."""


COMBINED_SUFFIX = combined_subject("")
Said = dict[str, object] | None
"""The content of a row; None where it was not there."""


@dataclass(frozen=True, kw_only=True)
class FactChange:
    """One change of a fact, as the page of corrections and a feed tell it."""

    id: int
    at: datetime
    name: str
    """The subject: an initiative, a campaign, a State, the Security Council."""
    address: str | None
    """The page of that; none where it is gone."""
    words: str
    initiative_id: int | None = None


def told(
    session: Session,
    names: dict[str, str],
    *,
    since: datetime | None = None,
    before: datetime | None = None,
    until: datetime | None = None,
    of_initiative: Initiative | None = None,
) -> list[FactChange]:
    """Changes recorded from an instant on, before another, and up to a third; the newest first."""
    query = select(SupersededRow).where(SupersededRow.of_table.in_(PUBLISHED_TABLES))
    if of_initiative is not None:
        query = query.where(SupersededRow.of_table == TALLIES)
    if since is not None:
        query = query.where(SupersededRow.recorded_at >= since)
    if before is not None:
        query = query.where(SupersededRow.recorded_at < before)
    if until is not None:
        query = query.where(SupersededRow.recorded_at <= until)
    rows = session.scalars(query.order_by(SupersededRow.id)).all()
    changes: list[FactChange] = []
    for year, lines in groupby(rows, key=_year_of):
        if year:
            changes += _council(names, year, list(lines))
        else:
            changes += _each_once(filter(None, (_told(session, names, line) for line in lines)))
    if of_initiative is not None:
        changes = [change for change in changes if change.initiative_id == of_initiative.id]
    return sorted(changes, key=lambda change: (change.at, change.id), reverse=True)


def _each_once(changes: Iterable[FactChange]) -> Iterable[FactChange]:
    """Without what was just told of the same: a State's English name stands in two tables."""
    last: dict[str, str] = {}
    for change in changes:
        if change.words not in last.get(change.name, ""):
            yield change
        last[change.name] = change.words


def _year_of(row: SupersededRow) -> str:
    """The year of a Council seat; nothing for any other row."""
    return row.row_key.split()[1] if row.of_table == SEATS else ""


def _told(session: Session, names: dict[str, str], row: SupersededRow) -> FactChange | None:
    if row.of_table == TALLIES:
        return _figure(session, row)
    words = {STATES: _state, NAMES: _name, FORMER_NAMES: _former_name}[row.of_table](row)
    if not words:
        return None
    iso3 = str((row.after or row.before or {})["iso3"])
    return FactChange(
        id=row.id,
        at=row.recorded_at,
        name=names.get(iso3, iso3),
        address=url_for("pages.state", iso3=iso3) if iso3 in names else None,
        words=words,
    )


def _figure(session: Session, row: SupersededRow) -> FactChange:
    old, new = (
        superseded_rows.restored(ReportedTally, values) if values is not None else None
        for values in (row.before, row.after)
    )
    # By its name in addresses, which is for ever: numbers of rows are given again.
    subject = str((row.after or row.before or {})["subject"])
    initiative = session.scalars(select(Initiative).where(Initiative.slug == subject)).first()
    slug = subject.removesuffix(COMBINED_SUFFIX)
    campaign = session.scalars(select(Campaign).where(Campaign.slug == slug)).first()
    name, address = subject, None
    if initiative is not None:
        name, address = initiative.name, url_for("pages.reconciliation", slug=subject)
    elif campaign is not None and slug != subject:
        name, address = campaign.name, url_for("pages.campaign", slug=slug)
    return FactChange(
        id=row.id,
        at=row.recorded_at,
        name=name,
        address=address,
        words=" ".join(_figure_words(old, new)),
        initiative_id=initiative.id if initiative is not None else None,
    )


def _figure_words(old: ReportedTally | None, new: ReportedTally | None) -> Iterable[str]:
    if old is None or new is None:
        if new is not None:
            yield str(_("Reported figure added: %(new)s.", new=_called(new)))
        if old is not None:
            yield str(_("Reported figure unpublished: %(old)s.", old=_called(old)))
        return
    if _called(old) != _called(new):
        yield str(
            _(
                "Reported figure changed from %(old)s to %(new)s.",
                old=_called(old),
                new=_called(new),
            )
        )
    else:
        yield str(_("Reported figure of %(figure)s changed.", figure=_called(new)))
    for label, before, after in (
        (_("Observers"), str(old.observers or "–"), str(new.observers or "–")),
        (_("Source"), old.source, new.source),
        (_("What was reported"), old.what, new.what),
    ):
        if before != after:
            yield str(_("%(what)s: “%(old)s” → “%(new)s”.", what=label, old=before, new=after))
    led, leads = (reported.preferred is not Preference.NO for reported in (old, new))
    if led != leads:
        yield str(_("It can lead the page now.") if leads else _("It no longer leads the page."))


def _called(reported: ReportedTally) -> str:
    """ "104 states (31 Mar 2025)"."""
    words = (
        f"{figures.reported_value(reported)} {reported.unit} ({figures.reported_date(reported)})"
    )
    return words if reported.is_confirmed else str(_("%(figure)s, not confirmed", figure=words))


def _state(row: SupersededRow) -> str:
    """Return what changed of a State's group and standing, and of its name by the built-in
    record."""
    old, new = row.before or {}, row.after or {}
    if not old or not new:
        return ""
    sentences = []
    by_staff = new.get("edited_at") is not None  # a change that staff recorded has its own line
    if old["regional_group"] != new["regional_group"] and not by_staff:
        before, after = (group(RegionalGroup(values["regional_group"])) for values in (old, new))
        sentences.append(
            _("Regional group changed from “%(old)s” to “%(new)s”.", old=before, new=after)
        )
    if old["membership"] != new["membership"]:
        is_member = new["membership"] == Membership.MEMBER
        sentences.append(
            _("From Observer State to Member State.")
            if is_member
            else _("From Member State to Observer State.")
        )
    if old["name"] != new["name"] and not by_staff:
        sentences.append(
            _("Name changed from “%(old)s” to “%(new)s”.", old=old["name"], new=new["name"])
        )
    return " ".join(map(str, sentences))


def _name(row: SupersededRow) -> str:
    """A name in one language that the built-in record added, changed or took away."""
    old, new = _pair(row)
    if old is None or new is None:
        return _added_or_removed(
            old, new, _("Name “%(name)s” added."), _("Name “%(name)s” removed.")
        )
    if new.get("edited_at") is not None:
        return ""
    sentences = []
    if old["short_name"] != new["short_name"]:
        sentences.append(
            _(
                "Name changed from “%(old)s” to “%(new)s”.",
                old=old["short_name"],
                new=new["short_name"],
            )
        )
    if old["formal_name"] != new["formal_name"]:
        sentences.append(
            _(
                "Formal name changed from “%(old)s” to “%(new)s”.",
                old=old["formal_name"] or "–",
                new=new["formal_name"] or "–",
            )
        )
    return " ".join(map(str, sentences))


def _former_name(row: SupersededRow) -> str:
    """A former name that the built-in record added, changed or took away."""
    old, new = _pair(row)
    if any(values is not None and values["change_id"] is not None for values in (old, new)):
        return ""
    if old is None or new is None:
        return _added_or_removed(
            old, new, _("Former name “%(name)s” added."), _("Former name “%(name)s” removed.")
        )
    return str(_("Former name “%(name)s” changed.", name=new["short_name"]))


def _added_or_removed(old: Said, new: Said, added: str, removed: str) -> str:
    sentence, name = (added, new) if new is not None else (removed, old)
    return sentence % {"name": (name or {})["short_name"]}


def _council(names: dict[str, str], year: str, lines: Sequence[SupersededRow]) -> list[FactChange]:
    """Return what became of a year's elected members, in one line."""
    first: dict[str, bool] = {}
    last: dict[str, bool] = {}
    for line in lines:
        iso3 = line.row_key.split()[0]
        before, after = (
            values is not None and values["seat"] == "elected" for values in _pair(line)
        )
        first.setdefault(iso3, before)
        last[iso3] = after
    gone = sorted(names.get(iso3, iso3) for iso3 in first if first[iso3] and not last[iso3])
    came = sorted(names.get(iso3, iso3) for iso3 in first if last[iso3] and not first[iso3])
    sentences = [_("Elected members of %(year)s.", year=year)]
    if came:
        sentences.append(_("Added: %(names)s.", names=", ".join(came)))
    if gone:
        sentences.append(_("Removed: %(names)s.", names=", ".join(gone)))
    if not came and not gone:
        return []
    return [
        FactChange(
            id=lines[-1].id,
            at=lines[-1].recorded_at,
            name=str(_("Security Council")),
            address=None,
            words=" ".join(map(str, sentences)),
        )
    ]


def _pair(row: SupersededRow) -> tuple[Said, Said]:
    return row.before, row.after
