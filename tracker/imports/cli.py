"""`flask import`: a published list, from its file into the queue."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import click
from flask.cli import with_appcontext
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.accounts import queries as accounts
from tracker.accounts.models import User
from tracker.core.clock import utcnow
from tracker.core.components import config, vault
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, TrackerError
from tracker.imports import columns, progress, reader, services
from tracker.imports.days import Order
from tracker.imports.models import ImportRow, ImportRun, Outcome, RunState
from tracker.imports.outcomes import Planned
from tracker.imports.plan import Listing, Planner
from tracker.initiatives import queries as initiatives

UNUSABLE = (Outcome.CONFLICTING, Outcome.UNREADABLE)


@dataclass
class Summary:
    """The counts of what the rows of a list would do or did, and their problems."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    problems: list[dict[str, str | int]] = field(default_factory=list)

    def add(self, row: Planned | ImportRow) -> None:
        self.counts[row.outcome] += 1
        if row.outcome in UNUSABLE:
            self.problems.append({"line": row.line, "value": row.value, "reason": row.reason})

    @property
    def whole(self) -> bool:
        return not any(self.counts[outcome] for outcome in UNUSABLE)

    def as_json(self) -> str:
        numbers = {outcome.value: count for outcome, count in self.counts.items()}
        return json.dumps({**numbers, "problems": self.problems}, ensure_ascii=False)

    def say(self) -> None:
        for outcome, count in self.counts.items():
            click.echo(f"{count:>8} {outcome.value}")
        for problem in self.problems:
            click.echo(f"line {problem['line']}: {problem['value']}: {problem['reason']}")


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--initiative", "slug", required=True, help="The initiative's slug.")
@click.option("--source", required=True, help="Who published the list, and where.")
@click.option("--as", "staff", required=True, help="Whose account imports: name or address.")
@click.option("--list-date", type=click.DateTime(["%Y-%m-%d"]), help="The list's own day.")
@click.option("--total", type=click.IntRange(min=1), help="How many the list says it names.")
@click.option(
    "--dates",
    type=click.Choice([order.value for order in Order]),
    help="How “03/04/2016” is to be read; without it such a date is a problem.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")
@with_appcontext
def command(
    file: Path,
    slug: str,
    source: str,
    staff: str,
    list_date: datetime | None,
    total: int | None,
    dates: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring the published list in FILE (CSV or XLSX) into the queue of reviewers.

    New entries await the approval of others than the importer. The exit status is 0 if every row
    could be read and none contradicts what is here; a dry run's is 0 if the file could be read.
    """
    try:
        day: date | None = list_date.date() if list_date else None
        order = Order(dates) if dates else None
        if dry_run:
            summary = _plan(file, slug, day, order, quiet=as_json)
        else:
            summary = _apply(file, slug, source, staff, day, total, order, quiet=as_json)
    except TrackerError as error:
        raise click.ClickException(error.message) from error
    click.echo(summary.as_json()) if as_json else summary.say()
    if not dry_run and not summary.whole:
        raise SystemExit(1)


def _plan(
    file: Path, slug: str, list_date: date | None, order: Order | None, *, quiet: bool
) -> Summary:
    session = db.session()
    mapping = columns.guess(session, reader.headers(file))
    listing = Listing(
        initiative=initiatives.by_slug(session, slug),
        kind=columns.kind_of(mapping),
        columns=mapping,
        list_date=list_date,
        order=order,
    )
    summary = Summary()
    planner = Planner(session, listing, now=utcnow())
    with click.progressbar(length=0, label="Rows", hidden=quiet, file=sys.stderr) as bar:
        for batch in progress.batches(planner, reader.rows(file)):
            bar.length = (bar.length or 0) + len(batch)
            for planned in batch:
                summary.add(planned)
            bar.update(len(batch))
            session.expunge_all()
    return summary


def _apply(
    file: Path,
    slug: str,
    source: str,
    staff: str,
    list_date: date | None,
    total: int | None,
    order: Order | None,
    *,
    quiet: bool,
) -> Summary:
    sha256 = reader.store(file, config().import_dir)
    now = utcnow()
    with transaction() as session:
        mapping = columns.guess(session, reader.headers(file))
        account = _staff(session, staff)
        run = services.begin(
            session,
            initiatives.by_slug(session, slug),
            account,
            source=source,
            file_name=file.name,
            file_sha256=sha256,
            mapping=mapping,
            now=now,
            list_date=list_date,
            total=total,
        )
        run.date_order = order
        run_id = run.id
    with click.progressbar(length=0, label="Rows", hidden=quiet, file=sys.stderr) as bar:

        def done(count: int) -> None:
            bar.length = (bar.length or 0) + count
            bar.update(count)

        progress.to_end(run_id, vault(), config().import_dir, now=now, done=done)
        run = db.session().get_one(ImportRun, run_id, populate_existing=True)
        if run.state is RunState.REFUSED:
            raise BadInput(run.problem)
        if services.has_news(db.session(), run):
            with transaction() as session:
                services.apply(session, session.get_one(ImportRun, run_id), _staff(session, staff))
            progress.to_end(run_id, vault(), config().import_dir, now=now, done=done)
    return _summary(db.session(), run_id)


def _summary(session: Session, run_id: int) -> Summary:
    summary = Summary(counts=services.counts(session, session.get_one(ImportRun, run_id)))
    for row in session.scalars(
        select(ImportRow)
        .where(ImportRow.run_id == run_id, ImportRow.outcome.in_(UNUSABLE))
        .order_by(ImportRow.line)
    ):
        summary.problems.append({"line": row.line, "value": row.value, "reason": row.reason})
    return summary


def _staff(session: Session, named: str) -> User:
    """Return an account by its address, or by a name that only one has. Raises ClickException."""
    account = accounts.by_email(session, named)
    matches = [account] if account else accounts.by_name(session, named)
    if len(matches) != 1:
        few = "no account" if not matches else "several accounts"
        raise click.ClickException(f"There is {few} of {named}. See “flask staff list”.")
    if not matches[0].active:
        raise click.ClickException(f"The account of {named} is not active.")
    return matches[0]
