"""Individuals' words: which wait for a reviewer, which are public, which were hidden."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy.orm import Session

from tracker.accounts.current_account import REVIEWER, me
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.endorsements import own_words
from tracker.review.queue import queries
from tracker.staff.blueprint import bp

LISTS = {
    "waiting": (None, _l("Words to release")),
    "released": (True, _l("Released words")),
    "hidden": (False, _l("Hidden words")),
}
JUDGEMENTS = {"release": True, "hide": False}


@bp.get("/staff/words")
@staff(REVIEWER)
def words_to_release() -> str:
    """Show words of individuals, without their names: by default those that nobody has judged."""
    shown = query_args.text("list", "waiting")
    if shown not in LISTS:
        raise BadInput("There is no such filter.")
    after = query_args.row_number("after") or 0
    released, title = LISTS[shown]
    entries = own_words.listed(
        db.session(), released=released, after=after, limit=own_words.PAGE + 1
    )
    more = len(entries) > own_words.PAGE
    entries = entries[: own_words.PAGE]
    return render_template(
        "staff/words.html",
        entries=entries,
        fingerprint=own_words.fingerprint,
        lists=LISTS,
        shown=shown,
        title=title,
        next_after=entries[-1].id if more else None,
    )


@bp.post("/staff/words")
@staff(REVIEWER)
def judge_words() -> ResponseReturnValue:
    """Release or hide the chosen words. What was changed meanwhile is left, and said."""
    back = redirect(url_for(".words_to_release", list=request.form.get("list")), code=303)
    chosen = [value.partition(".") for value in request.form.getlist("entry")]
    release = _release()
    if not chosen:
        flash(_("Choose the words first."), "error")
        return back
    judged = 0
    with transaction() as session:
        for number, _dot, seen in chosen:
            try:
                _judge(session, number, seen, release=release)
                judged += 1
            except (RuleBroken, NotFound) as error:
                flash(f"{number}: {localized(error)}", "error")
    if judged:
        flash(
            ngettext("Released: %(num)s entry.", "Released: %(num)s entries.", judged)
            if release
            else ngettext("Hidden: %(num)s entry.", "Hidden: %(num)s entries.", judged),
            "done",
        )
    return back


@bp.post("/staff/endorsements/<int:id>/words")
@staff(REVIEWER)
def judge_words_of(id: int) -> ResponseReturnValue:
    """Release or hide the words of one entry, from its own page."""
    release = _release()
    try:
        with transaction() as session:
            _judge(session, str(id), request.form.get("seen", ""), release=release)
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        flash(_("The words are public now.") if release else _("The words are hidden."), "done")
    return redirect(url_for(".item", id=id), code=303)


def _release() -> bool:
    judgement = request.form.get("what", "")
    if judgement not in JUDGEMENTS:
        raise BadInput("Choose whether to release or to hide the words.")
    return JUDGEMENTS[judgement]


def _judge(session: Session, number: str, seen: str, *, release: bool) -> None:
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        raise NotFound("There is no entry of this number.")
    entry = queries.for_change(session, int(number))
    own_words.judge(session, entry, me().id, release=release, seen=seen, now=utcnow())
