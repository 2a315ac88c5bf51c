"""where a sign-up came from, kept for thirty days; sweeps through what a flood left"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
AT_WORK = sa.text("state IN ('preview', 'running')")


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
    op.create_table(
        "sweeps",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_sweeps_staff_id_staff")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sweeps")),
    )
    # Alembic adds a column and its foreign key apart, which SQLite cannot.
    big = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE bulks ADD COLUMN sweep_id {big}"
        " CONSTRAINT fk_bulks_sweep_id_sweeps REFERENCES sweeps (id)"
    )
    op.create_index("ix_bulks_sweep_id", "bulks", ["sweep_id"])
    op.create_index(
        "uq_bulks_one_step_of_a_sweep",
        "bulks",
        ["sweep_id"],
        unique=True,
        postgresql_where=AT_WORK,
        sqlite_where=AT_WORK,
    )


def downgrade() -> None:
    op.drop_index("uq_bulks_one_step_of_a_sweep", table_name="bulks")
    op.drop_index("ix_bulks_sweep_id", table_name="bulks")
    op.execute("ALTER TABLE bulks DROP COLUMN sweep_id")
    op.drop_table("sweeps")
    op.drop_table("traces")
