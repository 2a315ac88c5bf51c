"""`flask addresses`: entries under addresses that take no mail."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from tracker.accounts import queries as accounts
from tracker.accounts.models import StaffRole
from tracker.core.clock import utcnow
from tracker.core.components import vault
from tracker.core.db import transaction
from tracker.review import unwritable_addresses


@click.group("addresses")
def command() -> None:
    """The addresses of supporters and officers."""


@command.command("check")
@click.option("--suspend", is_flag=True, help="Suspend what counts, and hold what waits.")
@click.option("--as", "reviewer", help="The address of the reviewer who suspends.")
@with_appcontext
def check(suspend: bool, reviewer: str | None) -> None:
    """Name the entries whose address takes no mail. Fails if any is left as it is."""
    with transaction() as session:
        entries = unwritable_addresses.entries(session, vault())
        for entry in entries:
            click.echo(f"{entry.reference}  {entry.kind.value}  {entry.status.value}")
        left = entries
        if suspend:
            staff = accounts.by_email(session, reviewer or "")
            if staff is None or not staff.active or StaffRole.REVIEWER not in staff.role_names:
                raise click.BadParameter("Give an active reviewer's address.", param_hint="--as")
            left = unwritable_addresses.suspend(session, entries, staff, now=utcnow())
    click.echo(f"{len(entries)} entries; {len(left)} left as they are.")
    if left:
        raise SystemExit(1)
