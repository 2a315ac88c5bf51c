"""Pages on which editors and reviewers say that a State was renamed or succeeded."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.review.became import Difference, shown_first
from tracker.review.became_forms import LANGUAGES, StateNamesForm, SuccessionForm
from tracker.review.blueprint import EDITOR, EVERYBODY, REVIEWER, bp, me
from tracker.supporters import histories, queries, renaming
from tracker.supporters.changes import ChangeKind, SupporterChange


@bp.get("/staff/states")
@staff(*EVERYBODY)
def states() -> str:
    """The 195 States, to say what became of one."""
    session = db.session()
    return render_template(
        "review/states.html",
        states=queries.all_states(session),
        governments=queries.government_ids(session),
    )


@bp.route("/staff/states/<iso3>/rename", methods=["GET", "POST"])
@staff(REVIEWER, EDITOR)
def rename_state(iso3: str) -> ResponseReturnValue:
    """Record a State's new names, in the languages in which they are known."""
    session = db.session()
    state, government = queries.state(session, iso3), queries.government(session, iso3)
    form = StateNamesForm(state, histories.newest_id(session, government.id))

    def carry(session: Session) -> SupporterChange:
        return renaming.rename_state(
            session,
            queries.state(session, iso3),
            form.wanted(),
            form.happened(me().id),
            now=utcnow(),
        )

    differences = []
    for code, (before, after) in renaming.state_difference(state, form.wanted()).items():
        language = str(LANGUAGES[code])
        differences += [
            Difference(_("%(language)s, short", language=language), before.short, after.short),
            Difference(_("%(language)s, formal", language=language), before.formal, after.formal),
        ]
    differences = [one for one in differences if one.before != one.after]
    return shown_first(government, ChangeKind.RENAMED, form, carry, differences)


@bp.route("/staff/states/<iso3>/succession", methods=["GET", "POST"])
@staff(REVIEWER, EDITOR)
def succeed_state(iso3: str) -> ResponseReturnValue:
    """Record that a State was succeeded by another."""
    session = db.session()
    government = queries.government(session, iso3)
    others = [(one.iso3, one.name) for one in queries.all_states(session) if one.iso3 != iso3]
    form = SuccessionForm(others, histories.newest_id(session, government.id))

    def carry(session: Session) -> SupporterChange:
        old, new = queries.state(session, iso3), queries.state(session, form.successor.data)
        return renaming.succeed(session, old, new, form.happened(me().id), now=utcnow())

    return shown_first(government, ChangeKind.SUCCEEDED, form, carry)
