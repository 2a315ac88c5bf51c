"""what happened to supporters in the world; former names of States; the text on which a regrade
rests"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
APPEND_ONLY = "What happened to a supporter is an append-only record."
ENDING = "('dissolved', 'merged_into')"
# (name, table, event, condition under which the change is refused, what is said)
RULES = [
    ("supporter_changes_stay", "supporter_changes", "UPDATE", "TRUE", APPEND_ONLY),
    (
        "supporter_changes_kept",
        "supporter_changes",
        "DELETE",
        (
            "NOT EXISTS (SELECT 1 FROM supporters s"
            " WHERE s.id = OLD.supporter_id AND s.erased_at IS NOT NULL)"
        ),
        APPEND_ONLY,
    ),
    (
        "supporter_changes_fit",
        "supporter_changes",
        "INSERT",
        (
            "EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND NOT ("
            "(s.kind = 'government' AND NEW.kind IN ('renamed', 'succeeded'))"
            f" OR (s.kind = 'organisation' AND (NEW.kind = 'renamed' OR NEW.kind IN {ENDING}))"
            " OR (s.kind = 'parliamentarian' AND NEW.kind IN ('mandate_began', 'mandate_ended'))))"
            " OR EXISTS (SELECT 1 FROM supporters s JOIN supporters t ON t.id = NEW.successor_id"
            " WHERE s.id = NEW.supporter_id AND s.kind <> t.kind)"
        ),
        "This cannot happen to a supporter of this kind.",
    ),
    (
        "supporter_changes_undo",
        "supporter_changes",
        "INSERT",
        (
            "NEW.undoes_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supporter_changes c"
            " WHERE c.id = NEW.undoes_id AND c.undoes_id IS NULL"
            " AND c.supporter_id = NEW.supporter_id AND c.kind = NEW.kind)"
        ),
        "Only what is recorded of the same supporter can be taken back, once.",
    ),
    (
        "supporter_changes_end_once",
        "supporter_changes",
        "INSERT",
        (
            f"NEW.kind IN {ENDING} AND NEW.undoes_id IS NULL"
            " AND EXISTS (SELECT 1 FROM supporter_changes c WHERE c.supporter_id = NEW.supporter_id"
            f" AND c.kind IN {ENDING} AND c.undoes_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM supporter_changes u WHERE u.undoes_id = c.id))"
        ),
        "An organisation ends once.",
    ),
    (
        "proposed_changes_rest_on_a_text",
        "proposed_changes",
        "INSERT",
        (
            "NEW.action = 'regrade' AND NEW.grade = 'endorsed' AND NEW.cites = ''"
            " AND NEW.instrument_id IS NULL"
        ),
        "A grade of endorsed rests on a text.",
    ),
]


def _trigger(name: str, table: str, event: str, refused: str, said: str) -> None:
    if op.get_bind().dialect.name != "postgresql":
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


def _fk(table: str, column: str, of: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{of}.{key}"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "supporter_changes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("supporter_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", WHEN, nullable=False),
        sa.Column("difference", sa.JSON(), nullable=False),
        sa.Column("former_key", sa.String(length=200), nullable=False),
        sa.Column("successor_id", BIG, nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("cites", sa.String(length=300), nullable=False),
        sa.Column("undoes_id", BIG, nullable=True),
        sa.CheckConstraint("source <> ''", name=op.f("ck_supporter_changes_has_a_source")),
        sa.CheckConstraint(
            "(staff_id IS NULL) = (cites <> '')",
            name=op.f("ck_supporter_changes_recorded_by_someone"),
        ),
        sa.CheckConstraint(
            "(kind IN ('merged_into', 'succeeded')) = (successor_id IS NOT NULL)",
            name=op.f("ck_supporter_changes_successor_named"),
        ),
        sa.CheckConstraint(
            "successor_id <> supporter_id", name=op.f("ck_supporter_changes_succeeded_by_another")
        ),
        sa.CheckConstraint(
            "(kind = 'renamed') = (former_key <> '')",
            name=op.f("ck_supporter_changes_former_name_kept"),
        ),
        _fk("supporter_changes", "supporter_id", "supporters"),
        _fk("supporter_changes", "successor_id", "supporters"),
        _fk("supporter_changes", "staff_id", "staff"),
        _fk("supporter_changes", "undoes_id", "supporter_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporter_changes")),
        sa.UniqueConstraint("undoes_id", name=op.f("uq_supporter_changes_undoes_id")),
    )
    op.create_index(
        op.f("ix_supporter_changes_supporter_id"), "supporter_changes", ["supporter_id"]
    )
    op.create_index(
        op.f("ix_supporter_changes_successor_id"), "supporter_changes", ["successor_id"]
    )
    op.create_index(
        "ix_supporter_changes_former_key",
        "supporter_changes",
        ["former_key"],
        postgresql_where=sa.text("kind = 'renamed'"),
        sqlite_where=sa.text("kind = 'renamed'"),
    )
    op.create_table(
        "state_name_periods",
        sa.Column("id", BIG, nullable=False),
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("short_name", sa.String(length=120), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("formal_name", sa.String(length=160), nullable=False),
        sa.Column("article", sa.String(length=8), nullable=False),
        sa.Column("held_from", sa.Date(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("change_id", BIG, nullable=True),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("edited_at", WHEN, nullable=True),
        sa.CheckConstraint("source <> ''", name=op.f("ck_state_name_periods_has_a_source")),
        sa.CheckConstraint("held_from < held_until", name=op.f("ck_state_name_periods_in_order")),
        _fk("state_name_periods", "iso3", "states", "iso3"),
        _fk("state_name_periods", "change_id", "supporter_changes"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_state_name_periods")),
        sa.UniqueConstraint("seed_key", name=op.f("uq_state_name_periods_seed_key")),
    )
    op.create_index(op.f("ix_state_name_periods_iso3"), "state_name_periods", ["iso3"])
    op.create_index(op.f("ix_state_name_periods_change_id"), "state_name_periods", ["change_id"])
    op.add_column(
        "proposed_changes",
        sa.Column(
            "instrument_id",
            BIG,
            sa.ForeignKey("instruments.id", name=op.f("fk_proposed_changes_instrument_id")),
            nullable=True,
        ),
        inline_references=True,  # SQLite adds no constraint to a table that is there
    )
    for rule in RULES:
        _trigger(*rule)


def downgrade() -> None:
    for name, table, _event, _refused, _said in reversed(RULES):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION refuse_{name}()")
        else:
            op.execute(f"DROP TRIGGER {name}")
    op.drop_column("proposed_changes", "instrument_id")
    op.drop_table("state_name_periods")
    op.drop_table("supporter_changes")
