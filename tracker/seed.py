"""`flask seed`: load the shipped content and the published record, as often as one likes."""

from __future__ import annotations

import json
from datetime import datetime

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from tracker.accounts import queries as staff
from tracker.content import queries as content
from tracker.content.transfer import shipped_words
from tracker.core import demonstration_mark, superseded_rows
from tracker.core.clock import utcnow
from tracker.core.db import transaction
from tracker.core.errors import RuleBroken
from tracker.core.seed_files import Report
from tracker.endorsements.record import seed as endorsements
from tracker.initiatives import own_content
from tracker.initiatives import seed as initiatives
from tracker.ledger import sequencer
from tracker.supporters import file_rows
from tracker.supporters import seed as supporters
from tracker.vetoes import seed as vetoes
from tracker.worker_tasks import PROJECTIONS

SUMMARY = ("added", "changed", "removed", "kept", "left_off", "waiting", "sentences")
CHANGES = {
    "names": "State names",
    "groups": "regional groups",
    "standing": "the standing of States",
}
SEATS = "Security Council seats"
STATES_WAIT, YEARS_WAIT = "/staff/states/proposals", "/staff/content/second"


def load(session: Session, *, now: datetime) -> Report:
    """Bring the database up to ``tracker/data``, in the caller's transaction.

    Idempotent. A changed row updates; what an editor changed is left and named in the report. A
    database with content of its own gets the States and the wordings of consent only. A
    demonstration is given the content alone: what the record says of who supports what, and who
    spoke for it, does not stand among invented supporters. Where anybody could settle it, what the
    files say otherwise of States and of years of the Security Council waits for two people.
    """
    real = not demonstration_mark.is_marked(session)
    report = Report(retired=content.retired_keys(session))
    hold = staff.may_settle(session)
    supporters.load(session, report, now=now, hold=hold)
    endorsements.load_wordings(session)
    if not own_content.is_own(session):
        initiatives.load(session, report, statements=real, hold=hold)
        if real:
            endorsements.load(session, report, now=now)
    vetoes.load(session, report, now=now)
    session.flush()
    shipped_words.note(session, report.offers, now=now)
    report.waiting += shipped_words.hold(session, report.held, now=now)
    report.sentences += _waiting(session, report, now=now)
    superseded_rows.close_founding(session, now=now)
    sequencer.sequence(session, now=now, projections=PROJECTIONS)
    return report


def _waiting(session: Session, report: Report, *, now: datetime) -> list[str]:
    """Return how much of what the files say otherwise waits for people, and where."""
    proposed, blocked = file_rows.renew(session, report.of_states, now=now)
    drafted, held_up = shipped_words.renew_years(session, report.of_years, now=now)
    sentences = [
        f"{_changed(count, CHANGES[what])} {'waits' if count == 1 else 'wait'} for two people"
        f" at {STATES_WAIT}."
        for what, count in sorted(proposed.items())
    ]
    if drafted:
        sentences.append(
            f"{_changed(drafted, SEATS)} {'waits' if drafted == 1 else 'wait'} for two people"
            f" at {YEARS_WAIT}."
        )
    for what, count, where in (
        *((CHANGES[what], count, STATES_WAIT) for what, count in sorted(blocked.items())),
        *(((SEATS, held_up, YEARS_WAIT),) if held_up else ()),
    ):
        sentences.append(
            f"{_changed(count, what)} cannot be proposed yet: another change waits at {where}."
            " Run `flask seed` again once that is settled."
        )
    return sentences


def _changed(count: int, what: str) -> str:
    return f"{count} changed {'row' if count == 1 else 'rows'} of {what}"


def leave_out(session: Session, *, now: datetime) -> None:
    """Keep the shipped content out of a database that has none of it yet.

    Raises RuleBroken where it is there already.
    """
    if own_content.has_shipped(session):
        raise RuleBroken(
            "The shipped content is in this database already. While nobody has signed up here,"
            " `flask content clear --with-record` empties it. Else begin with another database."
        )
    own_content.mark(session, now=now)


@click.command("seed")
@click.option(
    "--without-content",
    is_flag=True,
    help="Load the States only, and leave the shipped campaigns out for good.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")
@with_appcontext
def command(without_content: bool, as_json: bool) -> None:
    """Load States, initiatives and the published record. Safe to repeat."""
    try:
        with transaction() as session:
            if without_content:
                leave_out(session, now=utcnow())
            report = load(session, now=utcnow())
    except RuleBroken as error:
        raise click.ClickException(error.message) from error
    if as_json:
        click.echo(json.dumps({name: getattr(report, name) for name in SUMMARY}))
    else:
        _tell(report)


def _tell(report: Report) -> None:
    if report.quiet:
        click.echo("Content is up to date.")
    for word in ("added", "changed", "removed"):
        counts: dict[str, int] = getattr(report, word)
        for table, count in counts.items():
            click.echo(f"{word} {count} {table}")
    for row in report.kept:
        click.echo(f"left as an editor or reviewer changed it: {row}")
    for row in report.waiting:
        editors = "an editor" if row.startswith("reforms ") else "two editors"
        click.echo(f"waits for {editors}: {row}")
    for row in report.left_off:
        click.echo(f"left off, as an editor took it off the pages: {row}")
    for sentence in report.sentences:
        click.echo(sentence)
