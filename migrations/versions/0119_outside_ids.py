"""the numbers by which others know a member of parliament"""

import sqlalchemy as sa
from alembic import op

revision = "0119"
down_revision = "0118"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("supporters", sa.Column("outside_ids", sa.String(300), nullable=True))


def downgrade() -> None:
    op.drop_column("supporters", "outside_ids")
