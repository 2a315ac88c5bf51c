"""look-alike organisations; merging two records of one organisation, and parting them again"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
DUE = sa.text("kind = 'organisation' AND compared_at IS NULL")
MERGED = sa.text("merged_into_id IS NOT NULL")
OPEN = sa.text("undone_at IS NULL")
UNJUDGED = sa.text("verdict IS NULL")
# (name, table, event, condition under which the change is refused, what is said)
RULES = [
    (
        "supporters_merged_record",
        "supporters",
        "UPDATE",
        (
            "NEW.merged_into_id IS NOT NULL AND (NEW.kind <> 'organisation' OR EXISTS"
            " (SELECT 1 FROM supporters s WHERE s.id = NEW.merged_into_id AND"
            " (s.id = NEW.id OR s.kind <> 'organisation' OR s.merged_into_id IS NOT NULL)))"
        ),
        "Only an organisation is merged, into another that stands.",
    ),
    (
        "endorsements_of_a_merged_record",
        "endorsements",
        "UPDATE",
        (
            "NEW.kind = 'organisation' AND NEW.status = 'verified' AND OLD.status <> 'verified'"
            " AND EXISTS (SELECT 1 FROM supporters s"
            " WHERE s.id = NEW.supporter_id AND s.merged_into_id IS NOT NULL)"
        ),
        "An entry of a merged record cannot be counted.",
    ),
    (
        "merges_stay",
        "merges",
        "UPDATE",
        (
            "OLD.undone_at IS NOT NULL OR NEW.kept_id <> OLD.kept_id"
            " OR NEW.merged_id <> OLD.merged_id OR NEW.staff_id <> OLD.staff_id"
            " OR NEW.merged_at <> OLD.merged_at OR NEW.reason <> OLD.reason"
        ),
        "A merge can only be undone, once.",
    ),
    ("merges_kept", "merges", "DELETE", "TRUE", "A merge can only be undone, once."),
]


def _key(
    table: str, column: str, target: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)


def _partial_index(
    name: str, table: str, *columns: str, where: sa.TextClause, unique: bool = False
) -> None:
    op.create_index(
        name, table, list(columns), unique=unique, postgresql_where=where, sqlite_where=where
    )


def _forbid() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, event, refused, said in RULES:
        trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
        if not postgresql:
            op.execute(f"{trigger} WHEN {refused} BEGIN SELECT RAISE(ABORT, '{said}'); END")
            continue
        # A trigger's WHEN cannot hold a subquery, so the function asks.
        back = "OLD" if event == "DELETE" else "NEW"
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {refused} THEN RAISE EXCEPTION '{said}'"
            f" USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {back}; END $$"
        )
        op.execute(f"{trigger} EXECUTE FUNCTION refuse_{name}()")


def _permit() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, _event, _refused, _said in reversed(RULES):
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if postgresql else ""))
        if postgresql:
            op.execute(f"DROP FUNCTION refuse_{name}()")


def _add_merged_into() -> None:
    """SQLite adds a key with its column or not at all; making the table anew would lose triggers."""
    name = "fk_supporters_merged_into_id_supporters"
    if op.get_bind().dialect.name == "postgresql":
        op.add_column("supporters", sa.Column("merged_into_id", BIG, nullable=True))
        op.create_foreign_key(op.f(name), "supporters", "supporters", ["merged_into_id"], ["id"])
    else:
        op.execute(
            "ALTER TABLE supporters ADD COLUMN merged_into_id INTEGER"
            f" CONSTRAINT {name} REFERENCES supporters (id)"
        )


def upgrade() -> None:
    op.add_column("supporters", sa.Column("compared_at", WHEN, nullable=True))
    _add_merged_into()
    _partial_index("ix_supporters_to_compare", "supporters", "id", where=DUE)
    _partial_index("ix_supporters_merged", "supporters", "merged_into_id", where=MERGED)
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.String(length=260), nullable=False),
        sa.Column("supporter_id", BIG, autoincrement=False, nullable=False),
        _key("name_blocks", "supporter_id", "supporters", "CASCADE"),
        sa.PrimaryKeyConstraint("block", "supporter_id", name=op.f("pk_name_blocks")),
    )
    op.create_index("ix_name_blocks_supporter_id", "name_blocks", ["supporter_id"])
    op.create_table(
        "look_alikes",
        sa.Column("id", BIG, nullable=False),
        sa.Column("a_id", BIG, nullable=False),
        sa.Column("b_id", BIG, nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("same_domain", sa.Boolean(), nullable=False),
        sa.Column("found_at", WHEN, nullable=False),
        sa.Column("verdict", sa.String(length=24), nullable=True),
        sa.Column("judged_by_id", sa.Integer(), nullable=True),
        sa.Column("judged_at", WHEN, nullable=True),
        sa.CheckConstraint("a_id < b_id", name=op.f("ck_look_alikes_smaller_first")),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name=op.f("ck_look_alikes_score")),
        sa.CheckConstraint(
            "(verdict IS NULL) = (judged_by_id IS NULL)"
            " AND (verdict IS NULL) = (judged_at IS NULL)",
            name=op.f("ck_look_alikes_judged_by_somebody"),
        ),
        _key("look_alikes", "a_id", "supporters", "CASCADE"),
        _key("look_alikes", "b_id", "supporters", "CASCADE"),
        _key("look_alikes", "judged_by_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_look_alikes")),
        sa.UniqueConstraint("a_id", "b_id", name=op.f("uq_look_alikes_a_id_b_id")),
    )
    op.create_index("ix_look_alikes_b_id", "look_alikes", ["b_id"])
    _partial_index("ix_look_alikes_unjudged", "look_alikes", "score", "id", where=UNJUDGED)
    op.create_table(
        "merges",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kept_id", BIG, nullable=False),
        sa.Column("merged_id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("merged_at", WHEN, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_at", WHEN, nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kept_id <> merged_id", name=op.f("ck_merges_two_records")),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)",
            name=op.f("ck_merges_undone_by_somebody"),
        ),
        _key("merges", "kept_id", "supporters"),
        _key("merges", "merged_id", "supporters"),
        _key("merges", "staff_id", "staff"),
        _key("merges", "undone_by_id", "staff"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    op.create_index("ix_merges_kept_id", "merges", ["kept_id"])
    _partial_index("uq_merges_open", "merges", "merged_id", where=OPEN, unique=True)
    op.create_table(
        "merge_rows",
        sa.Column("merge_id", BIG, autoincrement=False, nullable=False),
        sa.Column("endorsement_id", BIG, autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.CheckConstraint("what IN ('moved', 'superseded')", name=op.f("ck_merge_rows_what")),
        _key("merge_rows", "merge_id", "merges"),
        _key("merge_rows", "endorsement_id", "endorsements"),
        sa.PrimaryKeyConstraint("merge_id", "endorsement_id", "what", name=op.f("pk_merge_rows")),
    )
    op.create_index("ix_merge_rows_endorsement_id", "merge_rows", ["endorsement_id"])
    _forbid()


def downgrade() -> None:
    _permit()
    for table in ("merge_rows", "merges", "look_alikes", "name_blocks"):
        op.drop_table(table)
    op.drop_index("ix_supporters_merged", table_name="supporters")
    op.drop_index("ix_supporters_to_compare", table_name="supporters")
    op.drop_column("supporters", "merged_into_id")
    op.drop_column("supporters", "compared_at")
