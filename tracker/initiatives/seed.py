"""Campaigns, initiatives and their content, from ``tracker/data``."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.core.seed_files import Report, Seeder
from tracker.initiatives import seed_statements
from tracker.initiatives.models import (
    Assessor,
    Campaign,
    Convenor,
    Document,
    DocumentCategory,
    Initiative,
    Milestone,
    Reform,
    ReformStatus,
)
from tracker.initiatives.queries import COMBINED
from tracker.initiatives.reported_figures import Preference, ReportedTally, stands_from
from tracker.initiatives.statements import Statement
from tracker.supporters.models import SupporterKind
from tracker.supporters.seed import DATA, rows

Entry = dict[str, Any]
"""An object of a JSON file."""
PARTS: tuple[type[Any], ...] = (
    Document,
    Milestone,
    Reform,
    Convenor,
    Statement,
    ReportedTally,
)
VETO_CAMPAIGN = "veto-restraint"
FOUNDING = ("code of conduct as annex", "policy platform", "appeal for the establishment")


def load(session: Session, report: Report, *, statements: bool = True, hold: bool = False) -> None:
    """Load everything that explains an initiative, and the `statements` made for it if they are
    wanted. The record of its support is `endorsements.record.seed`'s.

    With `hold`, a figure that leads a page already here, or would, and what the files assess
    otherwise of a reform that is here, are left to editors.
    """
    shipped = json.loads((DATA / "campaigns.json").read_text(encoding="utf-8"))
    file = json.loads((DATA / "initiatives.json").read_text(encoding="utf-8"))
    described = {entry["id"]: entry for entry in file["initiatives"]}
    campaigns = Seeder(session, Campaign, report)
    initiatives = Seeder(session, Initiative, report)
    before = _content_digests(session)
    known = {row.slug for row in (*campaigns.known.values(), *initiatives.known.values())}
    for position, entry in enumerate(shipped["campaigns"], start=1):
        campaign = campaigns.put(
            f"campaign {entry['slug']}",
            slug=entry["slug"],
            name=entry["name"],
            theme=entry["theme"],
            lead=entry["lead"],
            position=position,
        )
        session.flush()
        for place, part in enumerate(entry["initiatives"], start=1):
            _put_initiative(initiatives, campaign, place, part, described[part["id"]])
    session.flush()
    for part in described.values():
        initiative = initiatives.known[f"initiative {part['id']}"]
        _load_parts(session, report, initiative, part, hold=hold)
    by_slug = {row.slug: row for row in initiatives.known.values()}
    veto = campaigns.known[f"campaign {VETO_CAMPAIGN}"]
    _load_tallies(session, report, by_slug, veto, known if hold else set())
    if statements:
        seed_statements.load(session, report, by_slug, veto)
    session.flush()
    _raise_versions(session, before)


def _put_initiative(
    initiatives: Seeder, campaign: Campaign, place: int, part: Entry, described: Entry
) -> None:
    initiatives.put(
        f"initiative {part['id']}",
        campaign_id=campaign.id,
        slug=part["id"],
        name=part["name"],
        official_name=described["official_name"],
        asks=part["asks"],
        summary=described["summary"],
        launched=described["launched_on"],
        reference=described["pledge_reference"],
        website=described["website"],
        signatory_kinds=frozenset(SupporterKind(kind) for kind in part["kinds"]),
        open_kinds=frozenset(SupporterKind),
        position=place,
        notice=part.get("notice", ""),
        **_where_given(described, "reforms_note"),
    )


def _where_given(entry: Entry, *names: str) -> Entry:
    """Return what only some entries say: the others' rows stay as they were taken over."""
    return {name: entry[name] for name in names if name in entry}


def _chosen_where_given(entry: Entry, **choices: type[StrEnum]) -> Entry:
    """Return the same of what is one of several choices."""
    return {name: choices[name](entry[name]) for name in choices if name in entry}


def _load_parts(
    session: Session, report: Report, initiative: Initiative, part: Entry, *, hold: bool
) -> None:
    slug = initiative.slug
    documents = Seeder(session, Document, report)
    for entry in part["documents"]:
        documents.put(
            f"document {slug} {entry['title']}"[:160],
            initiative_id=initiative.id,
            title=entry["title"],
            dated=entry["date"],
            reference=entry["reference"],
            publisher=entry["publisher"],
            category=DocumentCategory(entry.get("category") or _category(entry["title"])),
            source=entry.get("source", ""),
            **_where_given(entry, "language", "says"),
            **_chosen_where_given(entry, assessor=Assessor),
        )
    milestones = Seeder(session, Milestone, report)
    for entry in part["milestones"]:
        milestones.put(
            f"milestone {slug} {entry['date']} {entry['what']}"[:160],
            initiative_id=initiative.id,
            dated=entry["date"],
            what=entry["what"],
            source=entry["source"],
        )
    reforms = Seeder(session, Reform, report)
    for entry in part.get("reforms", []):
        key = f"reform {slug} {entry['number']}"
        reforms.put(
            key,
            hold=hold and key in reforms.known,
            initiative_id=initiative.id,
            number=entry["number"],
            demand=entry["statement"],
            source=entry["source"],
            **_chosen_where_given(entry, status=ReformStatus),
            **_where_given(entry, "evidence", "evidence_source"),
        )
    convenors = Seeder(session, Convenor, report)
    listed = set()
    for row in rows("ngo_supporters.csv"):
        if row["initiative"] == slug and row["counts_as"] == "convenor":
            listed.add(row["name"])
            convenors.put(
                f"convenor {slug} {row['name']}",
                initiative_id=initiative.id,
                name=row["name"],
                role=row["role"],
                source=row["source"],
            )
    for name in part["proponents"]:
        if name not in listed:
            convenors.put(
                f"convenor {slug} {name}",
                initiative_id=initiative.id,
                name=name,
                role="proponent",
                source=part["pledge_reference"],
            )


def _category(title: str) -> DocumentCategory:
    lowered = title.lower()
    if any(words in lowered for words in FOUNDING) or "call to action" in lowered:
        return DocumentCategory.FOUNDING_TEXT
    if "statement" in lowered:
        return DocumentCategory.STATEMENT
    return DocumentCategory.KEY_DOCUMENT


def _load_tallies(
    session: Session,
    report: Report,
    by_slug: dict[str, Initiative],
    veto: Campaign,
    held: set[str],
) -> None:
    """Load the reported figures.

    One that leads a page of what is `held`, or would, is left to two editors.
    """
    tallies = Seeder(session, ReportedTally, report)
    for row in rows("tallies.csv"):
        initiative = by_slug.get(row["initiative"])
        if initiative is None and row["initiative"] not in (COMBINED, "vetoes"):
            raise ValueError(f"tallies.csv, {row['tally_id']}: unknown {row['initiative']!r}.")
        on = date.fromisoformat(row["date"]) if row["date"] else None
        key, preferred = f"tally {row['tally_id']}", Preference(row["preferred"])
        present = tallies.known.get(key)
        leads = preferred is not Preference.NO or (
            present is not None and present.preferred is not Preference.NO
        )
        tallies.put(
            key,
            hold=leads and (initiative or veto).slug in held,
            tally_id=row["tally_id"],
            subject=row["initiative"],
            campaign_id=initiative.campaign_id if initiative else veto.id,
            initiative_id=initiative.id if initiative else None,
            value=int(row["value"]),
            qualifier=row["qualifier"],
            unit=row["unit"],
            observers=int(row["un_observers"]) if row["un_observers"] else None,
            reported_on=on,
            date_precision=row["date_precision"],
            stands_from=stands_from(on, row["date_precision"]),
            what=row["what"],
            source=row["source"],
            preferred=preferred,
        )


def _content_digests(session: Session) -> dict[int, str]:
    """Return what each initiative's content hashes to, to see which of them a seed changes."""
    digests: dict[int, list[str]] = {}
    for model in PARTS:
        for row in session.scalars(select(model).where(model.initiative_id.is_not(None))):
            digests.setdefault(row.initiative_id, []).append(f"{row.seed_key}{row.seed_digest}")
    for initiative in session.scalars(select(Initiative)):
        digests.setdefault(initiative.id, []).append(str(initiative.seed_digest))
    return {id_: "|".join(sorted(parts)) for id_, parts in digests.items()}


def _raise_versions(session: Session, before: dict[int, str]) -> None:
    """Give every initiative whose content changed a new content version."""
    after = _content_digests(session)
    changed = [id_ for id_, digest in after.items() if before.get(id_, digest) != digest]
    if changed:
        session.execute(
            update(Initiative)
            .where(Initiative.id.in_(changed))
            .values(content_version=Initiative.content_version + 1)
        )
