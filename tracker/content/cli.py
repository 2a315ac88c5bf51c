"""`flask content`: content as a file, out and in, and the way to a site of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import click
from flask.cli import with_appcontext

from tracker.content.transfer import clearance, document, takeover
from tracker.content.transfer.document import BadFile
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import RuleBroken
from tracker.tallies import queries as tallies

MAX_SHOWN_FAULTS = 50
FILE = click.Path(dir_okay=False, path_type=Path)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print a machine-readable summary.")


@click.group("content")
def command() -> None:
    """Campaigns, initiatives and what belongs to them, as a file (docs/content.md)."""


@command.command("export")
@click.argument("file", type=FILE)
@AS_JSON
@with_appcontext
def export(file: Path, as_json: bool) -> None:
    """Write everything that is public into FILE. It appears whole, or not at all."""
    session = db.session()
    tallies.snapshot(session)
    text = document.written(session)
    draft = file.with_name(f"{file.name}.part")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(file)
    except OSError as error:
        raise click.ClickException(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        draft.unlink(missing_ok=True)
    count = len(json.loads(text)["campaigns"])
    if as_json:
        click.echo(json.dumps({"file": str(file), "campaigns": count}))
    else:
        click.echo(f"{file}: {count} campaigns")


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@AS_JSON
@with_appcontext
def take_in(file: Path, dry_run: bool, as_json: bool) -> None:
    """Publish what FILE says. All of it or nothing; what it does not name stays."""
    try:
        entries = document.read(file.read_text(encoding="utf-8"))
        with transaction(rehearsal=dry_run) as session:
            report = takeover.take_over(session, entries, now=utcnow())
    except OSError as error:
        raise click.ClickException(f"{file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise click.ClickException(
            f"{file} is not UTF-8 text (at byte {error.start}). Nothing was changed."
        ) from error
    except BadFile as error:
        for fault in error.faults[:MAX_SHOWN_FAULTS]:
            click.echo(fault, err=True)
        if len(error.faults) > MAX_SHOWN_FAULTS:
            click.echo(f"and {len(error.faults) - MAX_SHOWN_FAULTS} more", err=True)
        raise click.ClickException(error.message) from error
    except RuleBroken as error:
        raise click.ClickException(error.message) from error
    _tell(report, dry_run=dry_run, as_json=as_json)


def _tell(report: takeover.Report, *, dry_run: bool, as_json: bool) -> None:
    if as_json:
        summary = {
            "added": report.added,
            "changed": report.changed,
            "waiting": report.waiting,
            "same": report.same,
        }
        click.echo(json.dumps(summary | {"dry_run": dry_run}, ensure_ascii=False))
        return
    words = ("would add", "would change") if dry_run else ("added", "changed")
    for word, names in zip(words, (report.added, report.changed), strict=True):
        for name in names:
            click.echo(f"{word} {name}")
    for name in report.waiting:
        click.echo(f"{'would become' if dry_run else 'became'} a draft for two editors: {name}")
    click.echo(f"{report.same} as they were")


@command.command("clear")
@click.option(
    "--with-record",
    is_flag=True,
    help="The published record of support too, while nobody has signed up on this site.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@AS_JSON
@with_appcontext
def clear(with_record: bool, yes: bool, as_json: bool) -> None:
    """Delete all content that nobody has endorsed; no later seed brings it back."""
    if not yes:
        what = ", the published record of support and its ledger" if with_record else ""
        click.confirm(f"Delete every campaign and initiative of this site{what}?", abort=True)
    try:
        with transaction() as session:
            gone = clearance.clear(session, now=utcnow(), with_record=with_record)
    except clearance.InTheWay as error:
        for line in error.what:
            click.echo(line, err=True)
        click.echo(_way_out(error), err=True)
        raise click.ClickException(error.message) from error
    except RuleBroken as error:
        raise click.ClickException(error.message) from error
    if as_json:
        click.echo(json.dumps(gone))
        return
    for table, count in gone.items():
        click.echo(f"deleted {count} {table}")
    click.echo("This site has no content now. flask content import FILE brings its own.")


def _way_out(error: clearance.InTheWay) -> str:
    if isinstance(error, clearance.Endorsed) and error.alone:
        return "That is the published record alone: flask content clear --with-record empties it."
    return "Begin with another database instead: flask db upgrade, flask seed --without-content"
