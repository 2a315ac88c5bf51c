"""A supporter's own page, and what can be done there. The link in its address authorises it."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.core.audience import public, supporter_link
from tracker.core.clock import utcnow
from tracker.core.components import config, signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, RuleBroken
from tracker.core.i18n import locale_code, localized
from tracker.core.limits import MAILS, limiter, network
from tracker.endorsements import manage_links, own_words, queries, services
from tracker.endorsements.blueprint import bp
from tracker.endorsements.manage_forms import (
    AskLinkForm,
    FileForm,
    MandateForm,
    OwnForm,
    OwnWordsForm,
    WordsForm,
)
from tracker.endorsements.models import Endorsement
from tracker.endorsements.owner_page import OwnEntry, OwnerPage
from tracker.endorsements.retention import periods
from tracker.endorsements.retention.periods import Ending


@bp.route("/manage", methods=["GET", "POST"])
@public
@limiter.limit(MAILS, methods=["POST"])
def ask_link() -> ResponseReturnValue:
    """Mail a fresh link; answer alike for every address."""
    form = AskLinkForm()
    corrects = "correct" in request.form
    if not corrects and form.validate_on_submit():
        with transaction() as session:
            services.ask_manage_link(
                session,
                vault(),
                form.email.data or "",
                network=network(),
                now=utcnow(),
                locale=locale_code(),
            )
        return render_template("endorsements/link_sent.html", form=form)
    status = 422 if form.errors else 200
    return render_template("endorsements/ask_link.html", form=form), status


@bp.get("/manage/<token>", strict_slashes=False)
@supporter_link
def manage(token: str) -> ResponseReturnValue:
    """Show a supporter's own page: reference, status, and what can be done."""
    return _page(token)


@bp.get("/manage/<token>/<int:endorsement_id>/<any(withdraw,erase):what>")
@supporter_link
def before(token: str, endorsement_id: int, what: str) -> ResponseReturnValue:
    """Show what withdrawing or erasing would do; the button on this page does it."""
    entry = _mine(db.session(), token, endorsement_id)
    own = OwnEntry(entry, now=utcnow())
    if what == "withdraw" and not own.may_withdraw:
        return redirect(url_for(".manage", token=token), code=303)
    return render_template(
        f"endorsements/{what}.html",
        token=token,
        entry=entry,
        own=own,
        kept=periods.after(Ending.WITHDRAWN, entry.kind),
    )


@bp.get("/manage/<token>/erased")
@supporter_link
def erased(token: str) -> ResponseReturnValue:
    """Say that an entry is erased, and whether anything else is recorded with the address. The link
    that was used to erase ends with that, so it opens nothing more than this page."""
    digest = manage_links.holder(db.session(), _signed(token), even_ended=True)
    left = queries.of_address(db.session(), digest)
    return render_template("endorsements/erased.html", left=left)


@bp.post("/manage/<token>/<int:endorsement_id>/<any(withdraw,name,unname,erase):what>")
@supporter_link
def change(token: str, endorsement_id: int, what: str) -> ResponseReturnValue:
    """Withdraw or erase an entry, or show its owner's name or no longer."""
    now = utcnow()
    with transaction() as session:
        entry = _mine(session, token, endorsement_id)
        if what == "withdraw":
            services.withdraw(session, entry, now=now)
        elif what == "erase":
            services.erase(session, entry, now=now)
            manage_links.end(session, _digest(token), now=now)
        else:
            named = what == "name"
            services.choose_naming(session, entry, named, now=now, language=locale_code())
    page = ".erased" if what == "erase" else ".manage"
    return redirect(url_for(page, token=token), code=303)


@bp.post("/manage/<token>/<int:endorsement_id>/<any(answer,appeal):what>")
@supporter_link
def say(token: str, endorsement_id: int, what: str) -> ResponseReturnValue:
    """Take an answer to staff, or an appeal."""
    form = WordsForm(endorsement_id)
    send = services.answer if what == "answer" else services.appeal

    def act(session: Session, entry: Endorsement) -> None:
        send(session, entry, form.words.data or "", now=utcnow())

    return _fill_in(token, form, act)


@bp.post("/manage/<token>/<int:endorsement_id>/words")
@supporter_link
def change_words(token: str, endorsement_id: int) -> ResponseReturnValue:
    """Change or delete an individual's own words; a reviewer releases them anew."""
    form = OwnWordsForm(endorsement_id)

    def act(session: Session, entry: Endorsement) -> None:
        own_words.change(session, entry, form.own_words.data or "", now=utcnow())

    return _fill_in(token, form, act)


@bp.post("/manage/<token>/<int:endorsement_id>/file")
@supporter_link
def add_file(token: str, endorsement_id: int) -> ResponseReturnValue:
    """Take a government's document as a file, where none came with the sign-up."""
    form = FileForm(endorsement_id)

    def act(session: Session, entry: Endorsement) -> None:
        file = form.file.handed()
        if file is not None:  # which its validators promise
            services.add_file(session, entry, config().upload_dir, file, now=utcnow())

    return _fill_in(token, form, act)


@bp.post("/manage/<token>/<int:endorsement_id>/mandate")
@supporter_link
def end_mandate(token: str, endorsement_id: int) -> ResponseReturnValue:
    """Record a parliamentarian's word that the mandate ended."""
    form = MandateForm(endorsement_id)

    def act(session: Session, entry: Endorsement) -> None:
        if form.on.data is not None:  # which its validators promise
            services.end_mandate(session, entry, form.on.data, now=utcnow())

    return _fill_in(token, form, act)


def _fill_in(
    token: str, form: OwnForm, act: Callable[[Session, Endorsement], None]
) -> ResponseReturnValue:
    """Do what a form of the own page asks; what was typed stays there when it cannot be done."""
    _digest(token)
    if not form.validate():
        return _page(token, form, 422)
    try:
        with transaction() as session:
            act(session, _mine(session, token, form.entry_id))
    except Conflict as error:
        form.form_errors.append(localized(error))
        return _page(token, form, 409)
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(token, form, 422)
    return redirect(url_for(".manage", token=token), code=303)


def _signed(token: str) -> object:
    """Return what a link is signed with. Raises LinkRefused."""
    return signer().read("manage", token, max_age=int(manage_links.LINK_TTL.total_seconds()))


def _digest(token: str) -> str:
    """Return the keyed hash of the address whose page it is. Raises LinkRefused."""
    return manage_links.holder(db.session(), _signed(token))


def _mine(session: Session, token: str, endorsement_id: int) -> Endorsement:
    """Return one of the entries behind a link. Raises NotFound, alike for another's, for one that
    another has had erased and for one that never was."""
    return queries.entry_of_address(session, _digest(token), endorsement_id)


@bp.errorhandler(manage_links.UsedToErase)
def _erased_already(_error: manage_links.UsedToErase) -> ResponseReturnValue:
    """Lead the second press of a button where the first led."""
    return redirect(url_for(".erased", token=(request.view_args or {})["token"]), code=303)


def _page(token: str, sent: OwnForm | None = None, status: int = 200) -> tuple[str, int]:
    entries = queries.of_address(db.session(), _digest(token))
    if not entries:
        return render_template("endorsements/nothing_here.html"), 200
    page = OwnerPage(entries, vault(), now=utcnow(), sent=sent)
    return render_template("endorsements/manage.html", token=token, page=page), status
