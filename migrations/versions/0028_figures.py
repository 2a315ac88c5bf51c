"""facts that lead a page: every change is dated by the database and kept, and takes two people"""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
FOUNDING = sa.text("of_table = 'founding'")
OPEN = sa.text("settled_at IS NULL")
# Each table with the columns that make a row's key, and all that a line of it says.
TABLES = {
    "reported_tallies": (
        ("tally_id",),
        (
            *("id", "tally_id", "subject", "campaign_id", "initiative_id", "value", "qualifier"),
            *("unit", "observers", "reported_on", "date_precision", "stands_from", "what"),
            *("source", "preferred"),
        ),
    ),
    "states": (
        ("iso3",),
        (
            *("iso3", "iso2", "name", "membership", "regional_group", "admitted_on"),
            *("permanent", "read_on", "note", "source"),
        ),
    ),
    "state_names": (
        ("iso3", "language"),
        ("iso3", "language", "short_name", "article", "formal_name", "source"),
    ),
    "state_name_periods": (
        ("id",),
        (
            *("id", "iso3", "language", "short_name", "source", "formal_name", "article"),
            *("held_from", "held_until", "change_id"),
        ),
    ),
    "council_seats": (("iso3", "year"), ("iso3", "year", "seat", "note", "source")),
}
# What stood on content_revisions before, and stands on it after its making anew.
HISTORY = (
    (
        "content_revisions_stay",
        "UPDATE",
        "OLD.state <> 'draft' OR NEW.item_id <> OLD.item_id",
        "What was published, discarded or taken off is history.",
    ),
    ("content_revisions_kept", "DELETE", "OLD.id IS NOT NULL", "Revisions of content are kept."),
)
COPIED = "id, item_id, state, content, editor_id, at, note, version, writer_ids"
DRAFT = sa.text("state = 'draft'")
LED = "({0} IS NOT NULL AND {0} <> 'no')"
KEPT = "What was superseded is kept as it was."
BY_ANOTHER = "Somebody who did not write it publishes it."
TWO_PEOPLE = "What is recorded of a State takes two people."


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _refuse(name: str, table: str, event: str, refused: str, said: str) -> None:
    if not _postgresql():
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {refused}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )
        return
    row = "OLD" if event == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {refused} THEN"
        f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
        f" END IF; RETURN {row}; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
        f" EXECUTE FUNCTION refuse_{name}()"
    )


def _drop(name: str, table: str) -> None:
    if _postgresql():
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def _refusals() -> list[tuple[str, str, str, str, str]]:
    """(name, table, event, condition under which a change is refused, what is said)"""
    if _postgresql():
        preferred, earlier = "(NEW.content ->> 'preferred')", "(r.content ->> 'preferred')"
        another = (
            "NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT"
            " (CAST(NEW.writer_ids AS jsonb) @> to_jsonb(NEW.editor_id))"
        )
    else:
        preferred = "json_extract(NEW.content, '$.preferred')"
        earlier = "json_extract(r.content, '$.preferred')"
        another = (
            "NEW.writer_ids IS NOT NULL AND json_array_length(NEW.writer_ids) > 0 AND NOT EXISTS"
            " (SELECT 1 FROM json_each(NEW.writer_ids) w WHERE w.value = NEW.editor_id)"
        )
    alone = f"NEW.editor_id IS NOT NULL AND NOT ({another})"
    leads = (
        "EXISTS (SELECT 1 FROM content_items i WHERE i.id = NEW.item_id"
        f" AND i.kind = 'reported_tallies') AND ({LED.format(preferred)} OR"
        f" EXISTS (SELECT 1 FROM content_revisions r WHERE r.item_id = NEW.item_id"
        f" AND r.id = (SELECT max(p.id) FROM content_revisions p WHERE p.item_id = NEW.item_id"
        f" AND p.id < NEW.id AND p.state = 'published') AND {LED.format(earlier)}))"
    )
    figure = f"NEW.state IN ('published', 'retired') AND {alone} AND {leads}"
    year = f"NEW.state = 'published' AND {alone}"
    state = (
        "NEW.staff_id IS NOT NULL"
        " AND (NEW.seconder_id IS NULL OR NEW.seconder_id = NEW.staff_id)"
        " AND EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id"
        " AND s.kind = 'government')"
    )
    return [
        ("superseded_rows_stay", "superseded_rows", "UPDATE", "TRUE", KEPT),
        ("superseded_rows_kept", "superseded_rows", "DELETE", "TRUE", KEPT),
        ("content_revisions_figures", "content_revisions", "UPDATE", figure, BY_ANOTHER),
        ("content_revisions_new_figures", "content_revisions", "INSERT", figure, BY_ANOTHER),
        ("council_revisions_years", "council_revisions", "UPDATE", year, BY_ANOTHER),
        ("council_revisions_new_years", "council_revisions", "INSERT", year, BY_ANOTHER),
        ("supporter_changes_of_states", "supporter_changes", "INSERT", state, TWO_PEOPLE),
        (
            "state_proposals_stay",
            "state_proposals",
            "UPDATE",
            (
                "OLD.settled_at IS NOT NULL OR NEW.proposer_id <> OLD.proposer_id"
                " OR CAST(NEW.wanted AS TEXT) <> CAST(OLD.wanted AS TEXT)"
            ),
            "What was proposed stays as it was.",
        ),
    ]


def _keep(table: str, key: tuple[str, ...], columns: tuple[str, ...]) -> None:
    """Write a line for each change of a table."""
    if _postgresql():
        names = ", ".join(f"'{one}'" for one in key)
        for event in ("INSERT", "UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_superseded_{event.lower()} AFTER {event} ON {table}"
                f" FOR EACH ROW EXECUTE FUNCTION keep_superseded({names})"
            )
        return

    def said(row: str, *more: str) -> str:
        pairs = (f"'{one}', {row}.{one}" for one in (*columns, *more))
        return f"json_object({', '.join(pairs)})"

    def known_by(row: str) -> str:
        return " || ' ' || ".join(f"{row}.{one}" for one in key)

    clock = "strftime('%Y-%m-%d %H:%M:%f', 'now') || '000'"
    into = "INSERT INTO superseded_rows (of_table, row_key, before, after, recorded_at) VALUES"
    old, new = said("OLD", "edited_at"), said("NEW", "edited_at")
    told = [one for one in columns if one != "id"]
    differs = " OR ".join(f"OLD.{one} IS NOT NEW.{one}" for one in told)
    founded = "EXISTS (SELECT 1 FROM superseded_rows WHERE of_table = 'founding')"
    for event, when, row, before, after in (
        ("INSERT", founded, "NEW", "NULL", new),
        ("UPDATE", differs, "OLD", old, new),
        ("DELETE", "TRUE", "OLD", old, "NULL"),
    ):
        op.execute(
            f"CREATE TRIGGER {table}_superseded_{event.lower()} AFTER {event} ON {table}"
            f" FOR EACH ROW WHEN {when} BEGIN"
            f" {into} ('{table}', {known_by(row)}, {before}, {after}, {clock}); END"
        )


def _keeping_function() -> None:
    op.execute(
        """
        CREATE FUNCTION keep_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            untold text[] := ARRAY['id', 'edited_at'];
            said_before jsonb;
            said_after jsonb;
            known_by text;
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                said_before := to_jsonb(OLD) - ARRAY['seed_key', 'seed_digest'];
            ELSIF NOT EXISTS (SELECT 1 FROM superseded_rows WHERE of_table = 'founding') THEN
                RETURN NULL;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                said_after := to_jsonb(NEW) - ARRAY['seed_key', 'seed_digest'];
            END IF;
            IF said_before - untold IS NOT DISTINCT FROM said_after - untold THEN
                RETURN NULL;
            END IF;
            SELECT string_agg(COALESCE(said_before, said_after) ->> name, ' ' ORDER BY place)
                INTO known_by FROM unnest(TG_ARGV) WITH ORDINALITY AS keys(name, place);
            INSERT INTO superseded_rows (of_table, row_key, before, after, recorded_at)
                VALUES (TG_TABLE_NAME, known_by, said_before, said_after, clock_timestamp());
            RETURN NULL;
        END $$
        """
    )


def _versions_of_editors() -> None:
    """Lines for what editors had changed of reported tallies, as their history tells it."""
    bind = op.get_bind()
    items = bind.execute(
        sa.text("SELECT id, row_id FROM content_items WHERE kind = 'reported_tallies' ORDER BY id")
    ).all()
    into = sa.text(
        "INSERT INTO superseded_rows (of_table, row_key, before, after, recorded_at)"
        " VALUES ('reported_tallies', :row_key, :before, :after, :recorded_at)"
    ).bindparams(
        sa.bindparam("before", type_=sa.JSON(none_as_null=True)),
        sa.bindparam("after", type_=sa.JSON(none_as_null=True)),
        sa.bindparam("recorded_at", type_=WHEN),
    )
    _key, columns = TABLES["reported_tallies"]
    revisions = sa.text(
        "SELECT state, content, editor_id, at FROM content_revisions WHERE item_id = :item"
        " AND state IN ('published', 'retired') ORDER BY id"
    ).columns(content=sa.JSON(), at=WHEN)
    for item in items:
        row = None
        if item.row_id is not None:
            row = (
                bind.execute(
                    sa.text("SELECT * FROM reported_tallies WHERE id = :id"), {"id": item.row_id}
                )
                .mappings()
                .first()
            )
        if row is None:
            continue
        present = {name: row[name] for name in columns}
        present = json.loads(json.dumps(present, default=str))
        said: dict[str, object] | None = None
        for number, one in enumerate(bind.execute(revisions, {"item": item.id}).all()):
            after = present | {key: one.content[key] for key in one.content if key in present}
            after["stands_from"] = _stands_from(after, present)
            gone = one.state == "retired"
            if (number or one.editor_id is not None) and said != (None if gone else after):
                bind.execute(
                    into,
                    {
                        "row_key": row["tally_id"],
                        "before": said,
                        "after": None if gone else after,
                        "recorded_at": one.at,
                    },
                )
            said = None if gone else after


def _stands_from(said: dict[str, object], present: dict[str, object]) -> object:
    if said["reported_on"]:
        return said["reported_on"]
    same = said["date_precision"] == present["date_precision"] and not present["reported_on"]
    return present["stands_from"] if same else None


def _revisions(by_somebody: str, *more: sa.Column[bool]) -> None:
    """Make `content_revisions` with another rule of who a revision is by, and these columns more.

    SQLite cannot change a constraint, so the table is made anew there, with its triggers.
    """
    if _postgresql():
        for column in more:
            op.add_column("content_revisions", column)
        op.drop_constraint(op.f("ck_content_revisions_by_somebody"), "content_revisions")
        op.create_check_constraint(
            op.f("ck_content_revisions_by_somebody"), "content_revisions", by_somebody
        )
        return
    op.execute("ALTER TABLE content_revisions RENAME TO content_revisions_before")
    op.create_table(
        "content_revisions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("item_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("writer_ids", sa.JSON(), nullable=True),
        *more,
        sa.CheckConstraint(
            "state IN ('draft', 'published', 'discarded', 'retired')",
            name=op.f("ck_content_revisions_known_state"),
        ),
        sa.CheckConstraint(by_somebody, name=op.f("ck_content_revisions_by_somebody")),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["content_items.id"],
            name=op.f("fk_content_revisions_item_id_content_items"),
        ),
        sa.ForeignKeyConstraint(
            ["editor_id"], ["staff.id"], name=op.f("fk_content_revisions_editor_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_revisions")),
    )
    op.execute(
        f"INSERT INTO content_revisions ({COPIED})"
        f" SELECT {COPIED} FROM content_revisions_before WHERE {by_somebody}"
    )
    op.drop_table("content_revisions_before")
    op.create_index(op.f("ix_content_revisions_item_id"), "content_revisions", ["item_id"])
    op.create_index(
        "uq_content_revisions_one_draft",
        "content_revisions",
        ["item_id"],
        unique=True,
        sqlite_where=DRAFT,
    )
    for name, event, refused, said in HISTORY:
        _refuse(name, "content_revisions", event, refused, said)


def upgrade() -> None:
    op.create_table(
        "superseded_rows",
        sa.Column("id", BIG, nullable=False),
        sa.Column("of_table", sa.String(length=40), nullable=False),
        sa.Column("row_key", sa.String(length=60), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("recorded_at", WHEN, nullable=False),
        sa.CheckConstraint(
            "(before IS NULL AND after IS NULL) = (of_table = 'founding')",
            name=op.f("ck_superseded_rows_says_something"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_superseded_rows")),
    )
    op.create_index(op.f("ix_superseded_rows_of_table"), "superseded_rows", ["of_table"])
    op.create_index(op.f("ix_superseded_rows_recorded_at"), "superseded_rows", ["recorded_at"])
    op.create_index(
        "uq_superseded_rows_founding",
        "superseded_rows",
        ["of_table"],
        unique=True,
        postgresql_where=FOUNDING,
        sqlite_where=FOUNDING,
    )
    op.create_table(
        "state_proposals",
        sa.Column("id", BIG, nullable=False),
        sa.Column("supporter_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(length=24), nullable=False),
        sa.Column("undoes_id", BIG, nullable=True),
        sa.Column("seen", BIG, nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", WHEN, nullable=False),
        sa.Column("settled_at", WHEN, nullable=True),
        sa.Column("applied", sa.Boolean(), nullable=True),
        sa.Column("seconder_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "seconder_id IS NULL OR seconder_id <> proposer_id",
            name=op.f("ck_state_proposals_by_two"),
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (applied IS NULL)"
            " AND (applied IS NULL OR NOT applied OR seconder_id IS NOT NULL)",
            name=op.f("ck_state_proposals_settled"),
        ),
        sa.CheckConstraint(
            "(undoes_id IS NULL) = (happened_on IS NOT NULL)",
            name=op.f("ck_state_proposals_dated"),
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporters.id"],
            name=op.f("fk_state_proposals_supporter_id_supporters"),
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["supporter_changes.id"],
            name=op.f("fk_state_proposals_undoes_id_supporter_changes"),
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["staff.id"], name=op.f("fk_state_proposals_proposer_id_staff")
        ),
        sa.ForeignKeyConstraint(
            ["seconder_id"], ["staff.id"], name=op.f("fk_state_proposals_seconder_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_proposals")),
    )
    op.create_index(
        "uq_state_proposals_one_open",
        "state_proposals",
        ["supporter_id"],
        unique=True,
        postgresql_where=OPEN,
        sqlite_where=OPEN,
    )
    op.add_column(
        "supporter_changes",
        sa.Column(
            "seconder_id",
            sa.Integer(),
            sa.ForeignKey("staff.id", name=op.f("fk_supporter_changes_seconder_id_staff")),
            nullable=True,
        ),
        inline_references=True,  # SQLite adds no constraint to a table that is there
    )
    _revisions(
        "editor_id IS NOT NULL OR state IN ('draft', 'published')",
        sa.Column("retires", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    _versions_of_editors()
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM states")):
        op.get_bind().execute(
            sa.text(
                "INSERT INTO superseded_rows (of_table, row_key, recorded_at)"
                " VALUES ('founding', '', :now)"
            ).bindparams(sa.bindparam("now", datetime.now(UTC), type_=WHEN))
        )
    if _postgresql():
        _keeping_function()
    for table, (key, columns) in TABLES.items():
        _keep(table, key, columns)
    for refusal in _refusals():
        _refuse(*refusal)


def downgrade() -> None:
    for name, table, *_rest in reversed(_refusals()):
        _drop(name, table)
    for table in TABLES:
        for event in ("insert", "update", "delete"):
            of = f" ON {table}" if _postgresql() else ""
            op.execute(f"DROP TRIGGER {table}_superseded_{event}{of}")
    if _postgresql():
        op.execute("DROP FUNCTION keep_superseded()")
    if _postgresql():
        op.execute("ALTER TABLE content_revisions DISABLE TRIGGER content_revisions_kept")
        op.execute("DELETE FROM content_revisions WHERE state = 'draft' AND editor_id IS NULL")
        op.execute("ALTER TABLE content_revisions ENABLE TRIGGER content_revisions_kept")
        op.drop_column("content_revisions", "retires")
    _revisions("editor_id IS NOT NULL OR state = 'published'")
    op.drop_column("supporter_changes", "seconder_id")
    op.drop_table("state_proposals")
    op.drop_table("superseded_rows")
