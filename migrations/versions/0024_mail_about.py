"""the numbers of the rows that a mail's link is for, beside the mail: one statement makes both"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("about", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "about")
