"""what put entries on the pages, for feeds; the mark of a database with invented supporters"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PUBLISHES = sa.text("action IN ('publish', 'verify')")


def upgrade() -> None:
    op.create_index(
        "ix_decisions_publishes",
        "decisions",
        ["id"],
        postgresql_where=PUBLISHES,
        sqlite_where=PUBLISHES,
    )


def downgrade() -> None:
    op.drop_index("ix_decisions_publishes", "decisions")
