"""The sign-up form, and the page that says to look into one's inbox."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping

from flask import (
    Response,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.clock import utcnow
from tracker.core.components import signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound
from tracker.core.i18n import locale_code, localized
from tracker.core.limits import CHALLENGES, SIGN_UPS, count_reading, limiter
from tracker.core.web import POLICY_WITH_WORKERS
from tracker.endorsements import manage_views, stay_named_views
from tracker.endorsements.abuse import proof_of_work
from tracker.endorsements.blueprint import bp
from tracker.endorsements.evidence import held_files
from tracker.endorsements.retention import periods
from tracker.endorsements.retention.periods import Ending
from tracker.endorsements.signup import choices, confirmation_views, standing_record
from tracker.endorsements.signup import services as signup_services
from tracker.endorsements.signup.forms import SignUpForm
from tracker.endorsements.signup.kinds_forms import (
    GovernmentForm,
    IndividualForm,
    OrganisationForm,
    ParliamentarianForm,
)
from tracker.endorsements.signup.standing_record import Recorded
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.supporters.models import SupporterKind

TOLD_AT_SIGN_UP = (Ending.WITHDRAWN, Ending.REJECTED, Ending.CLOSED)
FORM_COOKIE = "sent_form"
"""The key in the form's own cookie of what was sent, until the next page shows it."""
MAX_COOKIE_BYTES = 2000
"""Bytes, of the 4096 that browsers keep (RFC 6265, 6.1), before base64 and what else is there."""
KINDS: tuple[tuple[SupporterKind, LazyString, LazyString], ...] = (
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
FORMS: dict[SupporterKind, type[SignUpForm]] = {
    SupporterKind.INDIVIDUAL: IndividualForm,
    SupporterKind.ORGANISATION: OrganisationForm,
    SupporterKind.PARLIAMENTARIAN: ParliamentarianForm,
    SupporterKind.GOVERNMENT: GovernmentForm,
}


@bp.route("/initiatives/<slug>/endorse", methods=["GET", "POST"])
@public
@limiter.limit(SIGN_UPS, methods=["POST"])
def endorse(slug: str) -> ResponseReturnValue:
    """Show the sign-up form and take it, the kind chosen first by ``?kind=``."""
    briefs = choices.initiatives_in_brief(db.session(), utcnow().date())
    initiative = briefs.get(slug)
    if initiative is None:
        raise NotFound("There is no initiative of that name here.")
    kind_text = query_args.text("kind")
    kind = SupporterKind(kind_text) if kind_text in set(SupporterKind) else None
    if kind is None or kind not in initiative.open_to:
        unknown = 400 if kind_text else 200
        return _kinds_page(initiative, kind, briefs), unknown if kind is None else 409
    form = _form(kind, slug, briefs)
    recorded: list[Recorded] = []
    if isinstance(form, GovernmentForm):
        recorded = standing_record.of_states(db.session(), [initiative.id])
        form.mark_recorded(recorded)
    if "correct" not in request.form and form.validate_on_submit():
        submission = form.submission(form.initiatives(initiative), locale_code())
        try:
            with transaction() as own:
                signup_services.submit(own, vault(), submission, now=utcnow())
        except held_files.NoRoom as error:
            form.file.errors = [localized(error)]
        else:
            session[FORM_COOKIE] = _typed(kind)
            return redirect(url_for(".check_inbox", slug=slug), code=303)
    return _form_page(initiative, kind, form, recorded)


def _form(kind: SupporterKind, slug: str, briefs: Mapping[str, Brief]) -> SignUpForm:
    others = [brief for brief in briefs.values() if brief.slug != slug and kind in brief.open_to]
    return FORMS[kind](
        offered=choices.offered(db.session(), locale_code()[:2]),
        others=others,
        asking=choices.asking(db.session(), now=utcnow()),
    )


def _form_page(
    initiative: Brief, kind: SupporterKind, form: SignUpForm, recorded: list[Recorded]
) -> Response:
    page = render_template(
        "endorsements/endorse.html",
        initiative=initiative,
        kinds=_open_kinds(initiative),
        kind=kind,
        form=form,
        recorded=recorded,
        kept={ending.value: periods.after(ending, kind) for ending in TOLD_AT_SIGN_UP},
        notice=periods.NOTICE,
        median=choices.verification_times(db.session(), now=utcnow()).get(kind),
    )
    response = make_response(page, 422 if form.errors else 200)
    # it holds its reader's own token and cookie: no cache between may hand it to another
    response.headers["Cache-Control"] = "private, no-cache"
    if form.asks_for_proof:
        response.headers["Content-Security-Policy"] = POLICY_WITH_WORKERS
    return response


def _kinds_page(initiative: Brief, kind: SupporterKind | None, briefs: Mapping[str, Brief]) -> str:
    """Ask who signs; or say why nobody can sign today, and what can be done instead."""
    if initiative.open_to:
        kinds = _open_kinds(initiative)
        return render_template(
            "endorsements/endorse.html", initiative=initiative, kinds=kinds, kind=kind, form=None
        )
    campaign = [brief for brief in briefs.values() if brief.campaign_id == initiative.campaign_id]
    return render_template(
        "endorsements/not_open.html",
        initiative=initiative,
        kind=kind,
        others=[brief for brief in campaign if brief.open_to],
    )


def _open_kinds(initiative: Brief) -> list[tuple[SupporterKind, LazyString, LazyString]]:
    """Return the kinds that may sign today, each with its label and a hint."""
    return [choice for choice in KINDS if choice[0] in initiative.open_to]


@bp.get("/sign-up/challenge.json")
@public
def challenge() -> ResponseReturnValue:
    """Hand out what a form's script calculates its proof of work from; another each time."""
    count_reading("challenges", CHALLENGES)
    response = jsonify(proof_of_work.challenge(signer(), now=utcnow()))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/initiatives/<slug>/endorse/sent")
@public
def check_inbox(slug: str) -> ResponseReturnValue:
    """Show the same page to whoever signs up, first time or not: nobody learns who signed. It shows
    the address that was typed, and leads back to the form as it was filled in."""
    initiative = initiatives.by_slug(db.session(), slug)
    typed = json.loads(session.pop(FORM_COOKIE, "null"))
    response = make_response(
        render_template("endorsements/check_inbox.html", initiative=initiative, typed=typed)
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _typed(kind: SupporterKind | None) -> str:
    """Return the form as it was sent, as JSON, for the next page alone, in the form's own cookie:
    nothing of it stands in an address. If a cookie does not hold all of it, the words are left
    out."""
    fields = [
        [name, value]
        for name, value in request.form.items(multi=True)
        if name not in ("csrf_token", "nickname", "opened", "proof")
    ]
    fields.append(["opened", request.form.get("opened", "")])
    text = json.dumps(fields).encode()
    if len(text) > MAX_COOKIE_BYTES and len(zlib.compress(text)) > MAX_COOKIE_BYTES:
        fields = [field for field in fields if field[0] != "words"]
    email = request.form.get("email", "").strip()
    return json.dumps({"kind": kind, "fields": fields, "email": email})


WITHOUT_COOKIE = (
    confirmation_views.press_confirm,
    confirmation_views.disown,
    manage_views.ask_link,
    manage_views.change,
    manage_views.say,
    manage_views.end_mandate,
    manage_views.change_words,
    manage_views.add_file,
    stay_named_views.choose_record,
)
"""Their POST needs no session: an unguessable link authorises it, or it acts for nobody."""
