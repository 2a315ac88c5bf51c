"""networks and mail domains that send unusually many; proofs of work that have counted"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "surges",
        sa.Column("source", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("since", WHEN, nullable=False),
        sa.Column("until", WHEN, nullable=False),
        sa.CheckConstraint(
            "source IN ('network', 'mail_domain')", name=op.f("ck_surges_known_source")
        ),
        sa.CheckConstraint("until > since", name=op.f("ck_surges_ends_after_it_began")),
        sa.PrimaryKeyConstraint("source", "name", name=op.f("pk_surges")),
    )
    op.create_table(
        "spent_proofs",
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("until", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_spent_proofs")),
    )
    op.create_index(op.f("ix_spent_proofs_until"), "spent_proofs", ["until"])


def downgrade() -> None:
    op.drop_table("spent_proofs")
    op.drop_table("surges")
