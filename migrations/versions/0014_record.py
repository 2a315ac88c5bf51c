"""changes of evidence, and what merging did to entries, among the changes of published entries"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"
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


def _index_changes(which: str) -> None:
    op.drop_index("ix_decisions_changes", table_name="decisions")
    op.create_index(
        "ix_decisions_changes",
        "decisions",
        ["id"],
        postgresql_where=sa.text(which),
        sqlite_where=sa.text(which),
    )


def upgrade() -> None:
    _index_changes(AFTER)


def downgrade() -> None:
    _index_changes(BEFORE)
