"""The migrations make exactly what the models say, up and down, on both databases."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, inspect, select, text
from sqlalchemy.exc import IntegrityError

from config import ROOT
from tests.support.databases import Database
from tracker.core import health_views, migrations, outbox, upgrade_notes
from tracker.core.dates import DatePrecision
from tracker.core.db import db
from tracker.core.outbox import OutboxMail
from tracker.endorsements.signup import addresses
from tracker.ledger import sequencer
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.models import Supporter, SupporterKind
from tracker.tallies import projection

AT = datetime(2026, 11, 1, tzinfo=UTC)


def differences(app: Flask) -> list[object]:
    with app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        found: list[object] = compare_metadata(context, db.metadata)
        return found


def test_the_models_are_what_the_migrations_make(empty_app: Flask) -> None:
    assert differences(empty_app) == []


def test_the_checks_are_what_the_migrations_make(empty_app: Flask) -> None:
    """Alembic does not compare CHECK constraints, so their names are compared here."""
    with empty_app.app_context():
        inspector = inspect(db.engine)
        for table in db.metadata.sorted_tables:
            due = {str(one.name) for one in table.constraints if isinstance(one, CheckConstraint)}
            made = {str(one["name"]) for one in inspector.get_check_constraints(table.name)}
            assert made == due, table.name


@pytest.mark.long
def test_down_and_up_again_leaves_nothing_and_makes_everything(database: Database) -> None:
    with database.create().app() as app:
        with app.app_context():
            migrations.upgrade()
            migrations.downgrade("base")
            assert inspect(db.engine).get_table_names() == ["alembic_version"]
            migrations.upgrade()
        assert differences(app) == []


def test_the_tally_tables_are_made_anew_from_the_ledger(app: Flask) -> None:
    with app.app_context():
        migrations.downgrade("0021")
        migrations.upgrade()
        size = sequencer.size(db.session())
        assert size > 0 and projection.differences(db.session(), size=size) == []


def test_the_one_newest_revision_is_in_its_files_name() -> None:
    assert ScriptDirectory(str(ROOT / "migrations")).get_heads() == [health_views.NEWEST]


def person(app: Flask, address: str, *, found_by: str) -> Supporter:
    """An individual as the former version recorded one."""
    vault = app.extensions["vault"]
    made = Supporter(
        kind=SupporterKind.INDIVIDUAL,
        name="Ada",
        name_key="ada",
        created_at=AT,
        email_sealed=vault.seal(address),
        email_digest=vault.digest(found_by),
    )
    db.session.add(made)
    db.session.flush()
    return made


def organisation(name: str, key: str) -> Supporter:
    made = Supporter(
        kind=SupporterKind.ORGANISATION, name=name, name_key=key, created_at=AT, compared_at=AT
    )
    db.session.add(made)
    db.session.flush()
    return made


def rows(query: str) -> dict[int, Any]:
    return {row[0]: row[1] for row in db.session.execute(text(query))}


def test_stored_addresses_are_found_by_their_mailbox_after_an_upgrade(empty_app: Flask) -> None:
    """Nobody is joined or lost; what cannot be settled is noted by numbers."""
    vault = empty_app.extensions["vault"]
    with empty_app.app_context():
        mine = person(empty_app, "amb@mißion-un.example", found_by="amb@mission-un.example")
        one = person(empty_app, "ada@mailbox.org", found_by="ada@mailbox.org")
        two = person(empty_app, "ada+un@mailbox.org", found_by="ada+un@mailbox.org")
        word = "=?utf-8?q?one?=@people.example"
        bad = person(empty_app, word, found_by=word)
        lost = person(empty_app, "lost@people.example", found_by="lost@people.example")
        plain = person(empty_app, "plain@people.example", found_by="plain@people.example")
        lost.email_sealed = "of another key"
        before = {each.id: each.email_digest for each in (two, bad, lost, plain, one)}
        for to in ("amb@mißion-un.example", "amb@mission-un.example"):
            outbox.queue(
                db.session(),
                vault,
                template="manage_link",
                to=to,
                context={"name": "Ada", "digest": mine.email_digest},
                now=AT,
            )
        ours, theirs = db.session.scalars(select(OutboxMail.id).order_by(OutboxMail.id))
        names = [organisation("मीना ट्रस्ट", "म न ट र स ट"), organisation("मोना ट्रस्ट", "म न ट र स ट")]
        ids = [each.id for each in names]
        dang = organisation("Đặng Foundation", "đang foundation").id
        mine_id, one_id, two_id, bad_id = mine.id, one.id, two.id, bad.id
        lost_id = lost.id
        db.session.commit()
        migrations.downgrade("0024")
        migrations.upgrade()
        after = rows("SELECT id, email_digest FROM supporters")
        assert after[mine_id] == addresses.digest(vault, "amb@mißion-un.example")
        assert {number: after[number] for number in before} == before, "two keeps its own"
        keys = rows("SELECT id, name_key FROM supporters")
        assert [keys[number] for number in ids] == ["मीना ट्रस्ट", "मोना ट्रस्ट"]
        assert rows("SELECT id, plain_key FROM supporters")[dang] == "dang foundation"
        noted = {note.found: note.rows for note in upgrade_notes.every(db.session())}
        assert noted == {
            "same_mailbox": [[one_id, two_id]],
            "unwritable_supporter": [[bad_id]],
            "unreadable_supporter": [[lost_id]],
            "mailed_elsewhere": [[theirs]],
        }
        given_up = outbox.given_up(db.session())
        assert [(mail.id, mail.last_error) for mail in given_up] == [(theirs, "AnotherAddress")]
        kept = db.session.get_one(OutboxMail, ours)
        assert vault.open_json(kept.payload_sealed)["context"]["digest"] == after[mine_id]


def test_a_former_name_is_folded_anew_and_stays_unchangeable(empty_app: Flask) -> None:
    with empty_app.app_context():
        renamed = organisation("New name", "new name")
        db.session.add(
            SupporterChange(
                supporter_id=renamed.id,
                kind=ChangeKind.RENAMED,
                happened_on=AT.date(),
                precision=DatePrecision.ON,
                source="A letter",
                recorded_at=AT,
                difference={"name": ["मीना ट्रस्ट", "New name"]},
                former_key="म न ट र स ट",
                cites="a test",
            )
        )
        db.session.commit()
        migrations.downgrade("0024")
        migrations.upgrade()
        assert list(rows("SELECT id, former_key FROM supporter_changes").values()) == ["मीना ट्रस्ट"]
        with pytest.raises(IntegrityError, match="append-only"):
            db.session.execute(text("UPDATE supporter_changes SET former_key = 'another'"))
        db.session.rollback()
