"""`flask seed`: the shipped content and the published record, as often as one likes."""

from __future__ import annotations

import json
from datetime import datetime

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from tracker.background import PROJECTIONS
from tracker.content import queries as content
from tracker.content import shipped
from tracker.core import demo
from tracker.core.clock import utcnow
from tracker.core.db import transaction
from tracker.core.seeding import Report
from tracker.endorsements import seed as endorsements
from tracker.initiatives import seed as initiatives
from tracker.ledger import sequencer
from tracker.supporters import seed as supporters

SUMMARY = ("added", "changed", "kept", "left_off")


def load(session: Session, *, now: datetime) -> Report:
    """Bring the database up to ``tracker/data``, in the caller's transaction.

    Idempotent. A changed row updates; what an editor changed is left and named in the report.
    A demonstration is given the content alone: what the record says of who supports what, and who
    spoke for it, does not stand among invented supporters.
    """
    real = not demo.is_marked(session)
    report = Report(retired=content.retired_keys(session))
    supporters.load(session, report, now=now)
    initiatives.load(session, report, statements=real)
    endorsements.load(session, report, now=now, record=real)
    session.flush()
    shipped.note(session, report.offers, now=now)
    sequencer.sequence(session, now=now, projections=PROJECTIONS)
    return report


@click.command("seed")
@click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")
@with_appcontext
def command(as_json: bool) -> None:
    """Load States, initiatives and the published record. Safe to repeat."""
    with transaction() as session:
        report = load(session, now=utcnow())
    if as_json:
        click.echo(json.dumps({name: getattr(report, name) for name in SUMMARY}))
        return
    if report.quiet:
        click.echo("Content is up to date.")
    for word, counts in (("added", report.added), ("changed", report.changed)):
        for table, count in counts.items():
            click.echo(f"{word} {count} {table}")
    for row in report.kept:
        click.echo(f"left as an editor or reviewer changed it: {row}")
    for row in report.left_off:
        click.echo(f"left off, as an editor took it off the pages: {row}")
