"""what put entries on the pages, for feeds; the mark of a database with invented supporters"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
PUBLISHES = sa.text("action IN ('publish', 'verify')")


def upgrade() -> None:
    op.create_index(
        "ix_decisions_publishes",
        "decisions",
        ["id"],
        postgresql_where=PUBLISHES,
        sqlite_where=PUBLISHES,
    )
    op.create_table(
        "demonstration_mark",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", WHEN, nullable=False),
        sa.Column("filled_at", WHEN, nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_demonstration_mark_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demonstration_mark")),
    )


def downgrade() -> None:
    op.drop_table("demonstration_mark")
    op.drop_index("ix_decisions_publishes", "decisions")
