"""where a sign-up came from, kept for thirty days; sweeps through what a flood left"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
AT_WORK = "sweep_id IS NOT NULL AND state IN ('preview', 'running')"


def upgrade() -> None:
    op.create_table(
        "traces",
        sa.Column("endorsement_id", BIG, autoincrement=False, nullable=False),
        sa.Column("network", sa.String(length=32), nullable=False),
        sa.Column("mail_domain", sa.String(length=255), nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(
            ["endorsement_id"],
            ["endorsements.id"],
            name=op.f("fk_traces_endorsement_id_endorsements"),
        ),
        sa.PrimaryKeyConstraint("endorsement_id", name=op.f("pk_traces")),
    )
    op.create_index("ix_traces_network_seen_at", "traces", ["network", "seen_at"])
    op.create_index("ix_traces_mail_domain_seen_at", "traces", ["mail_domain", "seen_at"])
    op.create_index("ix_traces_seen_at", "traces", ["seen_at"])


def downgrade() -> None:
    op.drop_table("traces")
