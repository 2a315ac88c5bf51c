"""`flask tallies`: the tally tables against the ledger that they are made of."""

from __future__ import annotations

import json
import sys

import click
from flask.cli import with_appcontext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import db, transaction
from tracker.endorsements.models import Endorsement
from tracker.ledger import sequencer
from tracker.tallies import findings, projection, queries, verification

MAX_SHOWN = 20
"""Differences that are named one by one."""


@click.group("tallies")
def command() -> None:
    """Keep the tally tables equal to the ledger."""


@command.command("rebuild")
@click.option("--check", is_flag=True, help="Only compare; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print a summary that machines can read.")
@with_appcontext
def rebuild_tables(check: bool, as_json: bool) -> None:
    """Make the tally tables anew from the whole ledger, and say where they differed.

    With --check, the exit status is 0 only if nothing differs; otherwise only if nothing differs
    afterwards. The sequencer waits meanwhile; sign-ups do not.
    """
    with transaction() as session:
        sequencer.wait_alone(session)
        size = sequencer.size(session)
        before = left = projection.differences(session, size=size)
        if not check:
            with click.progressbar(
                length=size,
                label="Ledger entries",
                hidden=as_json,
                file=sys.stderr,
            ) as bar:
                projection.rebuild(session, size=size, done=lambda count: bar.update(count))
            left = projection.differences(session, size=size)
    if as_json:
        click.echo(
            json.dumps(
                {"ledger_size": size, "differences": before, "rebuilt": not check, "left": left}
            )
        )
    else:
        _report(before, size, rebuilt=not check)
    if left:
        raise SystemExit(1)


@command.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print a summary that machines can read.")
@with_appcontext
def verify_record(as_json: bool) -> None:
    """Compare endorsements, decisions, the ledger and the tallies, and name each difference.

    Changes nothing but what /readyz says of it. The exit status is 0 only if nothing differs.
    """
    reading: Session = db.session()
    queries.snapshot(reading)
    last = reading.scalar(select(func.max(Endorsement.id))) or 0
    with click.progressbar(length=last, label="Entries", hidden=as_json, file=sys.stderr) as bar:
        result = verification.verify(reading, done=lambda count: bar.update(count))
    with transaction() as session:
        findings.record(session, vault(), result, now=utcnow())
    if as_json:
        click.echo(
            json.dumps(
                {
                    "ledger_size": result.ledger_size,
                    "entries": result.entries,
                    "count": result.count,
                    "differences": [
                        {"entry": difference.entry_id, "what": difference.what}
                        for difference in result.differences
                    ],
                }
            )
        )
    else:
        _name_differences(result)
    if result.count:
        raise SystemExit(1)


def _name_differences(result: verification.Verification) -> None:
    if not result.count:
        click.echo(
            f"{result.entries} endorsements, their decisions, {result.ledger_size} ledger entries"
            " and the tallies agree."
        )
        return
    click.echo(f"Differences: {result.count}")
    for difference in result.differences:
        click.echo(f"  {difference}")
    if result.count > len(result.differences):
        click.echo(f"  and {result.count - len(result.differences)} more")


def _report(differences: list[str], size: int, *, rebuilt: bool) -> None:
    if not differences:
        click.echo(f"The tallies equal the ledger at {size} entries.")
        return
    click.echo(f"{len(differences)} counts differed from the ledger at {size} entries:")
    for line in differences[:MAX_SHOWN]:
        click.echo(f"  {line}")
    if len(differences) > MAX_SHOWN:
        click.echo(f"  and {len(differences) - MAX_SHOWN} more")
    if rebuilt:
        click.echo("The tallies were made anew and equal it now.")
