"""what is known of how a text was read"""

import sqlalchemy as sa
from alembic import op

revision = "0114"
down_revision = "0113"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("details", sa.Text(), nullable=False, server_default=sa.text("''"))
    op.add_column("instruments", column)


def downgrade() -> None:
    op.drop_column("instruments", "details")
