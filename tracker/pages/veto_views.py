"""The veto record: all of it, one text, and its pictures as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as BaseResponse

from tracker.charts import veto_charts
from tracker.charts.picture_file import Caption
from tracker.charts.picture_store import drawn_in_turn
from tracker.core.audience import public
from tracker.core.components import config
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.core.i18n import day
from tracker.initiatives import queries as initiatives
from tracker.pages import council, folds, picture_views
from tracker.pages.blueprint import bp, page_dates, state_names
from tracker.presentation.page_cache import kept
from tracker.tallies.asked_dates import AskedDates
from tracker.vetoes import documents, queries, query_args
from tracker.vetoes.models import Seat
from tracker.vetoes.queries import Vetoed, Wanted
from tracker.vetoes.services import FIRST_YEAR

SUBJECT = "vetoes"
"""The subject of others' figures of vetoes among the reported tallies."""
MEMBERS_KNOWN_SINCE = "2005-01-01"
"""From here on the Security Council's members are on record, and texts were classified."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The texts that an address asks for, as the record has them."""

    when: AskedDates
    wanted: Wanted
    texts: Sequence[Vetoed]
    query: dict[str, str]


def _shown(session: Session) -> Shown:
    """Raises BadInput."""
    dates, wanted = page_dates(), query_args.wanted(session, blank_is_unset=True)
    return Shown(
        when=dates,
        wanted=wanted,
        texts=queries.record(
            session, as_of=dates.as_of, known_at=dates.known_at, wanted=wanted, with_votes=True
        ),
        query=wanted.query | dates.query,
    )


bp.record_once(lambda setup: setup.app.jinja_env.globals.update(veto_documents=documents))


@bp.get("/vetoes")
@public
@kept
def veto_record() -> str:
    """The vetoed texts, sifted and counted, the latest first."""
    session = db.session()
    shown = _shown(session)
    names = state_names(session, known_at=shown.when.known_at)
    return render_template(
        "vetoes/record.html",
        shown=shown,
        dates=shown.when,
        wanted=shown.wanted,
        summary=summary(shown, names),
        names=names,
        seats=list(Seat),
        modern=MEMBERS_KNOWN_SINCE,
        cast=veto_charts.cast(shown.texts),
        soviet=sum("USSR" in vetoed.veto.as_listed for vetoed in shown.texts),
        decades=folds.folded(
            reversed(shown.texts),
            lambda vetoed: vetoed.veto.vetoed_on.year,
            years=10,
            unfolded=bool(shown.wanted.query) or folds.everything(),
        ),
        every_decade=range(FIRST_YEAR // 10 * 10, shown.when.today.year + 1, 10),
        situations=queries.situations(session),
        sources=queries.sources(shown.texts),
        pictures=veto_charts.every(shown.texts, names, _span(shown), shown.query)
        if shown.texts
        else [],
        reports=[
            reported
            for reported in initiatives.all_reported(session, SUBJECT, known_at=shown.when.known_at)
            if (reported.stands_from or shown.when.today) <= shown.when.as_of
        ],
        late=queries.late(
            queries.record(session, as_of=shown.when.today, known_at=shown.when.known_at)
        ),
        last=queries.last_day(session),
        code=council.code(council.restraint(session)),
        assessments=initiatives.assessments(session, council.RESTRAINT),
    )


@bp.get("/vetoes/pictures/<name>.<any(svg,png,csv):ending>")
@public
@drawn_in_turn
def veto_picture(name: str, ending: str) -> BaseResponse:
    """One picture of the record as a file."""
    if name not in veto_charts.NAMES:
        raise NotFound("There is no picture of that name here.")
    session = db.session()
    shown = _shown(session)
    if not shown.texts:
        raise NotFound("There is nothing that this picture could show.")
    names = state_names(session, known_at=shown.when.known_at)
    picture = veto_charts.drawn(shown.texts, names, name, _span(shown), shown.query)
    said_of = f"?{urlencode(shown.query)}" if shown.query else ""
    address = f"{config().public_url}{url_for('pages.veto_record')}{said_of}"
    caption = Caption(
        day=str(_("As of %(day)s", day=day(shown.when.as_of))),
        counts=summary(shown, names),
        source=str(_("Source: Rollcall, %(address)s.", address=address)),
        invented=config().demo,
    )
    return picture_views.file(picture, caption, ending, f"vetoes-{name}-{shown.when.as_of}")


@bp.get("/vetoes/<veto_id>")
@public
def veto(veto_id: str) -> str:
    """One vetoed text: who vetoed it, who classified it, and who sat in the Council."""
    session, dates = db.session(), page_dates()
    veto = queries.veto(session, veto_id)
    if veto.vetoed_on > dates.as_of:
        raise NotFound("This text was vetoed after the day that you ask for.")
    versions = [
        classification
        for classification in queries.versions(session, veto_id)
        if dates.known_at is None or classification.recorded_at <= dates.known_at
    ]
    names = state_names(session, known_at=dates.known_at)
    return render_template(
        "vetoes/text.html",
        veto=veto,
        dates=dates,
        names=names,
        then=state_names(session, veto.vetoed_on, known_at=dates.known_at),
        versions=versions,
        standing=queries.standing(versions, as_of=dates.as_of, known_at=dates.known_at),
        others=[other for other in queries.of_day(session, veto.vetoed_on) if other is not veto],
        council=council.beside(session, veto.vetoed_on, names, known_at=dates.known_at),
        code=council.code(council.restraint(session)),
        votes={member.iso3: member.vote for member in veto.votes},
        address=config().public_url + request.path,
    )


def _span(shown: Shown) -> tuple[int, int]:
    """The years that a picture shows: all of the record's, unless fewer are asked for."""
    wanted, first, last = shown.wanted, FIRST_YEAR, shown.when.as_of.year
    if wanted.decade:
        first, last = max(first, wanted.decade), min(last, wanted.decade + 9)
    if wanted.since:
        first = max(first, wanted.since.year)
    if wanted.until:
        last = min(last, wanted.until.year)
    return first, max(first, last)


def summary(shown: Shown, names: dict[str, str]) -> str:
    """Return what is shown, in one line: how many texts, and by which filters."""
    wanted = shown.wanted
    parts = [
        ngettext("%(num)s vetoed text", "%(num)s vetoed texts", len(shown.texts)),
        _("vetoed by %(name)s", name=names[wanted.member]) if wanted.member else "",
        wanted.situation,
        _("%(decade)s to %(end)s", decade=wanted.decade, end=wanted.decade + 9)
        if wanted.decade
        else "",
        _("since %(day)s", day=day(wanted.since)) if wanted.since else "",
        _("until %(day)s", day=day(wanted.until)) if wanted.until else "",
        {
            None: "",
            True: _("in atrocity situations as others classified them"),
            False: _("not classified"),
        }[wanted.atrocity],
    ]
    return ", ".join(str(part) for part in parts if part)
