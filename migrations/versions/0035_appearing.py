"""how far a published list is before reviewers"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

INDEX = "ix_import_runs_at_work"
BEFORE = sa.text("state IN ('applying', 'cancelling', 'reading', 'undoing')")
AFTER = sa.text("state IN ('appearing', 'applying', 'cancelling', 'reading', 'undoing')")


def upgrade() -> None:
    op.add_column(
        "import_runs",
        sa.Column("appeared_line", sa.Integer(), server_default=sa.text("0"), nullable=False),
    )
    _index(AFTER)


def downgrade() -> None:
    """A list on its way into the queue goes on: the version before takes what is still staged."""
    op.execute("UPDATE import_runs SET state = 'applying' WHERE state = 'appearing'")
    _index(BEFORE)
    op.drop_column("import_runs", "appeared_line")


def _index(where: sa.TextClause) -> None:
    op.drop_index(INDEX, table_name="import_runs")
    op.create_index(INDEX, "import_runs", ["id"], postgresql_where=where, sqlite_where=where)
