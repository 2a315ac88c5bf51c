"""Citations of a document, an entry, a tally. One scheme of addresses, ``…/cite``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import Response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.core.i18n import day
from tracker.endorsements import publication
from tracker.endorsements.evidence.links import reading_link
from tracker.endorsements.models import Endorsement
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Document, Initiative
from tracker.initiatives.reported_figures import ReportedTally
from tracker.ledger import sequencer
from tracker.pages import combined_views
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.pages.combined_views import Together
from tracker.presentation import figures, labels
from tracker.presentation.citation_formats import FORMATS, Citation, Format
from tracker.presentation.figures import Figure
from tracker.presentation.page_cache import NO_STORE
from tracker.tallies import queries as tallies
from tracker.tallies import sources
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Tally
from tracker.tallies.reconciliation import side_by_side


@bp.get("/documents/<int:document_id>/cite")
@public
def cite_document(document_id: int) -> ResponseReturnValue:
    """A document, to cite."""
    session, dates = db.session(), page_dates()
    document = initiatives.document(session, document_id)
    back = url_for(".document", document_id=document_id)
    return _answer(of_document(session, document, dates), back, document.title, dates)


@bp.get("/endorsements/<int:endorsement_id>/cite")
@public
def cite_entry(endorsement_id: int) -> ResponseReturnValue:
    """One entry, to cite."""
    session, dates = db.session(), page_dates()
    endorsement = publication.entry(session, endorsement_id)
    cited = of_entry(session, endorsement, name_of(session, endorsement, dates.known_at), dates)
    back = url_for(".endorsement", endorsement_id=endorsement_id)
    answer = _answer(cited, back, endorsement.reference, dates)
    if endorsement.kind.is_person:
        answer.headers["Cache-Control"] = NO_STORE
    return answer


@bp.get("/initiatives/<slug>/cite")
@public
def cite_initiative(slug: str) -> ResponseReturnValue:
    """An initiative's tally, to cite."""
    session, dates = db.session(), page_dates()
    initiative = initiatives.by_slug(session, slug)
    tally, reported = side_by_side(session, initiative, dates)
    back = _path("pages.initiative", slug, dates.query)
    return _answer(of_tally(initiative, tally, reported, dates), back, initiative.name, dates)


@bp.get("/campaigns/<slug>/cite")
@public
def cite_campaign(slug: str) -> ResponseReturnValue:
    """A campaign's tally, to cite: that of its initiatives together or, where they have none, of
    each."""
    session, dates = db.session(), page_dates()
    campaign = initiatives.campaign_by_slug(session, slug)
    tallies.snapshot(session)
    together = combined_views.together(session, campaign, dates)
    if together is not None:
        back = _path("pages.combined", slug, dates.query)
        return _answer(of_together(session, campaign, together, dates), back, campaign.name, dates)
    figured = [
        figures.all_of(initiative, *side_by_side(session, initiative, dates))
        for initiative in campaign.initiatives
    ]
    back = _path("pages.campaign", slug, dates.query)
    return _answer(of_campaign(session, campaign, figured, dates), back, campaign.name, dates)


def of_document(session: Session, document: Document, dates: AskedDates) -> Citation:
    """A document as its publisher's, and that it is listed here."""
    size = sequencer.size(session)
    return Citation(
        key=f"rollcall-document-{document.id}",
        title=document.title,
        address=_whole(url_for("pages.document", document_id=document.id)),
        read_on=dates.today,
        as_of=dates.today,
        ledger_size=size,
        invented=config().demo,
        author=document.publisher,
        dated=document.dated,
        reference=document.reference,
        link=reading_link(document.reference) or "",
        language=document.language,
    )


def of_entry(session: Session, endorsement: Endorsement, name: str, dates: AskedDates) -> Citation:
    """An entry as it stands today."""
    title = _(
        "%(name)s: %(initiative)s, %(standing)s, entry %(reference)s",
        name=name,
        initiative=endorsement.initiative.name,
        standing=labels.for_standing(endorsement),
        reference=endorsement.reference,
    )
    return Citation(
        key=f"rollcall-{endorsement.reference.lower()}",
        title=str(title),
        address=_whole(url_for("pages.endorsement", endorsement_id=endorsement.id)),
        read_on=dates.today,
        as_of=dates.today,
        ledger_size=sequencer.size(session),
        invented=config().demo,
    )


def of_tally(
    initiative: Initiative, tally: Tally, reported: ReportedTally | None, dates: AskedDates
) -> Citation:
    """An initiative's tally as of a day: the numbers of its headline, each with its words."""
    headlines = [
        figure for figure in figures.all_of(initiative, tally, reported) if not figure.minor
    ]
    address = _on_the_day("pages.initiative", initiative.slug, dates)
    return _tally(initiative.slug, initiative.name, headlines, address, dates, tally.ledger_size)


def of_together(
    session: Session, campaign: Campaign, together: Together, dates: AskedDates
) -> Citation:
    """Return what a campaign's initiatives have together as of a day."""
    address = _on_the_day("pages.combined", campaign.slug, dates)
    return _tally(
        campaign.slug, campaign.name, together.figures, address, dates, _size(session, dates)
    )


def of_campaign(
    session: Session, campaign: Campaign, figured: Sequence[Sequence[Figure]], dates: AskedDates
) -> Citation:
    """A campaign whose initiatives have no tally together: the headline of each, in their order."""
    headlines = [
        figure if len(figured) == 1 else replace(figure, label=f"{figure.label}, {initiative.name}")
        for initiative, theirs in zip(campaign.initiatives, figured, strict=True)
        for figure in theirs
        if not figure.minor
    ]
    address = _on_the_day("pages.campaign", campaign.slug, dates)
    return _tally(
        f"campaign-{campaign.slug}", campaign.name, headlines, address, dates, _size(session, dates)
    )


def _size(session: Session, dates: AskedDates) -> int:
    return session.scalar(select(sources.ledger_size(dates.known_at))) or 0


def name_of(session: Session, endorsement: Endorsement, known_at: datetime | None = None) -> str:
    """A supporter's name as pages say it: a State's in the page's language, as known then."""
    iso3 = endorsement.supporter.state_iso3
    return state_names(session, known_at=known_at)[iso3] if iso3 else endorsement.supporter.name


def _tally(
    slug: str, name: str, headlines: Sequence[Figure], address: str, dates: AskedDates, size: int
) -> Citation:
    summary = "; ".join(
        f"{figure.value} {figure.label} ({figure.small})"
        if figure.small
        else f"{figure.value} {figure.label}"
        for figure in headlines
    )
    return Citation(
        key=f"rollcall-{slug}-{dates.as_of.isoformat()}",
        title=f"{name}: {summary}" if summary else name,
        address=address,
        read_on=dates.today,
        as_of=dates.as_of,
        ledger_size=size,
        invented=config().demo,
        known=_known(dates),
    )


def _known(dates: AskedDates) -> str:
    if dates.known_at is None:
        return ""
    if dates.known_on is not None:
        return str(_("at the end of %(day)s", day=day(dates.known_on)))
    return str(
        _("on %(day)s at %(time)s", day=day(dates.known_at), time=f"{dates.known_at:%H:%M:%S}")
    )


def _on_the_day(endpoint: str, slug: str, dates: AskedDates) -> str:
    """The address that shows the same tally on any later day."""
    return _whole(_path(endpoint, slug, {"as_of": dates.as_of.isoformat()} | dates.query))


def _path(endpoint: str, slug: str, query: Mapping[str, Any]) -> str:
    return url_for(endpoint, slug=slug, **query)


def _whole(path: str) -> str:
    return config().public_url + path


def _answer(cited: Citation, back: str, name: str, dates: AskedDates) -> Response:
    """The citation in the format that the address names; a page with all three without one."""
    refusal = BadInput("A citation can be had as plain, bibtex or ris.")
    asked_for = query_args.one_of("format", tuple(Format), refusal)
    if asked_for:
        write, content_type, ending = FORMATS[Format(asked_for)]
        response = Response(write(cited), content_type=content_type)
        if asked_for != Format.PLAIN:
            name = f"{cited.key}.{ending}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        page = render_template(
            "pages/cite.html",
            name=name,
            back=back,
            query=dates.query,
            written={form: FORMATS[form][0](cited) for form in Format},
        )
        response = Response(page)
    response.headers["Cache-Control"] = "public, max-age=0, s-maxage=1"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
