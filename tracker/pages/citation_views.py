"""What can be cited here: a document, an entry, a tally. One scheme of addresses, ``…/cite``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

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
from tracker.initiatives.reported import ReportedTally
from tracker.ledger import sequencer
from tracker.pages import combined_views
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.pages.combined_views import Together
from tracker.presentation import figures, labels
from tracker.presentation.citation_formats import WRITTEN, Citation, Format
from tracker.presentation.figures import Figure
from tracker.presentation.page_cache import NOWHERE
from tracker.tallies import queries as tallies
from tracker.tallies import sources
from tracker.tallies.asked_dates import AskedDates
from tracker.tallies.queries import Tally
from tracker.tallies.reconciliation import side_by_side


@bp.get("/documents/<int:document_id>/cite")
@public
def cite_document(document_id: int) -> ResponseReturnValue:
    """A document, to cite."""
    session, when = db.session(), page_dates()
    found = initiatives.document(session, document_id)
    back = url_for(".document", document_id=document_id)
    return _answer(of_document(session, found, when), back, found.title, when)


@bp.get("/endorsements/<int:endorsement_id>/cite")
@public
def cite_entry(endorsement_id: int) -> ResponseReturnValue:
    """One entry, to cite."""
    session, when = db.session(), page_dates()
    found = publication.entry(session, endorsement_id)
    cited = of_entry(session, found, name_of(session, found, when.known_at), when)
    back = url_for(".endorsement", endorsement_id=endorsement_id)
    answer = _answer(cited, back, found.reference, when)
    if found.kind.is_person:
        answer.headers["Cache-Control"] = NOWHERE
    return answer


@bp.get("/initiatives/<slug>/cite")
@public
def cite_initiative(slug: str) -> ResponseReturnValue:
    """An initiative's tally, to cite."""
    session, when = db.session(), page_dates()
    found = initiatives.by_slug(session, slug)
    tally, reported = side_by_side(session, found, when)
    back = _path("pages.initiative", slug, when.query)
    return _answer(of_tally(found, tally, reported, when), back, found.name, when)


@bp.get("/campaigns/<slug>/cite")
@public
def cite_campaign(slug: str) -> ResponseReturnValue:
    """A campaign's tally, to cite: that of its initiatives together or, where they have none, of
    each."""
    session, when = db.session(), page_dates()
    found = initiatives.campaign_by_slug(session, slug)
    tallies.snapshot(session)
    together = combined_views.together(session, found, when)
    if together is not None:
        back = _path("pages.combined", slug, when.query)
        return _answer(of_together(session, found, together, when), back, found.name, when)
    figured = [figures.all_of(one, *side_by_side(session, one, when)) for one in found.initiatives]
    back = _path("pages.campaign", slug, when.query)
    return _answer(of_campaign(session, found, figured, when), back, found.name, when)


def of_document(session: Session, one: Document, when: AskedDates) -> Citation:
    """A document as its publisher's, and that it is listed here."""
    size = sequencer.size(session)
    return Citation(
        key=f"rollcall-document-{one.id}",
        title=one.title,
        address=_whole(url_for("pages.document", document_id=one.id)),
        read_on=when.today,
        as_of=when.today,
        ledger_size=size,
        invented=config().demo,
        author=one.publisher,
        dated=one.dated,
        reference=one.reference,
        link=reading_link(one.reference) or "",
        language=one.language,
    )


def of_entry(session: Session, one: Endorsement, name: str, when: AskedDates) -> Citation:
    """An entry as it stands today."""
    title = _(
        "%(name)s: %(initiative)s, %(standing)s, entry %(reference)s",
        name=name,
        initiative=one.initiative.name,
        standing=labels.for_standing(one),
        reference=one.reference,
    )
    return Citation(
        key=f"rollcall-{one.reference.lower()}",
        title=str(title),
        address=_whole(url_for("pages.endorsement", endorsement_id=one.id)),
        read_on=when.today,
        as_of=when.today,
        ledger_size=sequencer.size(session),
        invented=config().demo,
    )


def of_tally(
    one: Initiative, tally: Tally, reported: ReportedTally | None, when: AskedDates
) -> Citation:
    """An initiative's tally as of a day: the numbers of its headline, each with its words."""
    shown = [each for each in figures.all_of(one, tally, reported) if not each.minor]
    address = _on_the_day("pages.initiative", one.slug, when)
    return _tally(one.slug, one.name, shown, address, when, tally.ledger_size)


def of_together(session: Session, one: Campaign, together: Together, when: AskedDates) -> Citation:
    """What a campaign's initiatives have together as of a day."""
    address = _on_the_day("pages.combined", one.slug, when)
    return _tally(one.slug, one.name, together.figures, address, when, _size(session, when))


def of_campaign(
    session: Session, one: Campaign, figured: Sequence[Sequence[Figure]], when: AskedDates
) -> Citation:
    """A campaign whose initiatives have no tally together: the headline of each, in their order."""
    shown = [
        each if len(figured) == 1 else replace(each, label=f"{each.label}, {initiative.name}")
        for initiative, every in zip(one.initiatives, figured, strict=True)
        for each in every
        if not each.minor
    ]
    address = _on_the_day("pages.campaign", one.slug, when)
    return _tally(f"campaign-{one.slug}", one.name, shown, address, when, _size(session, when))


def _size(session: Session, when: AskedDates) -> int:
    return session.scalar(select(sources.ledger_size(when.known_at))) or 0


def name_of(session: Session, one: Endorsement, known_at: datetime | None = None) -> str:
    """A supporter's name as pages say it: a State's in the page's language, as known then."""
    iso3 = one.supporter.state_iso3
    return state_names(session, known_at=known_at)[iso3] if iso3 else one.supporter.name


def _tally(
    slug: str, name: str, shown: Sequence[Figure], address: str, when: AskedDates, size: int
) -> Citation:
    said = "; ".join(
        f"{each.value} {each.label} ({each.small})" if each.small else f"{each.value} {each.label}"
        for each in shown
    )
    return Citation(
        key=f"rollcall-{slug}-{when.as_of.isoformat()}",
        title=f"{name}: {said}" if said else name,
        address=address,
        read_on=when.today,
        as_of=when.as_of,
        ledger_size=size,
        invented=config().demo,
        known=_known(when),
    )


def _known(when: AskedDates) -> str:
    if when.known_at is None:
        return ""
    if when.known_on is not None:
        return str(_("at the end of %(day)s", day=day(when.known_on)))
    return str(
        _("on %(day)s at %(time)s", day=day(when.known_at), time=f"{when.known_at:%H:%M:%S}")
    )


def _on_the_day(endpoint: str, slug: str, when: AskedDates) -> str:
    """The address that shows the same tally on any later day."""
    return _whole(_path(endpoint, slug, {"as_of": when.as_of.isoformat()} | when.query))


def _path(endpoint: str, slug: str, query: Mapping[str, Any]) -> str:
    return url_for(endpoint, slug=slug, **query)


def _whole(path: str) -> str:
    return config().public_url + path


def _answer(cited: Citation, back: str, name: str, when: AskedDates) -> Response:
    """The citation in the format that the address names; a page with all three without one."""
    asked_for = request.args.get("format", "")
    if asked_for not in ("", *Format):
        raise BadInput(_("A citation can be had as plain, bibtex or ris."))
    if asked_for:
        write, content_type, ending = WRITTEN[Format(asked_for)]
        response = Response(write(cited), content_type=content_type)
        if asked_for != Format.PLAIN:
            name = f"{cited.key}.{ending}"
            response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    else:
        page = render_template(
            "pages/cite.html",
            name=name,
            back=back,
            query=when.query,
            written={one: WRITTEN[one][0](cited) for one in Format},
        )
        response = Response(page)
    response.headers["Cache-Control"] = "public, max-age=0, s-maxage=1"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
