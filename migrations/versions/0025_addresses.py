"""addresses as mailboxes: what they are found by is made anew; mails that were given up; the relay;
names folded with the marks that tell them apart

Addresses are read with the application's keys. What could not be done by itself is printed and noted
for staff, by the numbers of rows and never by addresses:

- `same_mailbox`: supporters that are one person by now. Both stay as they are, found by one of them.
- `unreadable_…`: no key opens the address. It stays found as it was.
- `unwritable_…`: no mail can be written to the address, so that it may hide another one. `flask
  addresses check` names the entries and, told so, suspends them.
- `mailed_elsewhere`: emails to another domain than the recorded one, which looked alike before. What
  was not sent yet is given up.
- `same_name`: organisations that have one name and one domain by now.

Downgrading leaves what addresses and names are found by: the older version made it from less.
"""

import json
from collections import defaultdict
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op
from flask import current_app

from tracker.core import mailboxes
from tracker.core.errors import BadInput
from tracker.endorsements.signup.addresses import digest
from tracker.supporters import domains, names

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
WAITED = sa.text("sent_at IS NULL")
WAITING = sa.text("sent_at IS NULL AND given_up_at IS NULL")
GIVEN_UP = sa.text("given_up_at IS NOT NULL")
APPEND_ONLY = "What happened to a supporter is an append-only record."


def _partial_index(name: str, column: str, where: sa.TextClause) -> None:
    op.create_index(name, "outbox", [column], postgresql_where=where, sqlite_where=where)


def upgrade() -> None:
    op.create_table(
        "mail_relays",
        sa.Column("name", sa.String(length=260), nullable=False),
        sa.Column("smtputf8", sa.Boolean(), nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mail_relays")),
    )
    op.create_table(
        "upgrade_notes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("revision", sa.String(length=8), nullable=False),
        sa.Column("noted_at", WHEN, nullable=False),
        sa.Column("found", sa.String(length=40), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upgrade_notes")),
    )
    op.add_column("outbox", sa.Column("given_up_at", WHEN, nullable=True))
    op.execute("UPDATE outbox SET given_up_at = queued_at WHERE due_at >= '9000-01-01'")
    op.drop_index("ix_outbox_due", table_name="outbox")
    _partial_index("ix_outbox_due", "due_at", WAITING)
    _partial_index("ix_outbox_given_up", "given_up_at", GIVEN_UP)
    op.add_column("supporters", sa.Column("plain_key", sa.String(length=200), nullable=True))
    found: dict[str, list[list[int]]] = defaultdict(list)
    _find_anew(found)
    _fold_anew(found)
    _note(found)


def _find_anew(found: dict[str, list[list[int]]]) -> None:
    """Give every stored address the digest of its mailbox."""
    moved: dict[str, set[str]] = defaultdict(set)
    _find_supporters(found, moved)
    for table, key, row in (("officers", "endorsement_id", "officer"), ("challenges", "id", "")):
        for number, sealed, old in _all(
            f"SELECT {key}, email_sealed, email_digest FROM {table} WHERE email_sealed IS NOT NULL"
        ):
            new = _digest(sealed, number, found, row)
            if new is not None:
                moved[old].add(new)
                if new != old:
                    _run(
                        f"UPDATE {table} SET email_digest = :new WHERE {key} = :id",
                        new=new,
                        id=number,
                    )
    _find_mails(found, moved)
    for number, address in _all("SELECT id, email FROM staff"):
        try:
            folded = mailboxes.parse(address).folded
        except BadInput:
            found["unwritable_staff"].append([number])
            continue
        if folded != address:
            _run("UPDATE staff SET email = :new WHERE id = :id", new=folded, id=number)


def _find_supporters(found: dict[str, list[list[int]]], moved: dict[str, set[str]]) -> None:
    changed = []
    for number, kind, sealed, old in _all(
        "SELECT id, kind, email_sealed, email_digest FROM supporters"
        " WHERE email_sealed IS NOT NULL ORDER BY id"
    ):
        new = _digest(sealed, number, found, "supporter")
        if new is None:
            continue
        moved[old].add(new)
        if new != old:
            changed.append((number, kind, old, new))
    for number, _kind, _old, _new in changed:  # out of the way of one another
        _run(
            "UPDATE supporters SET email_digest = :new WHERE id = :id",
            new=f"moving {number}",
            id=number,
        )
    for number, kind, old, new in changed:
        holder = op.get_bind().scalar(
            sa.text("SELECT id FROM supporters WHERE kind = :kind AND email_digest = :new"),
            {"kind": kind, "new": new},
        )
        if holder is not None:
            found["same_mailbox"].append([holder, number])
        kept = new if holder is None else old
        _run("UPDATE supporters SET email_digest = :new WHERE id = :id", new=kept, id=number)


def _find_mails(found: dict[str, list[list[int]]], moved: dict[str, set[str]]) -> None:
    """Mails keep to the address whose link they hold; an address begins its three a day anew."""
    vault = current_app.extensions["vault"]
    for number, sealed, old, sent in _all(
        "SELECT id, payload_sealed, address_digest, sent_at FROM outbox"
    ):
        try:
            payload = vault.open_json(sealed)
            new = digest(vault, payload["to"])
        except ValueError:
            found["unreadable_mail"].append([number])
            continue
        opens = payload["context"].get("digest")
        if opens in moved and new not in moved[opens]:
            found["mailed_elsewhere"].append([number])
            if sent is None:
                _run(
                    "UPDATE outbox SET given_up_at = queued_at, last_error = 'AnotherAddress'"
                    " WHERE id = :id",
                    id=number,
                )
        elif opens is not None and opens != new and sent is None:
            payload["context"]["digest"] = new
            _run(
                "UPDATE outbox SET payload_sealed = :new WHERE id = :id",
                new=vault.seal_json(payload),
                id=number,
            )
        if old is not None and old != new and opens is not None:
            _run(
                "UPDATE outbox SET address_digest = NULL, day = NULL, slot = NULL WHERE id = :id",
                id=number,
            )


def _digest(sealed: str, number: int, found: dict[str, list[list[int]]], row: str) -> str | None:
    vault = current_app.extensions["vault"]
    try:
        address = vault.open(sealed)
    except ValueError:
        found[f"unreadable_{row}" if row else "unreadable"].append([number])
        return None
    if row:
        try:
            mailboxes.parse(address)
        except BadInput:
            found[f"unwritable_{row}"].append([number])
    made: str = digest(vault, address)
    return made


def _fold_anew(found: dict[str, list[list[int]]]) -> None:
    """Give every name the key that the marks in it make, and organisations their domain."""
    touched = []
    for number, kind, name, old, website, domain in _all(
        "SELECT id, kind, name, name_key, website, domain FROM supporters"
    ):
        new, letters = names.fold(name), names.plain_key(name)
        if new != old or letters is not None:
            _run(
                "UPDATE supporters SET name_key = :new, plain_key = :letters WHERE id = :id",
                new=new,
                letters=letters,
                id=number,
            )
        at = domains.of_website(website) if website and not website.isascii() else domain
        if at != domain:
            _run("UPDATE supporters SET domain = :new WHERE id = :id", new=at, id=number)
        if kind == "organisation" and (new != old or at != domain):
            _run("UPDATE supporters SET compared_at = NULL WHERE id = :id", id=number)
            touched.append((number, new, at))
    for number, new, at in touched:
        others = _all(
            "SELECT id FROM supporters WHERE kind = 'organisation' AND name_key = :new AND id <> :id"
            " AND merged_into_id IS NULL AND coalesce(domain, '') = :at",
            new=new,
            id=number,
            at=at or "",
        )
        if others:
            found["same_name"].append([number, *(other for (other,) in others)])
    for run, line, value, old in _all(
        "SELECT run_id, line, value, name_key FROM import_rows WHERE name_key <> ''"
    ):
        if names.fold(value) != old:
            _run(
                "UPDATE import_rows SET name_key = :new WHERE run_id = :run AND line = :line",
                new=names.fold(value),
                run=run,
                line=line,
            )
    _fold_former_names()


def _fold_former_names() -> None:
    """The record of renamings takes no change, so its rule rests while the keys are made anew."""
    renamed = [
        (number, names.fold(_loaded(difference)["name"][0]), old)
        for number, difference, old in _all(
            "SELECT id, difference, former_key FROM supporter_changes WHERE former_key <> ''"
        )
    ]
    if all(new == old for _number, new, old in renamed):
        return
    postgresql = op.get_bind().dialect.name == "postgresql"
    if postgresql:
        op.execute("ALTER TABLE supporter_changes DISABLE TRIGGER supporter_changes_stay")
    else:
        op.execute("DROP TRIGGER supporter_changes_stay")
    for number, new, _old in renamed:
        _run("UPDATE supporter_changes SET former_key = :new WHERE id = :id", new=new, id=number)
    if postgresql:
        op.execute("ALTER TABLE supporter_changes ENABLE TRIGGER supporter_changes_stay")
    else:
        op.execute(
            "CREATE TRIGGER supporter_changes_stay BEFORE UPDATE ON supporter_changes FOR EACH ROW"
            f" WHEN TRUE BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"
        )


def _loaded(difference: object) -> dict:
    """JSON as the driver gives it: text from SQLite, read already from PostgreSQL."""
    return json.loads(difference) if isinstance(difference, str) else difference


def _note(found: dict[str, list[list[int]]]) -> None:
    notes = sa.table(
        "upgrade_notes",
        sa.column("revision", sa.String),
        sa.column("noted_at", WHEN),
        sa.column("found", sa.String),
        sa.column("rows", sa.JSON),
    )
    for name, rows in found.items():
        numbers = "; ".join(", ".join(map(str, row)) for row in rows)
        print(f"Migration {revision} noted “{name}”: {numbers}. See /staff/mail.")  # noqa: T201  for whoever upgrades
        op.bulk_insert(
            notes,
            [{"revision": revision, "noted_at": datetime.now(UTC), "found": name, "rows": rows}],
        )


def _all(statement: str, **values: object) -> list:
    return op.get_bind().execute(sa.text(statement), values).all()


def _run(statement: str, **values: object) -> None:
    op.get_bind().execute(sa.text(statement), values)


def downgrade() -> None:
    op.execute("UPDATE outbox SET due_at = '9000-01-01 00:00:00' WHERE given_up_at IS NOT NULL")
    op.drop_column("supporters", "plain_key")
    op.drop_index("ix_outbox_given_up", table_name="outbox")
    op.drop_index("ix_outbox_due", table_name="outbox")
    op.drop_column("outbox", "given_up_at")
    _partial_index("ix_outbox_due", "due_at", WAITED)
    op.drop_table("upgrade_notes")
    op.drop_table("mail_relays")
