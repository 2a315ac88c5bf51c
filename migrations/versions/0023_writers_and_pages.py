"""who wrote a revision of content, beside who published it; organisations in their order by an index"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

TABLES = ("content_revisions", "council_revisions")
NAMED = sa.text("kind IN ('government', 'organisation')")


def _index(*columns: str) -> None:
    op.drop_index("ix_ledger_events_named", table_name="ledger_events")
    op.create_index(
        "ix_ledger_events_named",
        "ledger_events",
        ["initiative_id", "kind", *columns],
        postgresql_where=NAMED,
        sqlite_where=NAMED,
    )


def upgrade() -> None:
    _index("effective_on", "endorsement_id")
    cast = "CAST({} AS JSON)" if op.get_bind().dialect.name == "postgresql" else "{}"
    for table in TABLES:
        op.add_column(table, sa.Column("writer_ids", sa.JSON(), nullable=True))
        # Of a draft that waits, who saved it last is known. Of what ended, only who ended it is,
        # and the triggers would refuse to change that anyway.
        known = cast.format("'[' || editor_id || ']'")
        op.execute(f"UPDATE {table} SET writer_ids = {known} WHERE state = 'draft'")


def downgrade() -> None:
    _index("effective_on")
    for table in TABLES:
        op.drop_column(table, "writer_ids")
