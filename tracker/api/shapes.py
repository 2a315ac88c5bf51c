"""Things as the API gives them: plain data in the shapes of `schemas`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.api.queries import Said
from tracker.core.components import config
from tracker.endorsements.declarations import Declared
from tracker.endorsements.evidence import speeches, un_symbols
from tracker.endorsements.evidence.links import public_link, symbol_of
from tracker.endorsements.evidence.models import Instrument
from tracker.initiatives.models import Campaign, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.initiatives.statements import Statement
from tracker.supporters.models import State, StateName, Supporter
from tracker.tallies.answers import reported_as_json
from tracker.tallies.countries import Backer, Country, Support
from tracker.tallies.roll import Row
from tracker.tallies.series import Point
from tracker.vetoes import documents
from tracker.vetoes.models import Veto, Vote
from tracker.vetoes.queries import Vetoed

Shape = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Others:
    """The supporters in a State's country besides its government, and what they support."""

    country: Country
    individuals: int | None
    parliament: Sequence[Said]
    """Statements of its parliament."""


def campaign(campaign: Campaign) -> Shape:
    return {
        "slug": campaign.slug,
        "name": campaign.name,
        "theme": campaign.theme,
        "initiatives": [initiative.slug for initiative in campaign.initiatives],
        "address": _address(f"campaigns/{campaign.slug}"),
    }


def initiative(initiative: Initiative, today: date) -> Shape:
    return {
        "slug": initiative.slug,
        "campaign": initiative.campaign.slug,
        "name": initiative.name,
        "official_name": initiative.official_name,
        "asks": initiative.asks,
        "launched": initiative.launched,
        "reference": initiative.reference,
        "website": initiative.website or None,
        "signatory_kinds": sorted(initiative.signatory_kinds),
        "grades": sorted(initiative.grades),
        "aim": _aim(initiative),
        "open": initiative.is_open(today),
        "opens_on": _day(initiative.opens_on),
        "closed_on": _day(initiative.closed_on),
        "archived_on": _day(initiative.archived_on),
        "address": _address(f"initiatives/{initiative.slug}"),
    }


def _aim(initiative: Initiative) -> Shape | None:
    unit = initiative.aim_unit
    return {"value": initiative.aim, "unit": unit.value} if unit else None


def point(point: Point) -> Shape:
    return {
        "date": point.day.isoformat(),
        "governments": {
            "members": point.members,
            "observers": point.observers,
            "announced": point.announced,
            "voiced": point.voiced,
        },
        "organisations": point.organisations,
        "parliamentarians": point.parliamentarians,
        "individuals": point.individuals,
    }


def state(
    state: State,
    entries: Sequence[Row],
    names: Mapping[str, StateName],
    former_names: Mapping[str, str],
    others: Others,
) -> Shape:
    """A State with its entries of a day, its names, its other names on that day, and who else in
    its country supports what."""
    return {
        "iso3": state.iso3,
        "iso2": state.iso2,
        "name": former_names.get("en", state.name),
        "names": {
            language: former_names.get(language, name.short_name)
            for language, name in names.items()
        },
        "membership": state.membership.value,
        "regional_group": state.regional_group.value,
        "permanent": state.permanent,
        "admitted": _day(state.admitted_on),
        "endorsements": [
            {
                "id": row.entry_id,
                "initiative": row.initiative,
                **_graded(row),
                "address": _address(f"endorsements/{row.entry_id}"),
                "declarations": [declaration(declared) for declared in row.declared],
            }
            for row in entries
        ],
        "address": _address(f"states/{state.iso3}"),
        "parliamentarians": {
            "count": others.country.parliamentarians.count,
            "items": [_member(backer) for backer in others.country.parliamentarians.backers],
        },
        "organisations": {
            "count": others.country.organisations.count,
            "items": [_organisation(backer) for backer in others.country.organisations.backers],
        },
        "individuals": others.individuals,
        "parliament": [statement(*said) for said in others.parliament],
    }


def _organisation(backer: Backer) -> Shape:
    return {
        "id": backer.supporter.id,
        "name": backer.name,
        "endorsements": [_support(support) for support in backer.support],
        "address": _address(f"organisations/{backer.supporter.id}"),
    }


def _member(backer: Backer) -> Shape:
    return {
        "name": backer.name,
        "chamber": backer.supporter.chamber or None,
        "role": backer.supporter.role or None,
        "outside_ids": backer.supporter.known_as,
        "endorsements": [_support(support) for support in backer.support],
    }


def _support(support: Support) -> Shape:
    return {
        "id": support.entry.id,
        "initiative": support.entry.initiative.slug,
        "since": support.since.isoformat(),
        "since_precision": support.precision.value,
        "since_known": support.date_known,
        "address": _address(f"endorsements/{support.entry.id}"),
    }


def organisation(supporter: Supporter, name: str) -> Shape:
    return {
        "id": supporter.id,
        "name": name,
        "country": supporter.country,
        "website": supporter.website,
        "address": _address(f"organisations/{supporter.id}"),
    }


def text(instrument: Instrument) -> Shape:
    """A text as the public may see it: its file's hash only once the file is published."""
    return {
        "id": instrument.id,
        "type": instrument.type.value,
        "source": instrument.source,
        "publisher": instrument.publisher or None,
        "dated": instrument.dated or None,
        "symbol": symbol_of(instrument) or None,
        "language": instrument.language or None,
        "link": public_link(instrument),
        "archived_link": instrument.archived_link or None,
        "secondary_copy": instrument.secondary_copy,
        "details": instrument.details or None,
        "last_checked": _day(instrument.last_checked_on),
        "sha256": instrument.file_sha256 if instrument.file_public else None,
        "address": _address(f"instruments/{instrument.id}"),
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
        "evidence": [
            {**text(cited.instrument), "page": cited.page or None} for cited in row.evidence
        ],
        "address": _address(f"endorsements/{row.entry_id}"),
        "declarations": [declaration(declared) for declared in row.declared],
    }


def declaration(declared: Declared) -> Shape:
    said = declared.declaration
    return {
        "text": said.text,
        "language": said.language,
        "date": said.declared_on.isoformat(),
        "source": said.instrument.source,
        "link": public_link(said.instrument),
        "secondary_copy": said.instrument.secondary_copy,
        "withdrawn": not declared.in_force,
        "withdrawn_on": _day(declared.withdrawn_on),
    }


def statement(statement: Statement, campaign_slug: str, initiative_slug: str | None) -> Shape:
    speech = speeches.cited(statement.source)
    return {
        "id": statement.id,
        "campaign": campaign_slug,
        "initiative": initiative_slug,
        "speaker": statement.speaker,
        "person": statement.person or None,
        "state": statement.state_iso3,
        "dated": statement.dated or None,
        "what": statement.what,
        "document": statement.document or None,
        "source": statement.source,
        "voice": statement.voice.value if statement.voice else None,
        "quote": statement.quote or None,
        "reforms": statement.reform_numbers,
        "step": statement.step.value if statement.step else None,
        "link": un_symbols.link(statement.document or (speech.symbol if speech else "")),
    }


def reported(reported: ReportedTally, campaign_slug: str, initiative_slug: str | None) -> Shape:
    return {
        **(reported_as_json(reported) or {}),
        "id": reported.tally_id,
        "subject": reported.subject,
        "campaign": campaign_slug,
        "initiative": initiative_slug,
        "stands_from": _day(reported.stands_from),
        "what": reported.what,
        "preferred": reported.preferred.value,
    }


def veto(vetoed: Vetoed) -> Shape:
    veto = vetoed.veto
    return {
        "id": veto.veto_id,
        "date": veto.vetoed_on.isoformat(),
        "symbol": veto.symbol or None,
        "link": documents.link(veto),
        "meeting": veto.meeting or None,
        "instrument": veto.instrument.value,
        "agenda_item": veto.agenda_item,
        "situation": veto.situation,
        "members": [seat.value for seat in veto.seats],
        "members_as_listed": veto.as_listed,
        "classifications": [
            {
                "situation": classification.situation,
                "classifier": classification.classifier,
                "classified": classification.classified,
                "basis": classification.basis.value,
                "evidence": classification.evidence,
                "note": classification.note or None,
                "recorded_at": classification.recorded_at.isoformat(),
            }
            for classification in vetoed.classifications
        ],
        "note": veto.note or None,
        "quality": veto.quality,
        "source": veto.source,
        "secondary_copy": documents.is_copy(veto),
        "read_on": veto.read_on.isoformat(),
        "vote": _vote(veto) if veto.is_vote_known else None,
        "address": _address(f"vetoes/{veto.veto_id}"),
    }


def _vote(veto: Veto) -> Shape:
    return {
        "in_favour": veto.in_favour,
        "against": veto.against,
        "abstentions": veto.abstentions,
        "members_in_favour": veto.voters(Vote.IN_FAVOUR),
        "members_against": veto.voters(Vote.AGAINST),
        "members_abstained": veto.voters(Vote.ABSTAINED),
        "source": veto.vote_source,
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
