"""Sign-up, confirmation, and a supporter's own page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import (
    Blueprint,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.core.audience import public, supporter_link
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import LinkRefused, NotFound, RuleBroken
from tracker.core.i18n import locale_code, said
from tracker.core.limits import MAILS, SIGN_UPS, limiter
from tracker.core.parts import config, signer, vault
from tracker.core.web import POLICY_WITH_WORKERS
from tracker.endorsements import choices, owning, proofs, queries, services, signup
from tracker.endorsements.forms import AskLinkForm, MandateForm, WordsForm
from tracker.endorsements.lifecycle import LINK_LIFE, Status
from tracker.endorsements.models import Endorsement
from tracker.endorsements.signup_forms import (
    GovernmentForm,
    IndividualForm,
    OrganisationForm,
    ParliamentarianForm,
)
from tracker.initiatives import queries as initiatives
from tracker.initiatives.queries import Brief
from tracker.supporters.models import SupporterKind

bp = Blueprint("endorsements", __name__)
choices.offer(bp)
MANAGE_LIFE = 24 * 3600

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
    every = choices.initiatives_in_brief(db.session())
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
        return render_template("endorsements/endorse.html", form=None, **page), status
    form = _form(kind, slug, every)
    if form.validate_on_submit():
        if isinstance(form, GovernmentForm):
            form.keep_file(config().upload_dir)
        submission = form.submission(initiative, locale_code())
        with transaction() as session:
            signup.submit(session, vault(), submission, now=utcnow())
        return redirect(url_for(".check_inbox", slug=slug), code=303)
    status = 422 if form.is_submitted() else 200
    page["median"] = choices.verification_times(db.session(), now=utcnow()).get(kind)
    response = make_response(
        render_template("endorsements/endorse.html", form=form, **page), status
    )
    if form.asks_for_proof:
        response.headers["Content-Security-Policy"] = POLICY_WITH_WORKERS
    return response


@bp.get("/sign-up/challenge.json")
@public
def challenge() -> ResponseReturnValue:
    """What a form's script calculates its proof of work from; another each time."""
    response = jsonify(proofs.challenge(signer(), now=utcnow()))
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.get("/initiatives/<slug>/endorse/sent")
@public
def check_inbox(slug: str) -> str:
    """The same page for whoever signs up, first time or not: nobody learns who signed."""
    return render_template(
        "endorsements/check_inbox.html", initiative=initiatives.by_slug(db.session(), slug)
    )


@bp.route("/confirm/<token>", methods=["GET", "POST"])
@supporter_link
def confirm(token: str) -> ResponseReturnValue:
    """A button; only the POST confirms, since mail scanners follow links (and never press)."""
    try:
        ids = signer().read("confirm", token, max_age=int(LINK_LIFE.total_seconds()))
    except LinkRefused as error:
        return _refused(error)
    if request.method == "POST":
        with transaction() as session:
            services.confirm(session, ids, now=utcnow())
        return redirect(url_for(".confirm", token=token), code=303)
    found = queries.by_ids(db.session(), ids)
    if not found or all(one.status in (Status.EXPIRED, Status.ERASED) for one in found):
        return render_template("endorsements/link_refused.html", expired=True), 410
    waiting = [one for one in found if one.status is Status.UNCONFIRMED]
    return render_template(
        "endorsements/confirm.html",
        found=[(one, owning.state(one)) for one in found],
        waiting=waiting,
        token=token,
    )


@bp.route("/manage", methods=["GET", "POST"])
@public
@limiter.limit(MAILS, methods=["POST"])
def ask_link() -> ResponseReturnValue:
    """Mails a fresh link; answers alike for every address."""
    form = AskLinkForm()
    if form.validate_on_submit():
        with transaction() as session:
            services.send_manage_link(
                session, vault(), form.email.data or "", now=utcnow(), locale=locale_code()
            )
        return render_template("endorsements/link_sent.html")
    status = 422 if form.is_submitted() else 200
    return render_template("endorsements/ask_link.html", form=form), status


@bp.get("/manage/<token>")
@supporter_link
def manage(token: str) -> ResponseReturnValue:
    """A supporter's own page: reference, status, and what can be done."""
    try:
        return _manage_page(token, WordsForm())
    except LinkRefused as error:
        return _refused(error)


@bp.post(
    "/manage/<token>/<int:endorsement_id>/<any(withdraw,answer,appeal,name,unname,erase):what>"
)
@supporter_link
def change(token: str, endorsement_id: int, what: str) -> ResponseReturnValue:
    """One change of a supporter's own entry; the link in the address authorises it."""
    digest = signer().read("manage", token, max_age=MANAGE_LIFE)
    form = WordsForm()
    if what in ("answer", "appeal") and not form.validate():
        return _manage_page(token, form, failed=endorsement_id)
    now = utcnow()
    with transaction() as session:
        endorsement = queries.mine(session, digest, endorsement_id)
        if what == "withdraw":
            services.withdraw(session, endorsement, now=now)
        elif what == "answer":
            services.answer(session, endorsement, form.words.data or "", now=now)
        elif what == "appeal":
            services.appeal(session, endorsement, form.words.data or "", now=now)
        elif what == "erase":
            services.erase(session, endorsement, now=now)
        else:
            services.choose_naming(session, endorsement, what == "name", now=now)
    return redirect(url_for(".manage", token=token), code=303)


@bp.post("/manage/<token>/<int:endorsement_id>/mandate")
@supporter_link
def end_mandate(token: str, endorsement_id: int) -> ResponseReturnValue:
    """A parliamentarian says that the mandate ended."""
    digest = signer().read("manage", token, max_age=MANAGE_LIFE)
    form = MandateForm()
    if not form.validate() or form.on.data is None:
        return _manage_page(token, WordsForm(formdata=None), failed=endorsement_id, mandate=form)
    try:
        with transaction() as session:
            endorsement = queries.mine(session, digest, endorsement_id)
            services.end_mandate(session, endorsement, form.on.data, now=utcnow())
    except RuleBroken as error:
        form.form_errors.append(said(error))
        return _manage_page(token, WordsForm(formdata=None), failed=endorsement_id, mandate=form)
    return redirect(url_for(".manage", token=token), code=303)


def _refused(error: LinkRefused) -> tuple[str, int]:
    """Says what is the matter with a link, and how to get a fresh one."""
    return render_template("endorsements/link_refused.html", expired=error.expired), 410


def _manage_page(
    token: str, form: WordsForm, failed: int | None = None, mandate: MandateForm | None = None
) -> tuple[str, int]:
    digest = signer().read("manage", token, max_age=MANAGE_LIFE)
    found = queries.of_address(db.session(), digest)
    if not found:
        return render_template("endorsements/nothing_here.html"), 200
    page = render_template(
        "endorsements/manage.html",
        token=token,
        found=[(one, owning.state(one)) for one in found],
        address=_address(found),
        questions={one.id: queries.question(one) for one in found},
        form=form,
        failed=failed,
        failed_mandate=mandate,
        mandate=MandateForm(formdata=None),
        today=utcnow().date(),
    )
    return page, 422 if failed else 200


def _address(found: list[Endorsement]) -> str | None:
    """The address behind a page's entries; none once all of them are erased."""
    sealed = next(filter(None, map(queries.sealed_address, found)), None)
    return vault().open(sealed) if sealed else None


WITHOUT_COOKIE = (confirm, ask_link, change, end_mandate)
"""Their POST needs no session: an unguessable link authorises it, or it acts for nobody."""
