"""`flask export`: the public exports as files."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click
from flask.cli import with_appcontext

from tracker.api import formats
from tracker.api.columns import DAY_COLUMNS, NAMES, cells, day_cells
from tracker.core.clock import utcnow
from tracker.core.db import db
from tracker.core.errors import NotFound
from tracker.initiatives import queries as initiatives
from tracker.tallies import queries as tallies
from tracker.tallies import query_args, roll, series


@click.command("export")
@click.argument("slugs", nargs=-1)
@click.option("--format", "ending", type=click.Choice(list(formats.MIMETYPES)), default="csv")
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="A past day.")
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option("--json", "as_json", is_flag=True, help="Print a summary that machines can read.")
@with_appcontext
def command(
    slugs: tuple[str, ...], ending: str, as_of: datetime | None, folder: Path, as_json: bool
) -> None:
    """Write the public entries of initiatives, by their slugs, into files; without one, of all.

    Beside each stands the file of individuals, a number for each day. A file appears whole, or
    not at all.
    """
    session, today = db.session(), utcnow().date()
    day = as_of.date() if as_of else today
    if not query_args.EARLIEST <= day <= today:
        raise click.BadParameter("The day must be between 1945 and today (UTC).")
    tallies.snapshot(session)
    if not slugs:
        slugs = tuple(initiative.slug for initiative in initiatives.all_initiatives(session))
    try:
        ids = [(slug, initiatives.by_slug(session, slug).id) for slug in slugs]
    except NotFound as error:
        raise click.ClickException(error.message) from error
    folder.mkdir(parents=True, exist_ok=True)
    until = roll.ledger_size(session, None)
    written: dict[str, int] = {}
    for slug, initiative_id in ids:
        sought = roll.Sought(as_of=day, today=today, until=until, initiative=slug)
        rows = map(cells, roll.entries(session, sought))
        days = series.individuals(session, initiative_id, as_of=day)
        stem = f"rollcall-{slug}"
        for name, head, body in (
            (f"{stem}-{day}.{ending}", NAMES, rows),
            (f"{stem}-individuals-{day}.{ending}", tuple(DAY_COLUMNS), map(day_cells, days)),
        ):
            written[name] = _write(folder / name, ending, head, body, quiet=as_json)
    if as_json:
        click.echo(json.dumps({"as_of": str(day), "ledger_size": until, "files": written}))


def _write(
    path: Path, ending: str, head: tuple[str, ...], rows: formats.Rows, *, quiet: bool
) -> int:
    """Write one file; the number of its rows."""
    count = 0

    def counted() -> formats.Rows:
        nonlocal count
        for row in rows:
            count += 1
            if not quiet and count % 10_000 == 0:
                click.echo(f"{path.name}: {count:,} rows", err=True)
            yield row

    draft = path.with_name(f"{path.name}.part")
    try:
        with draft.open("wb") as file:
            file.writelines(formats.signed(ending, head, counted()))
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    if not quiet:
        click.echo(f"{path}: {count:,} rows")
    return count
