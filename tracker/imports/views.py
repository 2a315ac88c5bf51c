"""The pages on which staff bring a published list in: upload, columns, what each row would do,
apply, undo."""

from __future__ import annotations

import tempfile
from pathlib import Path

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts.current_account import EVERYBODY, REVIEWER, me
from tracker.accounts.queries import staff_names
from tracker.core import query_args
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import config
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, NotFound, RuleBroken
from tracker.core.i18n import localized
from tracker.imports import columns, comparison, pasted, queries, reader, services
from tracker.imports import progress as imports_progress
from tracker.imports.columns import Field
from tracker.imports.days import Order
from tracker.imports.forms import ColumnsForm, ListForm, PasteForm, UploadForm
from tracker.imports.labels import OUTCOMES, STATES
from tracker.imports.models import AT_WORK, ImportRow, ImportRun, Outcome, RunState
from tracker.initiatives import queries as initiatives
from tracker.review.bulk import services as bulk_services
from tracker.review.queue.queries import Filters
from tracker.staff.blueprint import words
from tracker.staff.forms.decisions import SettleForm
from tracker.supporters import queries as supporters
from tracker.supporters.models import SupporterKind
from tracker.supporters.recognition import StateNames

bp = Blueprint("imports", __name__, url_prefix="/staff/imports")


@bp.context_processor
def _words() -> dict[str, object]:
    return words() | {"outcome_words": OUTCOMES, "state_words": STATES, "part": {}}


@bp.route("", methods=["GET", "POST"])
@staff(*EVERYBODY)
def index() -> ResponseReturnValue:
    """Show every import, and the way to begin one."""
    session = db.session()
    form = UploadForm(initiatives.all_initiatives(session))
    if not form.is_submitted():
        return _index(form), 200
    if not form.validate():
        return _index(form), 422
    try:
        sha256, headers = _keep(form)
        mapping = columns.guess(session, headers)
        columns.kind_of(mapping)
    except columns.ColumnsUnclear:
        return _ask_columns(form, sha256, headers, mapping), 200
    except BadInput as error:
        form.form_errors.append(localized(error))
        return _index(form), 422
    return _begin(form, sha256, _name(form), mapping)


@bp.route("/paste", methods=["GET", "POST"])
@staff(*EVERYBODY)
def paste() -> ResponseReturnValue:
    """Take in names that are pasted, and show at once what each would do."""
    session = db.session()
    form = PasteForm(
        initiatives.all_initiatives(session), data={"initiative": query_args.given("initiative")}
    )
    if form.is_submitted() and form.validate():
        try:
            return redirect(url_for(".run", id=_paste(form)), code=303)
        except (BadInput, RuleBroken) as error:
            form.form_errors.append(localized(error))
    page = render_template("imports/paste.html", form=form, most=pasted.MAX_NAMES)
    return page, 422 if form.is_submitted() else 200


def _paste(form: PasteForm) -> int:
    """Read the pasted names; return the number of their import. Raises BadInput or RuleBroken."""
    field, now = Field(form.listed.data), utcnow()
    with transaction() as session:
        states = StateNames(session) if field is Field.STATE else None
        names = pasted.names(form.names.data, states)
        import_run = services.begin(
            session,
            initiatives.by_slug(session, form.initiative.data),
            me(),
            source=form.source.data,
            file_name=str(_("pasted names")),
            file_sha256=reader.store_bytes(pasted.table(names, field), config().import_dir),
            mapping={field.value: field.value},
            now=now,
            list_date=form.list_date.data,
            total=form.total.data,
        )
        imports_progress.read_at_once(session, import_run, pasted.rows(names, field), now=now)
        return import_run.id


@bp.post("/columns")
@staff(REVIEWER)
def choose_columns() -> ResponseReturnValue:
    """Begin with the columns as chosen, and remember them."""
    session = db.session()
    path = config().import_dir / request.form.get("sha256", "")
    if not path.name or not path.is_file() or path.parent != config().import_dir:
        raise NotFound("The file is not kept any more. Send it again.")
    headers = reader.headers(path)
    form = ColumnsForm.of(headers)(initiatives.all_initiatives(session))
    mapping = form.mapping(headers)
    if form.validate():
        try:
            columns.kind_of(mapping)
        except BadInput as error:
            form.form_errors.append(localized(error))
        else:
            with transaction() as writing:
                columns.remember(writing, headers, mapping)
            return _begin(form, form.sha256.data, form.file_name.data, mapping)
    page = render_template("imports/columns.html", form=form, headers=headers)
    return page, 422


@bp.get("/<int:id>")
@staff(*EVERYBODY)
def run(id: int) -> str:
    """Show an import: what each row would do or did, and what can be done."""
    session = db.session()
    import_run = queries.run(session, id)
    working = import_run.state in AT_WORK
    done, total = queries.progress(session, import_run) if working else (0, 0)
    outcome_text = query_args.text("outcome")
    outcome = Outcome(outcome_text) if outcome_text in set(Outcome) else None
    after = query_args.row_number("after") or 0
    rows = queries.rows(session, id, outcome, after=after, limit=queries.PAGE + 1)
    return render_template(
        "imports/run.html",
        run=import_run,
        rows=rows[: queries.PAGE],
        next_after=rows[queries.PAGE - 1].line if len(rows) > queries.PAGE else None,
        outcome=outcome,
        counts=services.counts(session, import_run),
        reading=queries.reading(session, id),
        of_states=import_run.kind is SupporterKind.GOVERNMENT,
        only_here=comparison.only_here(session, import_run)
        if import_run.state in queries.COMPARABLE
        else [],
        unsure=queries.unsure(session, id),
        two_days=queries.has_ambiguous_days(session, id),
        names={state.iso3: state.name for state in supporters.all_states(session)},
        staff_names=staff_names(session),
        working=working,
        done=done,
        total=total,
        token=SettleForm(formdata=None),
        State=RunState,
        Outcome=Outcome,
        Order=Order,
        mine=import_run.staff_id == me().id,
    )


@bp.get("/<int:id>/progress.json")
@staff(*EVERYBODY)
def progress(id: int) -> ResponseReturnValue:
    """Say how far it is, for the page's own script."""
    session = db.session()
    import_run = queries.run(session, id)
    done, total = queries.progress(session, import_run)
    state = "running" if import_run.state in AT_WORK else import_run.state.value
    return jsonify(state=state, total=total, done=done, undone=done)


@bp.post("/<int:id>/<any(apply,cancel,undo,answer,order,compare):what>")
@staff(REVIEWER)
def turn(id: int, what: str) -> ResponseReturnValue:
    """Move an import on."""
    try:
        with transaction() as session:
            message = _turn(session, queries.run(session, id), what)
    except RuleBroken as error:
        flash(localized(error), "error")
    else:
        if message:
            flash(message, "done")
    return redirect(url_for(".run", id=id), code=303)


@bp.post("/<int:id>/decide")
@staff(REVIEWER)
def decide(id: int) -> ResponseReturnValue:
    """Decide about all of its entries together, as far as I may."""
    try:
        with transaction() as session:
            ids = session.scalars(
                select(ImportRow.endorsement_id).where(
                    ImportRow.run_id == id, ImportRow.endorsement_id.is_not(None)
                )
            ).all()
            bulk = bulk_services.prepare(
                session, me(), [entry_id for entry_id in ids if entry_id], Filters(), now=utcnow()
            )
            bulk_id = bulk.id
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".run", id=id), code=303)
    return redirect(url_for("review.bulk", id=bulk_id), code=303)


def _turn(session: Session, import_run: ImportRun, what: str) -> str:
    if what == "apply":
        services.apply(session, import_run, me())
    elif what == "cancel":
        services.cancel(session, import_run)
    elif what == "undo":
        services.undo(session, import_run, me())
    elif what == "compare":
        count = comparison.ask_about(session, import_run, now=utcnow())
        return str(_("%(n)s entries were put before reviewers, under “Reports”.", n=count))
    elif what == "order":
        services.settle_order(session, import_run, Order(request.form["order"]))
    else:
        services.answer(session, import_run, request.form["value"], request.form["iso3"])
    return ""


def _index(form: UploadForm) -> str:
    session = db.session()
    return render_template(
        "imports/index.html",
        form=form,
        runs=queries.runs(session),
        names=staff_names(session),
    )


def _keep(form: UploadForm) -> tuple[str, list[str]]:
    """Keep an uploaded file under its SHA-256; return its headers too. Raises BadInput."""
    with tempfile.NamedTemporaryFile() as draft:
        form.file.data.save(draft)
        draft.flush()
        path = Path(draft.name)
        headers = reader.headers(path, max_bytes=reader.MAX_UPLOAD_BYTES)
        return reader.store(path, config().import_dir), headers


def _name(form: UploadForm) -> str:
    return Path(form.file.data.filename or "list").name[:160]


def _ask_columns(form: UploadForm, sha256: str, headers: list[str], guessed: dict[str, str]) -> str:
    given = {
        "initiative": form.initiative.data,
        "source": form.source.data,
        "list_date": form.list_date.data,
        "total": form.total.data,
        "sha256": sha256,
        "file_name": _name(form),
    }
    given |= {f"column_{number}": guessed.get(header, "") for number, header in enumerate(headers)}
    columns_form = ColumnsForm.of(headers)(
        initiatives.all_initiatives(db.session()), formdata=None, data=given
    )
    return render_template("imports/columns.html", form=columns_form, headers=headers)


def _begin(
    form: ListForm, sha256: str, file_name: str, mapping: dict[str, str]
) -> ResponseReturnValue:
    try:
        with transaction() as session:
            import_run = services.begin(
                session,
                initiatives.by_slug(session, form.initiative.data),
                me(),
                source=form.source.data or "",
                file_name=file_name,
                file_sha256=sha256,
                mapping=mapping,
                now=utcnow(),
                list_date=form.list_date.data,
                total=form.total.data,
            )
            run_id = import_run.id
    except RuleBroken as error:
        flash(localized(error), "error")
        return redirect(url_for(".index"), code=303)
    return redirect(url_for(".run", id=run_id), code=303)
