"""What the API says of each thing, as plain data in the shapes of `schemas`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tracker.core.components import config
from tracker.endorsements.evidence.links import public_link
from tracker.endorsements.evidence.models import Instrument
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.supporters.models import State, StateName, Supporter
from tracker.tallies.answers import reported_as_json
from tracker.tallies.roll import Row
from tracker.tallies.series import Point
from tracker.vetoes import documents
from tracker.vetoes.queries import Vetoed

Shape = dict[str, Any]


def campaign(one: Campaign) -> Shape:
    return {
        "slug": one.slug,
        "name": one.name,
        "theme": one.theme,
        "initiatives": [each.slug for each in one.initiatives],
        "address": _address(f"campaigns/{one.slug}"),
    }


def initiative(one: Initiative, today: date) -> Shape:
    return {
        "slug": one.slug,
        "campaign": one.campaign.slug,
        "name": one.name,
        "official_name": one.official_name,
        "asks": one.asks,
        "launched": one.launched,
        "reference": one.reference,
        "website": one.website or None,
        "signatory_kinds": sorted(one.signatory_kinds),
        "grades": sorted(one.grades),
        "aim": {"value": one.aim, "unit": one.aim_unit.value} if one.aim_unit else None,
        "open": one.is_open(today),
        "opens_on": _day(one.opens_on),
        "closed_on": _day(one.closed_on),
        "archived_on": _day(one.archived_on),
        "address": _address(f"initiatives/{one.slug}"),
    }


def point(one: Point) -> Shape:
    return {
        "date": one.day.isoformat(),
        "governments": {
            "members": one.members,
            "observers": one.observers,
            "announced": one.announced,
            "voiced": one.voiced,
        },
        "organisations": one.organisations,
        "parliamentarians": one.parliamentarians,
        "individuals": one.individuals,
    }


def state(
    one: State,
    entries: Sequence[Row],
    called: Mapping[str, StateName],
    once: Mapping[str, str],
) -> Shape:
    """A State with its entries of a day, its names, and its other names on that day."""
    return {
        "iso3": one.iso3,
        "iso2": one.iso2,
        "name": once.get("en", one.name),
        "names": {
            language: once.get(language, each.short_name) for language, each in called.items()
        },
        "membership": one.membership.value,
        "regional_group": one.regional_group.value,
        "permanent": one.permanent,
        "admitted": _day(one.admitted_on),
        "endorsements": [
            {
                "id": row.entry_id,
                "initiative": row.initiative,
                **_graded(row),
                "address": _address(f"endorsements/{row.entry_id}"),
            }
            for row in entries
        ],
        "address": _address(f"states/{one.iso3}"),
    }


def organisation(one: Supporter, name: str) -> Shape:
    return {
        "id": one.id,
        "name": name,
        "country": one.country,
        "website": one.website,
        "address": _address(f"organisations/{one.id}"),
    }


def text(one: Instrument) -> Shape:
    """A text as the public may see it: its file's hash only once the file is published."""
    return {
        "id": one.id,
        "type": one.type.value,
        "source": one.source,
        "publisher": one.publisher or None,
        "dated": one.dated or None,
        "symbol": one.symbol or None,
        "language": one.language or None,
        "link": public_link(one),
        "archived_link": one.archived_link or None,
        "secondary_copy": one.secondary_copy,
        "last_checked": _day(one.last_checked_on),
        "sha256": one.file_sha256 if one.file_public else None,
        "address": _address(f"instruments/{one.id}"),
    }


def endorsement(row: Row) -> Shape:
    return {
        "id": row.entry_id,
        "initiative": row.initiative,
        "kind": row.kind.value,
        "name": row.name,
        "state": row.state.iso3 if row.state else None,
        "membership": row.membership,
        "regional_group": row.regional_group,
        "organisation": row.organisation_id,
        "country": row.country,
        **_graded(row),
        "origin": row.origin.value,
        "evidence": [{**text(one.instrument), "page": one.page or None} for one in row.evidence],
        "address": _address(f"endorsements/{row.entry_id}"),
    }


def statement(one: Statement, campaign_slug: str, initiative_slug: str | None) -> Shape:
    return {
        "id": one.id,
        "campaign": campaign_slug,
        "initiative": initiative_slug,
        "speaker": one.speaker,
        "person": one.person or None,
        "state": one.state_iso3,
        "dated": one.dated or None,
        "what": one.what,
        "document": one.document or None,
        "source": one.source,
    }


def reported(one: ReportedTally, campaign_slug: str, initiative_slug: str | None) -> Shape:
    return {
        **(reported_as_json(one) or {}),
        "id": one.tally_id,
        "subject": one.subject,
        "campaign": campaign_slug,
        "initiative": initiative_slug,
        "stands_from": _day(one.stands_from),
        "what": one.what,
        "preferred": one.preferred.value,
    }


def veto(one: Vetoed) -> Shape:
    row = one.veto
    return {
        "id": row.veto_id,
        "date": row.vetoed_on.isoformat(),
        "symbol": row.symbol or None,
        "link": documents.link(row),
        "meeting": row.meeting or None,
        "instrument": row.instrument.value,
        "agenda_item": row.agenda_item,
        "situation": row.situation,
        "members": [seat.value for seat in row.seats],
        "members_as_listed": row.as_listed,
        "classifications": [
            {
                "situation": each.situation,
                "classifier": each.classifier,
                "classified": each.classified,
                "basis": each.basis.value,
                "evidence": each.evidence,
                "note": each.note or None,
                "recorded_at": each.recorded_at.isoformat(),
            }
            for each in one.classifications
        ],
        "note": row.note or None,
        "quality": row.quality,
        "source": row.source,
        "secondary_copy": documents.is_copy(row),
        "read_on": row.read_on.isoformat(),
        "address": _address(f"vetoes/{row.veto_id}"),
    }


def _graded(row: Row) -> Shape:
    return {
        "grade": row.grade.value,
        "since": row.since.isoformat(),
        "since_precision": row.precision.value,
        "since_known": row.since_known,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _address(path: str) -> str:
    return f"{config().public_url}/{path}"
