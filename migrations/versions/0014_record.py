"""changes of evidence and of merging among those of published entries; nothing counts on a merged
record, not even when it is inserted; the kind of what awaits verification"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

BEFORE = (
    "action IN ('correct', 'invalidate', 'lapse', 'redate', 'regrade', 'reinstate', 'restore',"
    " 'supersede', 'suspend', 'withdraw')"
)
AFTER = (
    "action IN ('cite', 'correct', 'invalidate', 'lapse', 'merge', 'redate', 'regrade',"
    " 'reinstate', 'restore', 'supersede', 'suspend', 'unmerge', 'withdraw')"
)


AWAITING = "status IN ('approved_once', 'in_review', 'needs_info')"
MERGED_ENTRY = "endorsements_into_a_merged_record"
SAID = "An entry of a merged record cannot be counted."
REFUSED = (
    "NEW.kind = 'organisation' AND NEW.status = 'verified' AND EXISTS (SELECT 1 FROM supporters s"
    " WHERE s.id = NEW.supporter_id AND s.merged_into_id IS NOT NULL)"
)


def _index_changes(which: str) -> None:
    op.drop_index("ix_decisions_changes", table_name="decisions")
    op.create_index(
        "ix_decisions_changes",
        "decisions",
        ["id"],
        postgresql_where=sa.text(which),
        sqlite_where=sa.text(which),
    )


def _index_awaiting(*columns: str) -> None:
    op.drop_index("ix_endorsements_awaiting", table_name="endorsements")
    op.create_index(
        "ix_endorsements_awaiting",
        "endorsements",
        columns,
        postgresql_where=sa.text(AWAITING),
        sqlite_where=sa.text(AWAITING),
    )


def upgrade() -> None:
    _index_changes(AFTER)
    _index_awaiting("initiative_id", "id", "kind")
    trigger = f"CREATE TRIGGER {MERGED_ENTRY} BEFORE INSERT ON endorsements FOR EACH ROW"
    if op.get_bind().dialect.name != "postgresql":
        op.execute(f"{trigger} WHEN {REFUSED} BEGIN SELECT RAISE(ABORT, '{SAID}'); END")
        return
    # A trigger's WHEN cannot hold a subquery, so the function asks.
    op.execute(
        f"CREATE FUNCTION refuse_{MERGED_ENTRY}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {REFUSED} THEN RAISE EXCEPTION '{SAID}'"
        " USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    op.execute(f"{trigger} EXECUTE FUNCTION refuse_{MERGED_ENTRY}()")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {MERGED_ENTRY} ON endorsements")
        op.execute(f"DROP FUNCTION refuse_{MERGED_ENTRY}()")
    else:
        op.execute(f"DROP TRIGGER {MERGED_ENTRY}")
    _index_awaiting("initiative_id", "id")
    _index_changes(BEFORE)
