"""triggers that are called only for the rows they are about; no index that another one contains

PostgreSQL calls a trigger's function for each row unless its WHEN says no, and a WHEN cannot hold a
subquery. So what can be said without one goes there, and the function asks the rest, as before.
SQLite keeps the whole condition in its WHEN.
"""

from alembic import op

revision = "0016"
down_revision = "0015"
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


def upgrade() -> None:
    _triggers(only=True)
    op.drop_index("ix_evidence_endorsement_id", table_name="evidence")


def downgrade() -> None:
    op.create_index("ix_evidence_endorsement_id", "evidence", ["endorsement_id"])
    _triggers(only=False)
