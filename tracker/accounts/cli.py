"""`flask staff`: give accounts to staff, and list them."""

from __future__ import annotations

import secrets
import string

import click
from flask.cli import with_appcontext
from flask_security import hash_password

from tracker.accounts import confirmations, passwords, queries, services
from tracker.accounts.events import COMMAND_LINE, By
from tracker.accounts.models import StaffAction, StaffRole
from tracker.core import mailboxes
from tracker.core.clock import utcnow
from tracker.core.db import db, transaction
from tracker.core.errors import BadInput, RuleBroken
from tracker.core.parts import config, vault

LETTERS = string.ascii_lowercase + string.digits
BY = By(cites=COMMAND_LINE)


def made_password() -> str:
    """Four groups of five letters and digits: about 100 bits, and easy to copy by hand."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


@click.group("staff")
def command() -> None:
    """Staff accounts."""


@command.command("add")
@click.argument("email")
@click.option("--name", default="", help="The name that colleagues see; else from the address.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    default=[StaffRole.REVIEWER.value],
    show_default=True,
    type=click.Choice([role.value for role in StaffRole]),
    help="May be given several times.",
)
@click.option(
    "--password",
    is_flag=True,
    help="Ask for a password instead of making one.",
)
@with_appcontext
def add(email: str, name: str, roles: tuple[str, ...], password: bool) -> None:
    """Give EMAIL an account. A made password is printed once, and kept nowhere."""
    address = _address(email)
    if queries.by_email(db.session(), address) is not None:
        click.echo(f"{address} has an account already; nothing was changed.")
        return
    chosen = _asked() if password else made_password()
    hashed = hash_password(chosen)
    with transaction() as session:
        person = services.add(
            session,
            email=address,
            name=name,
            roles=[StaffRole(role) for role in roles],
            password_hash=hashed,
            by=BY,
            now=utcnow(),
            wait=config().reviewer_wait,
        )
        confirmations.announce(
            session, vault(), person, StaffAction.ROLE_GIVEN, roles, BY, now=utcnow()
        )
    click.echo(f"{address} has an account now: {', '.join(dict.fromkeys(roles))}.")
    if not password:
        click.echo(f"Password, shown only now: {chosen}")
    click.echo("Sign in at /staff/account/login; an authenticator app is set up there first.")


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


def _asked() -> str:
    chosen: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        passwords.check(chosen)
    except RuleBroken as error:
        raise click.BadParameter(error.message, param_hint="--password") from error
    return chosen
