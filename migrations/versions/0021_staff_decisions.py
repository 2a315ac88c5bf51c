"""the index of decisions by member of staff holds only theirs

A million people confirm for each thousand decisions of staff, and none of them has a place in it.
Both databases use it where a statement names the member of staff.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

NAME = "ix_decisions_staff_id_decided_at_id"
COLUMNS = ["staff_id", "decided_at", "id"]


def upgrade() -> None:
    op.drop_index(NAME, "decisions")
    theirs = sa.text("staff_id IS NOT NULL")
    op.create_index(NAME, "decisions", COLUMNS, sqlite_where=theirs, postgresql_where=theirs)


def downgrade() -> None:
    op.drop_index(NAME, "decisions")
    op.create_index(NAME, "decisions", COLUMNS)
