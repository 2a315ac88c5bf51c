"""readers' reports of errors, and a short way to what was changed"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CHANGES = (
    "action IN"
    " ('correct', 'invalidate', 'redate', 'regrade', 'reinstate', 'supersede', 'suspend',"
    " 'withdraw')"
)


def _partial(name: str, table: str, *columns: str, where: str) -> None:
    op.create_index(
        name,
        table,
        list(columns),
        postgresql_where=sa.text(where),
        sqlite_where=sa.text(where),
    )


def upgrade() -> None:
    op.create_table(
        "challenges",
        sa.Column("id", BIG, nullable=False),
        sa.Column("endorsement_id", BIG, nullable=False),
        sa.Column("ground", sa.String(length=24), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("email_sealed", sa.Text(), nullable=True),
        sa.Column("email_digest", sa.String(length=64), nullable=True),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by_id", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (outcome IS NULL)"
            " AND (settled_at IS NULL) = (settled_by_id IS NULL)",
            name=op.f("ck_challenges_settled_how"),
        ),
        sa.CheckConstraint(
            "settled_at IS NULL OR confirmed_at IS NOT NULL",
            name=op.f("ck_challenges_confirmed_first"),
        ),
        sa.ForeignKeyConstraint(
            ["endorsement_id"],
            ["endorsements.id"],
            name=op.f("fk_challenges_endorsement_id_endorsements"),
        ),
        sa.ForeignKeyConstraint(
            ["settled_by_id"], ["staff.id"], name=op.f("fk_challenges_settled_by_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenges")),
    )
    op.create_index(op.f("ix_challenges_endorsement_id"), "challenges", ["endorsement_id"])
    _partial(
        "ix_challenges_open",
        "challenges",
        "id",
        where="confirmed_at IS NOT NULL AND settled_at IS NULL",
    )
    _partial(
        "ix_challenges_unconfirmed", "challenges", "submitted_at", where="confirmed_at IS NULL"
    )
    _partial("ix_decisions_changes", "decisions", "id", where=CHANGES)


def downgrade() -> None:
    op.drop_index("ix_decisions_changes", table_name="decisions")
    op.drop_table("challenges")
