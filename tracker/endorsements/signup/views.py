"""Sign-up and its confirmation."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from flask import jsonify, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.core.audience import public, supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import config, signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.i18n import locale_code, said
from tracker.core.limits import CHALLENGES, SIGN_UPS, count_reading, limiter, network
from tracker.core.web import POLICY_WITH_WORKERS
from tracker.endorsements import manage_views, queries, services, stay_named_views
from tracker.endorsements.abuse import proof_of_work
from tracker.endorsements.blueprint import bp, link_refused
from tracker.endorsements.evidence import held_files
from tracker.endorsements.lifecycle import LINK_LIFE, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.retention import periods
from tracker.endorsements.retention.periods import Ending
from tracker.endorsements.signup import choices, confirmation, standing_record
from tracker.endorsements.signup import services as signup_services
from tracker.endorsements.signup.confirmation_forms import form_for
from tracker.endorsements.signup.kinds_forms import (
    GovernmentForm,
    IndividualForm,
    OrganisationForm,
    ParliamentarianForm,
)
from tracker.endorsements.signup.standing_record import Recorded
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.supporters.models import Supporter, SupporterKind

TOLD_AT_SIGN_UP = (Ending.WITHDRAWN, Ending.REJECTED, Ending.CLOSED)
TYPED = "sent_form"
"""Where the form's own cookie keeps what was sent, until the next page shows it."""
ROOM_IN_COOKIE = 2000
"""Bytes, of the 4096 that browsers keep (RFC 6265, 6.1), before base64 and what else is there."""
KINDS = (
    (SupporterKind.INDIVIDUAL, _l("As an individual"), _l("You sign for yourself.")),
    (
        SupporterKind.ORGANISATION,
        _l("For an organisation"),
        _l("You are authorised to sign for an NGO, a network, a company or a faith body."),
    ),
    (
        SupporterKind.PARLIAMENTARIAN,
        _l("As a parliamentarian"),
        _l("You are, or were, a member of a national or regional parliament."),
    ),
    (
        SupporterKind.GOVERNMENT,
        _l("For a government"),
        _l("You act for a mission or ministry of a Member or Observer State."),
    ),
)


FORMS: dict[SupporterKind, type[Any]] = {
    SupporterKind.INDIVIDUAL: IndividualForm,
    SupporterKind.ORGANISATION: OrganisationForm,
    SupporterKind.PARLIAMENTARIAN: ParliamentarianForm,
    SupporterKind.GOVERNMENT: GovernmentForm,
}


def _form(kind: SupporterKind, slug: str, every: Mapping[str, Brief]) -> Any:
    others = [one for one in every.values() if one.slug != slug and kind in one.open_to]
    return FORMS[kind](
        offered=choices.offered(db.session(), locale_code()[:2]),
        others=others,
        asking=choices.asking(db.session(), now=utcnow()),
    )


@bp.route("/initiatives/<slug>/endorse", methods=["GET", "POST"])
@public
@limiter.limit(SIGN_UPS, methods=["POST"])
def endorse(slug: str) -> ResponseReturnValue:
    """Sign up, the kind chosen first by ``?kind=``."""
    today = utcnow().date()
    every = choices.initiatives_in_brief(db.session(), today)
    initiative = every.get(slug)
    if initiative is None:
        raise NotFound(_("There is no initiative of that name here."))
    asked = request.args.get("kind", "")
    kind = SupporterKind(asked) if asked in set(SupporterKind) else None
    page: dict[str, Any] = {
        "initiative": initiative,
        "kinds": [one for one in KINDS if one[0] in initiative.open_to],
        "kind": kind,
    }
    if kind not in initiative.open_to:
        refused = (kind is not None and 409) or 200
        status = refused if not asked or kind else 400
        if not initiative.open_to:
            return _not_open(initiative, kind, every, today), status
        return render_template("endorsements/endorse.html", form=None, **page), status
    form = _form(kind, slug, every)
    if isinstance(form, GovernmentForm):
        page["recorded"] = standing_record.of_states(db.session(), [initiative.id])
        form.mark_recorded(page["recorded"])
    corrects = "correct" in request.form
    if not corrects and form.validate_on_submit():
        submission = form.submission(initiative, locale_code())
        try:
            with transaction() as own:
                signup_services.submit(own, vault(), submission, now=utcnow())
        except held_files.NoRoom as error:
            form.file.errors = [said(error)]
        else:
            session[TYPED] = _typed(kind)
            return redirect(url_for(".check_inbox", slug=slug), code=303)
    status = 422 if form.errors else 200
    if kind is not None:
        page["kept"] = {one.value: periods.after(one, kind) for one in TOLD_AT_SIGN_UP}
        page["notice"] = periods.NOTICE
    page["median"] = choices.verification_times(db.session(), now=utcnow()).get(kind)
    response = make_response(
        render_template("endorsements/endorse.html", form=form, **page), status
    )
    # it holds its reader's own token and cookie: no cache between may hand it to another
    response.headers["Cache-Control"] = "private, no-cache"
    if form.asks_for_proof:
        response.headers["Content-Security-Policy"] = POLICY_WITH_WORKERS
    return response


def _not_open(
    initiative: Brief, kind: SupporterKind | None, every: Mapping[str, Brief], today: date
) -> str:
    """Why nobody can sign today, and what can be done instead."""
    campaign = [one for one in every.values() if one.campaign_id == initiative.campaign_id]
    return render_template(
        "endorsements/not_open.html",
        initiative=initiative,
        kind=kind,
        today=today,
        others=[one for one in campaign if one.open_to],
    )


@bp.get("/sign-up/challenge.json")
@public
def challenge() -> ResponseReturnValue:
    """What a form's script calculates its proof of work from; another each time."""
    count_reading("challenges", CHALLENGES)
    response = jsonify(proof_of_work.challenge(signer(), now=utcnow()))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/initiatives/<slug>/endorse/sent")
@public
def check_inbox(slug: str) -> ResponseReturnValue:
    """The same page for whoever signs up, first time or not: nobody learns who signed. It shows
    the address that was typed, and leads back to the form as it was filled in."""
    initiative = initiatives.by_slug(db.session(), slug)
    typed = json.loads(session.pop(TYPED, "null"))
    response = make_response(
        render_template("endorsements/check_inbox.html", initiative=initiative, typed=typed)
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _typed(kind: SupporterKind | None) -> str:
    """The form as it was sent, as JSON, for the next page alone, in the form's own cookie: nothing
    of it stands in an address. If a cookie does not hold all of it, the words are left out."""
    fields = [
        [name, value]
        for name, value in request.form.items(multi=True)
        if name not in ("csrf_token", "nickname", "opened", "proof")
    ]
    fields.append(["opened", request.form.get("opened", "")])
    text = json.dumps(fields).encode()
    if len(text) > ROOM_IN_COOKIE and len(zlib.compress(text)) > ROOM_IN_COOKIE:
        fields = [one for one in fields if one[0] != "words"]
    email = request.form.get("email", "").strip()
    return json.dumps({"kind": kind, "fields": fields, "email": email})


@bp.get("/confirm/<token>", strict_slashes=False)
@supporter_link
def confirm(token: str) -> ResponseReturnValue:
    """All that would be recorded and made public, to be corrected, and a button. Only the POST
    confirms, since mail scanners follow links (and never press)."""
    ids = _submission_of(token)
    found = queries.by_ids(db.session(), ids)
    states = [(one, confirmation.outcome(db.session(), one)) for one in found]
    if not found or all(state in ("expired", "erased") for _one, state in states):
        return link_refused(expired=True)
    waiting = [one for one in found if one.status is Status.UNCONFIRMED]
    if not waiting:
        return render_template("endorsements/confirmed.html", found=states)
    known = confirmation.known(db.session(), waiting[0])
    offered = choices.offered(db.session(), locale_code()[:2])
    form = form_for(waiting, known, offered)
    return _confirmation_page(token, waiting, known, form)


@bp.post("/confirm/<token>", strict_slashes=False)
@supporter_link
def press_confirm(token: str) -> ResponseReturnValue:
    """Confirms what the page shows, as corrected there."""
    ids = _submission_of(token)
    if not request.form:
        _confirm(ids, None)
        return redirect(url_for(".confirm", token=token), code=303)
    waiting = [one for one in queries.by_ids(db.session(), ids) if one.status is Status.UNCONFIRMED]
    if waiting:
        known = confirmation.known(db.session(), waiting[0])
        offered = choices.offered(db.session(), locale_code()[:2])
        form = form_for(waiting, known, offered, request.form, request.files)
        if not form.validate():
            return _shown_again(token, ids, waiting, known, form)
        every = choices.initiatives_in_brief(db.session(), utcnow().date()).values()
        try:
            _confirm(ids, form.corrected(every, locale_code()))
        except RuleBroken as error:
            form.form_errors.append(said(error))
            return _shown_again(token, ids, waiting, known, form)
    return redirect(url_for(".confirm", token=token), code=303)


def _confirm(ids: list[int], corrected: Submission | None) -> None:
    """Confirm, and once more if another link of the same address was quicker."""

    def attempt() -> None:
        with transaction() as session:
            if others := services.confirm(session, ids, now=utcnow(), corrected=corrected):
                held_files.store(session, config().upload_dir, others)

    try:
        attempt()
    except Conflict:
        attempt()


def _shown_again(
    token: str, ids: list[int], waiting: list[Endorsement], known: Supporter, form: Any
) -> ResponseReturnValue:
    """The page with what is wrong. A file that came with it waits here, if there is room."""
    file = form.file.handed() if isinstance(form, GovernmentForm) and not form.file.errors else None
    if file is not None:
        with suppress(held_files.NoRoom), transaction() as session:
            held_files.keep(session, ids, file, network(), now=utcnow())
            form.file.data = None  # a file that is still there is asked for again
    return _confirmation_page(token, waiting, known, form, 422)


def _confirmation_page(
    token: str, waiting: list[Endorsement], known: Supporter, form: Any, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "endorsements/confirm.html",
        token=token,
        first=waiting[0],
        waiting=waiting,
        is_known=known is not waiting[0].supporter,
        files=held_files.waiting(db.session(), [one.id for one in waiting]),
        recorded=_recorded(waiting, form),
        form=form,
    )
    return page, status


def _recorded(waiting: list[Endorsement], form: Any) -> list[Recorded]:
    """What counts already of the State that a confirmation page names."""
    if not isinstance(form, GovernmentForm) or not form.state.data:
        return []
    ids = [one.initiative_id for one in waiting]
    return standing_record.of_states(db.session(), ids, form.state.data)


@bp.route("/confirm/<token>/not-me", methods=["GET", "POST"], strict_slashes=False)
@supporter_link
def disown(token: str) -> ResponseReturnValue:
    """A button for whoever never signed up; only the POST erases."""
    ids = _submission_of(token)
    if request.method == "POST":
        with transaction() as session:
            services.disown(session, ids, now=utcnow())
        return redirect(url_for(".disown", token=token), code=303)
    found = queries.by_ids(db.session(), ids)
    return render_template(
        "endorsements/disown.html",
        waiting=[one for one in found if one.status is Status.UNCONFIRMED],
        recorded=[one for one in found if one.status not in (Status.EXPIRED, Status.ERASED)],
    )


def _submission_of(token: str) -> list[int]:
    """The endorsements of the sign-up that a link is for. Raises LinkRefused."""
    ids: list[int] = signer().read("confirm", token, max_age=int(LINK_LIFE.total_seconds()))
    return ids


WITHOUT_COOKIE = (
    press_confirm,
    disown,
    manage_views.ask_link,
    manage_views.change,
    manage_views.say,
    manage_views.end_mandate,
    manage_views.change_words,
    manage_views.add_file,
    stay_named_views.choose_record,
)
"""Their POST needs no session: an unguessable link authorises it, or it acts for nobody."""
