"""`flask tallies`: the tally tables against the ledger that they are made of."""

from __future__ import annotations

import json
import sys

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.mail import Postman
from tracker.endorsements.models import Endorsement
from tracker.ledger import sequencer
from tracker.tallies import findings, projection, queries, verification

SHOWN = 20
"""How many differences are named one by one."""


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
        found = projection.differences(session, size=size)
        left = found
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
                {"ledger_size": size, "differences": found, "rebuilt": not check, "left": left}
            )
        )
    else:
        _say(found, size, rebuilt=not check)
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
        found = verification.verify(reading, done=lambda count: bar.update(count))
    postman: Postman = current_app.extensions["postman"]
    with transaction() as session:
        findings.record(session, postman.vault, found, now=utcnow())
    if as_json:
        click.echo(
            json.dumps(
                {
                    "ledger_size": found.ledger_size,
                    "entries": found.entries,
                    "count": found.count,
                    "differences": [
                        {"entry": one.entry_id, "what": one.what} for one in found.differences
                    ],
                }
            )
        )
    else:
        _name(found)
    if found.count:
        raise SystemExit(1)


def _name(found: verification.Verification) -> None:
    if not found.count:
        click.echo(
            f"{found.entries} endorsements, their decisions, {found.ledger_size} ledger entries and"
            " the tallies agree."
        )
        return
    click.echo(f"Differences: {found.count}")
    for one in found.differences:
        click.echo(f"  {one}")
    if found.count > len(found.differences):
        click.echo(f"  and {found.count - len(found.differences)} more")


def _say(found: list[str], size: int, *, rebuilt: bool) -> None:
    if not found:
        click.echo(f"The tallies equal the ledger at {size} entries.")
        return
    click.echo(f"{len(found)} counts differed from the ledger at {size} entries:")
    for line in found[:SHOWN]:
        click.echo(f"  {line}")
    if len(found) > SHOWN:
        click.echo(f"  and {len(found) - SHOWN} more")
    if rebuilt:
        click.echo("The tallies were made anew and equal it now.")
