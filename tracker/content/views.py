"""Editors change content: a form, a preview, the step to the public pages, and the history."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.content import history_views, labels, overview_views, queries, second_person_views
from tracker.content.blueprint import EDITORS, SECONDERS, address, bp, edits, me
from tracker.content.classifications import views as classifications_views
from tracker.content.council import views as council_views
from tracker.content.drafts import preview as drafts_preview
from tracker.content.drafts import second_person, services
from tracker.content.edit_page import EditPage
from tracker.content.forms import ActForm, ContentForm
from tracker.content.queries import Subject
from tracker.content.schema import rules
from tracker.content.schema.fields import Kind
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import Conflict, NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.initiatives.models import Campaign
from tracker.pages import initiative_views
from tracker.supporters import queries as supporters

__all__ = [
    "bp",
    "classifications_views",
    "council_views",
    "history_views",
    "overview_views",
    "second_person_views",
]
SAVE, PREVIEW, PUBLISH = "save", "preview", "publish"


@bp.route("/<kind>/new", methods=["GET", "POST"])
@staff(*EDITORS)
def new(kind: str) -> ResponseReturnValue:
    """Begin a new piece of content under the place that the address names."""
    session, described = db.session(), queries.kind_named(kind)
    under = query_args.text("under")
    parent = _place(session, described, under)
    form = ContentForm.of(described, _states(session, described))
    page: dict[str, object] = {"form": form, "kind": described, "parent": parent, "under": under}
    if not form.is_submitted():
        return render_template("content/new.html", **page), 200
    if not form.validate():
        return render_template("content/new.html", **page), 422
    try:
        with transaction() as writing:
            begun = services.begin(
                writing,
                described,
                _place(writing, described, under, lock=True),
                form.values(),
                me(),
                note=form.note.data or "",
                now=utcnow(),
            )
    except RuleBroken as error:
        _say(form, error)
        return render_template("content/new.html", **page), 422
    return _go_on(begun)


@bp.route("/<kind>/<ref>", methods=["GET", "POST"])
@staff(*EDITORS)
def edit(kind: str, ref: str) -> ResponseReturnValue:
    """Show one piece of content in a form, its draft if there is one, and save what is sent."""
    session, described = db.session(), queries.kind_named(kind)
    content = queries.subject(session, described, ref)
    if content.row is not None and content.ref != ref:
        return redirect(address(request.endpoint.rpartition(".")[2], content))  # type: ignore[union-attr]
    form = _form(session, content)
    if not form.is_submitted():
        form.seen.data = content.seen
        return _page(session, content, form), 200
    if not form.validate():
        return _page(session, content, form), 422
    try:
        with transaction() as writing:
            services.save_draft(
                writing,
                queries.subject(writing, described, ref, lock=True),
                form.values(),
                me(),
                seen=form.seen.data or "",
                note=form.note.data or "",
                now=utcnow(),
            )
    except Conflict:
        return _conflict(queries.subject(session, described, ref), form), 409
    except RuleBroken as error:
        _say(form, error)
        return _page(session, queries.subject(session, described, ref), form), 422
    return _go_on(queries.subject(session, described, ref))


@bp.get("/<kind>/<ref>/preview")
@staff(*SECONDERS)
def preview(kind: str, ref: str) -> ResponseReturnValue:
    """Show the public page with the draft in its place. Nothing of it is kept."""
    described = queries.kind_named(kind)
    back = url_for(".edit", kind=kind, ref=ref) if edits() else url_for(".second")
    try:
        with transaction(rehearsal=True) as session:
            content = queries.subject(session, described, ref)
            if not (edits() or second_person.is_due(content)):
                abort(403)
            shown = drafts_preview.put_in_place(session, content, now=utcnow())
            if isinstance(shown, Campaign):
                return initiative_views.campaign_page(session, shown, preview=back)
            return initiative_views.initiative_page(session, shown, preview=back)
    except rules.Refused as error:
        return _refused(described, ref, error)
    except services.BelowRefused as error:
        return _elsewhere(error)
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(back)


def _publishes_for_two(kind: str, ref: str, step: str) -> bool:
    """Return whether a step changes what is public and takes a second person."""
    if step not in ("publish", "everything", "retire"):
        return False
    return second_person.is_due(queries.subject(db.session(), queries.kind_named(kind), ref))


@bp.post("/<kind>/<ref>/<any(publish,everything,discard,retire,take_over,keep):step>")
@staff(*EDITORS)
@needs_fresh_proof(".edit", "kind", "ref", when=_publishes_for_two)
def act(kind: str, ref: str, step: str) -> ResponseReturnValue:
    """Move a piece of content on."""
    described, form = queries.kind_named(kind), ActForm()
    try:
        with transaction() as session:
            content = queries.subject(session, described, ref, lock=True)
            notice = _take_step(session, content, step, form)
    except rules.Refused as error:
        return _refused(described, ref, error)
    except services.BelowRefused as error:
        return _elsewhere(error)
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".edit", kind=kind, ref=ref), code=303)
    flash(notice, "done")
    after = queries.of_item(db.session(), content.item) if content.item is not None else content
    if step == "retire" or (after.row is None and after.draft is None):
        return redirect(url_for(".listing", kind=kind), code=303)
    return redirect(address("edit", after), code=303)


def _take_step(session: Session, content: Subject, step: str, form: ActForm) -> str:
    seen, now = form.seen.data or "", utcnow()
    if step == "publish":
        services.publish(session, content, me(), seen=seen, now=now)
        text = _("Published. The public pages show it within a second.")
    elif step == "everything":
        count = services.publish_all(session, content, me(), seen=seen, now=now)
        text = ngettext("%(num)s draft is public now.", "%(num)s drafts are public now.", count)
    elif step == "discard":
        services.discard(session, content, me(), seen=seen, now=now)
        text = _("The draft was given up. The history keeps it.")
    elif step == "retire":
        why = form.why.data or ""
        if services.retire(session, content, me(), seen=seen, why=why, now=now):
            text = _("Taken off the public pages. It can be restored from its history.")
        else:
            text = _("Proposed. It stays public until a second person agrees.")
    elif step == "take_over":
        services.take_over(session, content, me(), seen=seen, now=now)
        text = _("What the shipped record says is a draft now. Look at it and publish it.")
    else:
        services.keep_ours(session, content, seen=seen)
        text = _("Our words stay. You are told again when the shipped record changes.")
    return str(text)


def _go_on(content: Subject) -> ResponseReturnValue:
    """Send an editor on after saving: back to the form, to the preview, or by publishing."""
    button = request.form.get("do", SAVE)
    if button == PREVIEW:
        return redirect(address("preview", content), code=303)
    if button == PUBLISH:
        try:
            with transaction() as session:
                fresh = queries.subject(session, content.kind, content.ref, lock=True)
                services.publish(session, fresh, me(), seen=content.seen, now=utcnow())
        except rules.Refused as error:
            return _refused(content.kind, content.ref, error)
        except RuleBroken as error:
            flash(localized(error), "error")
        else:
            flash(_("Published. The public pages show it within a second."), "done")
            content = fresh
            if content.item is not None:
                content = queries.of_item(db.session(), content.item)
        return redirect(address("edit", content), code=303)
    flash(_("The draft is saved. Nothing of it is public yet."), "done")
    return redirect(address("edit", content), code=303)


def _refused(kind: Kind, ref: str, error: rules.Refused) -> ResponseReturnValue:
    """Show the draft as it was saved, with what stands in the way of publishing it."""
    session = db.session()
    content = queries.subject(session, kind, ref)
    form = ContentForm.of(
        kind, _states(session, kind), values=content.values, fixed=_fixed(content), sent=False
    )
    form.seen.data = content.seen
    if content.draft is not None:
        form.note.data = content.draft.note
    flash(_("The draft is saved, but it cannot be published yet."), "error")
    form.say(error.problems)
    return _page(session, content, form), 422


def _elsewhere(error: services.BelowRefused) -> ResponseReturnValue:
    name = labels.title(error.below.kind, error.below.values)
    flash(_("Nothing was published: “%(name)s” is not ready.", name=name), "error")
    return _refused(error.below.kind, error.below.ref, rules.Refused(error.problems))


def _conflict(content: Subject, form: ContentForm) -> str:
    """Show what was typed in beside what the other editor saved."""
    typed, by = form.values(), content.newest
    form.seen.data = content.seen
    return render_template(
        "content/conflict.html",
        content=content,
        form=form,
        changes=labels.changes(content.kind, content.values, typed),
        by=staff_names(db.session()).get(by.editor_id or 0) if by is not None else None,
    )


def _say(form: ContentForm, error: RuleBroken) -> None:
    if isinstance(error, rules.Refused):
        form.say(error.problems)
    else:
        form.form_errors.append(localized(error))


def _form(session: Session, content: Subject) -> ContentForm:
    form = ContentForm.of(
        content.kind, _states(session, content.kind), values=content.values, fixed=_fixed(content)
    )
    if not form.is_submitted() and content.draft is not None:
        form.note.data = content.draft.note
    return form


def _fixed(content: Subject) -> tuple[str, ...]:
    return ("slug",) if content.row is not None else ()


def _states(session: Session, kind: Kind) -> dict[str, str]:
    """Return the States to choose from, where a kind asks for one."""
    if all(field.name != "state_iso3" for field in kind.fields):
        return {}
    return {state.iso3: state.name for state in supporters.all_states(session)}


def _place(session: Session, kind: Kind, under: str, *, lock: bool = False) -> Subject | None:
    """Return what new content is to stand under. Raises NotFound."""
    if not kind.belongs_to:
        return None
    name, _dot, ref = under.partition(".")
    above = queries.kind_named(name)
    if above.kind not in kind.belongs_to:
        raise NotFound(queries.NOT_FOUND)
    return queries.subject(session, above, ref, lock=lock)


def _page(session: Session, content: Subject, form: ContentForm) -> str:
    page = EditPage(session, content, form, me(), now=utcnow())
    return render_template("content/edit.html", page=page, content=content, form=form)
