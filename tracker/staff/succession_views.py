"""Pages on which staff say what became of a supporter: shown first, then saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import LazyString
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from tracker.accounts.current_account import EDITOR, EVERYBODY, REVIEWER, me
from tracker.accounts.freshness import needs_fresh_proof
from tracker.accounts.queries import staff_names
from tracker.core.audience import staff
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.core.errors import NotFound, RuleBroken
from tracker.core.i18n import day, localized
from tracker.endorsements import succession
from tracker.endorsements.decisions import ProposedChange
from tracker.endorsements.lifecycle import Status
from tracker.endorsements.queries import of_supporter, organisations_known
from tracker.review.decisions import record_proposals
from tracker.review.decisions.record_proposals import Report
from tracker.review.queue.queries import public_entry_of
from tracker.staff import labels
from tracker.staff.blueprint import bp, decides
from tracker.staff.file_differences import Difference
from tracker.staff.forms.succession import MEANS, TITLES, BecameForm, HappenedForm, TakeBackForm
from tracker.staff.reauthentication import supporter_is_government
from tracker.supporters import histories, state_changes
from tracker.supporters.change_labels import happened
from tracker.supporters.changes import ENDINGS, MAY_HAPPEN, ChangeKind, SupporterChange
from tracker.supporters.events import Retraction
from tracker.supporters.models import Supporter, SupporterKind


@bp.get("/staff/supporters/<int:id>")
@staff(*EVERYBODY)
def supporter(id: int) -> ResponseReturnValue:
    """Show what became of a supporter, and its entries."""
    return _page(id)


@bp.route("/staff/supporters/<int:id>/<kind>", methods=["GET", "POST"])
@staff(REVIEWER)
def became(id: int, kind: str) -> ResponseReturnValue:
    """Record what became of an organisation or a parliamentarian."""
    supporter = _supporter_by_id(db.session(), id)
    if kind not in set(ChangeKind):
        raise NotFound("This cannot be said of this supporter.")
    change = ChangeKind(kind)
    if supporter.kind is SupporterKind.GOVERNMENT or change not in MAY_HAPPEN[supporter.kind]:
        raise NotFound("This cannot be said of this supporter.")
    form = BecameForm(change, histories.newest_id(db.session(), id))
    return _shown_first(supporter, change, form)


@bp.post("/staff/supporters/<int:id>/changes/<int:change_id>/take-back")
@staff(REVIEWER, EDITOR)
@needs_fresh_proof(".supporter", "id", when=supporter_is_government)
def take_back(id: int, change_id: int) -> ResponseReturnValue:
    """Take back what was recorded in error."""
    supporter = _supporter_by_id(db.session(), id)
    if supporter.kind is not SupporterKind.GOVERNMENT and not decides():
        abort(403)
    form = TakeBackForm(prefix=f"c{change_id}-")
    if not form.validate():
        return _page(id, failed=(change_id, form)), 422
    retraction = Retraction(
        staff_id=me().id,
        source=(form.source.data or "").strip(),
        seen=int(form.seen.data) if str(form.seen.data).isdecimal() else -1,
    )
    government = supporter.kind is SupporterKind.GOVERNMENT
    try:
        with transaction() as session:
            change = histories.change(session, change_id)
            if change.supporter_id != id:
                raise NotFound("Nothing of this number is recorded.")
            if government:
                state_changes.propose_retraction(session, change, retraction, now=utcnow())
            else:
                outcome = record_proposals.take_back(
                    session, vault(), change, retraction, me(), now=utcnow()
                )
    except RuleBroken as error:
        form.form_errors.append(localized(error))
        return _page(id, failed=(change_id, form)), 409
    if government:
        flash(_("Proposed. It is recorded once a different person agrees."), "done")
        return redirect(url_for(".state_proposals"))
    if isinstance(outcome, ProposedChange):
        return _proposed()
    flash(_("Taken back. Both stand in the history."), "done")
    return redirect(url_for(".supporter", id=id))


def _shown_first(supporter: Supporter, kind: ChangeKind, form: BecameForm) -> ResponseReturnValue:
    id = supporter.id
    two = kind in record_proposals.TAKES_TWO and public_entry_of(db.session(), id) is not None

    def save() -> ResponseReturnValue:
        if _save(id, kind, form):
            return _proposed()
        flash(_("Recorded. It can be taken back below."), "done")
        return redirect(url_for(".supporter", id=id))

    return shown_first(
        lambda: _supporter_by_id(db.session(), id),
        kind,
        form,
        rehearse=lambda: _rehearsed(id, kind, form),
        save=save,
        two_people=two,
    )


def shown_first(
    supporter: Callable[[], Supporter],
    kind: ChangeKind,
    form: HappenedForm,
    *,
    rehearse: Callable[[], list[Difference]],
    save: Callable[[], ResponseReturnValue],
    two_people: bool,
    languages: Mapping[str, LazyString] | None = None,
) -> ResponseReturnValue:
    """Show what would change when a form is first sent, and save it when it is sent again.

    `supporter` reads whom the page is about, after what was tried has left no trace.
    """
    differences: list[Difference] = []
    status = 200
    if request.method == "POST" and not form.validate():
        status = 422
    elif request.method == "POST":
        try:
            if "save" in request.form:
                return save()
            differences = rehearse()
        except RuleBroken as error:
            form.form_errors.append(localized(error))
            status = 409
    page = render_template(
        "staff/supporter_change.html",
        supporter=supporter(),
        title=TITLES[kind],
        means=MEANS[kind],
        form=form,
        languages=languages or {},
        differences=differences,
        two_people=two_people,
    )
    return page, status


def _save(supporter_id: int, kind: ChangeKind, form: BecameForm) -> bool:
    """Record it; whether that only proposed it to a second reviewer."""
    with transaction() as session:
        if kind not in record_proposals.TAKES_TWO:
            _carry(session, supporter_id, kind, form)
            return False
        supporter, report = _supporter_by_id(session, supporter_id), _report(session, kind, form)
        outcome = record_proposals.record(session, vault(), supporter, report, me(), now=utcnow())
        return isinstance(outcome, ProposedChange)


def _rehearsed(supporter_id: int, kind: ChangeKind, form: BecameForm) -> list[Difference]:
    """Return what it would change, without a trace."""
    with transaction(rehearsal=True) as session:
        return _differences(session, _carry(session, supporter_id, kind, form))


def _proposed() -> ResponseReturnValue:
    flash(_("Proposed. A second reviewer must agree."), "done")
    return redirect(url_for(".proposed"))


def _differences(session: Session, change: SupporterChange) -> list[Difference]:
    labels_of_fields = {
        "name": _("Name"),
        "sitting": _("Sitting member"),
        "mandate_from": _("Member since"),
        "mandate_until": _("Member until"),
    }
    differences = [
        Difference(labels_of_fields[name], _in_words(before), _in_words(after))
        for name, (before, after) in change.difference.items()
        if before != after
    ]
    if change.successor is not None:
        differences.append(
            Difference(_("Successor"), "", f"{change.successor.name} (#{change.successor_id})")
        )
    if change.kind in ENDINGS:
        differences += [
            Difference(
                f"{entry.reference}, {entry.initiative.name}",
                str(labels.for_value(Status.VERIFIED)),
                f"{labels.for_value(Status.LAPSED)}, {day(change.happened_on)}",
            )
            for entry in of_supporter(session, change.supporter_id)
            if entry.status is Status.LAPSED
        ] or [Difference(_("Entries"), _("none is verified"), _("none is verified"))]
    return differences


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return str(value or "")


def _carry(session: Session, id: int, kind: ChangeKind, form: BecameForm) -> SupporterChange:
    supporter, happened, now = _supporter_by_id(session, id), form.happened(me().id), utcnow()
    if kind in record_proposals.TAKES_TWO:
        report = _report(session, kind, form)
        return record_proposals.carry_report(session, supporter, report, now=now)
    if kind is ChangeKind.MANDATE_ENDED:
        return succession.end_mandate(session, supporter, happened, now=now)
    return succession.begin_mandate(session, supporter, happened, now=now)


def _report(session: Session, kind: ChangeKind, form: BecameForm) -> Report:
    merged = kind is ChangeKind.MERGED_INTO
    return Report(
        kind=kind,
        happened=form.happened(me().id),
        name=(form.name.data or "").strip() if kind is ChangeKind.RENAMED else "",
        successor=_successor(session, form.successor.data or "") if merged else None,
    )


def _successor(session: Session, text: str) -> Supporter:
    """Return the organisation that is meant. Raises RuleBroken when it is none, or several."""
    organisations = organisations_known(session, text)
    if not organisations:
        raise RuleBroken(
            "No organisation of this name or number was ever verified here. Verify its entry first,"
            " or record that this one was dissolved and name the successor in the source."
        )
    if len(organisations) > 1:
        raise RuleBroken(
            "Several organisations have this name. Write the number of the one that you mean:"
            " %(numbers)s.",
            numbers=", ".join(
                f"#{organisation.id} ({organisation.domain or organisation.country or '–'})"
                for organisation in organisations
            ),
        )
    return organisations[0]


def _supporter_by_id(session: Session, id: int) -> Supporter:
    supporter = session.get(Supporter, id)
    if supporter is None or supporter.kind is SupporterKind.INDIVIDUAL:
        raise NotFound("There is no such supporter.")
    return supporter


def _page(id: int, failed: tuple[int, TakeBackForm] | None = None) -> str:
    session = db.session()
    supporter = _supporter_by_id(session, id)
    changes = histories.of_supporter(session, id)
    newest = histories.newest_id(session, id)
    government = supporter.kind is SupporterKind.GOVERNMENT
    forms = {}
    for change in histories.in_force(changes) if decides() or government else ():
        form = TakeBackForm(formdata=None, prefix=f"c{change.id}-")
        form.seen.data = str(newest)
        forms[change.id] = form
    if failed:
        forms[failed[0]] = failed[1]
    return render_template(
        "staff/supporter.html",
        supporter=supporter,
        changes=changes,
        forms=forms,
        failed=failed[1] if failed else None,
        happened=happened,
        names=staff_names(session),
        entries=of_supporter(session, id),
        kinds=MAY_HAPPEN[supporter.kind],
        titles=TITLES,
        waits=state_changes.of_supporter(session, id) if government else None,
    )
