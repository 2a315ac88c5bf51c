"""triggers that are called only for the rows they are about; no index that another one contains;
decisions that say about which initiative and kind they are, and an index on it

PostgreSQL calls a trigger's function for each row unless its WHEN says no, and a WHEN cannot hold a
subquery. So what can be said without one goes there, and the function asks the rest, as before.
SQLite keeps the whole condition in its WHEN.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

# (name, event, what the rows have in common that the function may refuse)
ONLY = [
    (
        "endorsements_government_change_seconded",
        "UPDATE",
        (
            "OLD.kind = 'government' AND OLD.status IN ('verified', 'suspended')"
            " AND NEW.status <> 'superseded'"
        ),
    ),
    (
        "endorsements_of_a_merged_record",
        "UPDATE",
        "NEW.kind = 'organisation' AND NEW.status = 'verified' AND OLD.status <> 'verified'",
    ),
    (
        "endorsements_into_a_merged_record",
        "INSERT",
        "NEW.kind = 'organisation' AND NEW.status = 'verified'",
    ),
]


def _triggers(*, only: bool) -> None:
    if op.get_bind().dialect.name != "postgresql":
        return
    for name, event, concerned in ONLY:
        when = f" WHEN ({concerned})" if only else ""
        op.execute(f"DROP TRIGGER {name} ON endorsements")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON endorsements FOR EACH ROW{when}"
            f" EXECUTE FUNCTION refuse_{name}()"
        )


INDEX = "ix_decisions_initiative_id_kind_decided_at_id"
PLACED = "decisions_placed"
SAID = "A decision says about which initiative and kind of supporter it is."
UNPLACED = "NEW.initiative_id IS NULL OR NEW.kind IS NULL"
FILL = """
UPDATE decisions SET
    initiative_id = (SELECT e.initiative_id FROM endorsements e WHERE e.id = endorsement_id),
    kind = (SELECT e.kind FROM endorsements e WHERE e.id = endorsement_id)
"""


def _fill() -> None:
    """The log refuses every update, so its trigger rests while the new columns are filled."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE decisions DISABLE TRIGGER decisions_stay")
        op.execute(FILL)
        op.execute("ALTER TABLE decisions ENABLE TRIGGER decisions_stay")
        return
    op.execute("DROP TRIGGER decisions_stay")
    op.execute(FILL)
    op.execute(
        "CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions FOR EACH ROW WHEN TRUE"
        " BEGIN SELECT RAISE(ABORT, 'The decision log is append-only.'); END"
    )


def _place() -> None:
    op.add_column(
        "decisions",
        sa.Column("initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite")),
    )
    op.add_column("decisions", sa.Column("kind", sa.String(length=24)))
    _fill()
    trigger = f"CREATE TRIGGER {PLACED} BEFORE INSERT ON decisions FOR EACH ROW"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{PLACED}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(f"{trigger} WHEN ({UNPLACED}) EXECUTE FUNCTION refuse_{PLACED}()")
    else:
        op.execute(f"{trigger} WHEN {UNPLACED} BEGIN SELECT RAISE(ABORT, '{SAID}'); END")
    op.create_index(INDEX, "decisions", ["initiative_id", "kind", "decided_at", "id"])


def _forget_places() -> None:
    op.drop_index(INDEX, table_name="decisions")
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {PLACED} ON decisions")
        op.execute(f"DROP FUNCTION refuse_{PLACED}()")
    else:
        op.execute(f"DROP TRIGGER {PLACED}")
    op.drop_column("decisions", "kind")
    op.drop_column("decisions", "initiative_id")


def upgrade() -> None:
    _triggers(only=True)
    op.drop_index("ix_evidence_endorsement_id", table_name="evidence")
    _place()


def downgrade() -> None:
    _forget_places()
    op.create_index("ix_evidence_endorsement_id", "evidence", ["endorsement_id"])
    _triggers(only=False)
