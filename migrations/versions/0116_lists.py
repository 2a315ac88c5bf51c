"""the total of a published list, and the text of a page that lists supporters

A page is noted by a digest of its text; `changed_at` says since when it differs from what staff read.
"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import INSTANT

revision = "0116"
down_revision = "0115"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("import_runs", sa.Column("published_total", sa.Integer()))
    lists = sa.Column("lists_supporters", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("link_checks", lists)
    op.add_column("link_checks", sa.Column("text_sha256", sa.String(64)))
    op.add_column("link_checks", sa.Column("text_read_at", INSTANT))
    op.add_column("link_checks", sa.Column("changed_at", INSTANT))


def downgrade() -> None:
    for name in ("changed_at", "text_read_at", "text_sha256", "lists_supporters"):
        op.drop_column("link_checks", name)
    op.drop_column("import_runs", "published_total")
