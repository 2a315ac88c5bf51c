"""`flask staff`: give accounts to staff, and list them."""

from __future__ import annotations

import click
from flask.cli import with_appcontext

from tracker.accounts import confirmations, invitations, queries, services
from tracker.accounts.events import COMMAND_LINE, By
from tracker.accounts.models import StaffAction, StaffRole
from tracker.core import mailboxes
from tracker.core.clock import utcnow
from tracker.core.components import config, signer, vault
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, RuleBroken
from tracker.core.i18n import localized

BY = By(cites=COMMAND_LINE)


@click.group("staff")
def command() -> None:
    """Staff accounts."""


@command.command("add")
@click.argument("email")
@click.option(
    "--name", prompt="Name that colleagues see", help="The name that colleagues see; asked for."
)
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=[StaffRole.REVIEWER.value],
    show_default=True,
    type=click.Choice([role.value for role in StaffRole]),
    help="May be given several times.",
)
@with_appcontext
def add(email: str, name: str, roles: tuple[str, ...]) -> None:
    """Give EMAIL an account, and print a link at which its owner chooses a password.

    The link works once and for three days. Until it is used, the command can be repeated: it then
    prints a new link, and the former stops working.
    """
    address = _address(email)
    known = queries.by_email(db.session(), address)
    if known is not None and known.password is not None:
        click.echo(f"{address} has an account already; nothing was changed.")
        return
    try:
        with transaction() as session:
            person = queries.by_email(session, address)
            if person is None:
                person = services.add(
                    session,
                    email=address,
                    name=name,
                    roles=[StaffRole(role) for role in roles],
                    by=BY,
                    now=utcnow(),
                    wait=config().reviewer_wait,
                )
                confirmations.announce(
                    session, vault(), person, StaffAction.ROLE_GIVEN, roles, BY, now=utcnow()
                )
            value = invitations.renew_link(session, person, BY, now=utcnow())
            held = ", ".join(sorted(person.role_names))
    except RuleBroken as error:
        raise click.BadParameter(localized(error), param_hint="--name") from error
    link = (
        f"{config().public_url}/{invitations.PURPOSE}/{signer().sign(invitations.PURPOSE, value)}"
    )
    click.echo(f"{address} has an account: {held}.")
    click.echo(f"Choose a password within {invitations.INVITATION_TTL.days} days, at this link:")
    click.echo(link)
    click.echo("Then sign in; you set up an authenticator app there first.")


@command.command("list")
@with_appcontext
def listing() -> None:
    """Show every account, its roles, and whether its second factor is set up."""
    for user in queries.everybody(db.session()):
        roles = ", ".join(sorted(role.name for role in user.roles)) or "no role"
        state = "" if user.active else "; not active"
        factor = "set up" if user.tf_primary_method else "not set up yet"
        click.echo(f"{user.email}  {user.name}  {roles}  second factor {factor}{state}")


@command.command("reset-second-factor")
@click.argument("email")
@with_appcontext
def reset_second_factor(email: str) -> None:
    """Let EMAIL set up a second factor anew: for somebody whose device is lost.

    The authenticator app, recovery codes and passkeys are forgotten, and every session ends. The
    password stays.
    """
    with transaction() as session:
        user = queries.by_email(session, _address(email))
        if user is None:
            raise click.ClickException(f"There is no account of {email}. See “flask staff list”.")
        services.reset_second_factor(session, vault(), user, BY, now=utcnow())
    click.echo(f"{user.email} sets up a second factor at the next sign-in.")


def _address(email: str) -> str:
    try:
        return mailboxes.parse(email).folded
    except BadInput as error:
        raise click.BadParameter(error.message, param_hint="EMAIL") from error
