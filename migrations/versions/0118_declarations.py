"""a State's own declarations with its endorsements, and their withdrawal"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, refers, where
from migrations.triggers import Refusal, forbid, on_postgresql, permit

revision = "0118"
down_revision = "0117"
branch_labels = None
depends_on = None

SUBJECT = "declarations"
KEPT = "A declaration is kept as it was recorded; so is its withdrawal."
CHANGES = (
    "action IN"
    " ('cite', 'correct', %s'invalidate', 'lapse', 'merge', 'redate', 'regrade', 'reinstate',"
    " 'restore', 'supersede', 'suspend', 'unmerge', 'withdraw')"
)

REFUSALS = (
    Refusal("declarations_stay", "declarations", "UPDATE", KEPT),
    Refusal("declarations_kept", "declarations", "DELETE", KEPT),
    Refusal(
        "declarations_by_two",
        "declarations",
        "INSERT",
        "A declaration is recorded by two people.",
        unless="""
            EXISTS (
                SELECT 1 FROM proposed_changes c JOIN endorsements e ON e.id = c.endorsement_id
                WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.endorsement_id
                AND c.action = 'declare' AND c.applied
                AND c.instrument_id = NEW.instrument_id AND c.effective_on = NEW.declared_on
                AND e.kind = 'government' AND e.verified_at IS NOT NULL
                AND (
                    c.seconder_id IS NOT NULL
                    OR (c.cites <> '' AND e.origin = 'published_record')
                )
            )
        """,
    ),
    Refusal(
        "declarations_withdrawn_once",
        "declarations",
        "INSERT",
        "Only a declaration of the same entry is withdrawn, and not before it was made.",
        when="NEW.withdraws_id IS NOT NULL",
        unless="""
            EXISTS (
                SELECT 1 FROM declarations d
                WHERE d.id = NEW.withdraws_id AND d.withdraws_id IS NULL
                AND d.endorsement_id = NEW.endorsement_id AND d.declared_on <= NEW.declared_on
            )
        """,
    ),
)
NOT_REPLACED = (
    Refusal(
        "declarations_not_replaced",
        "declarations",
        "INSERT",
        "This table is kept whole.",
        when="EXISTS (SELECT 1 FROM declarations o WHERE o.id = NEW.id)",
    ),
)
"""SQLite's REPLACE deletes without asking the trigger for DELETE; PostgreSQL has none."""


def upgrade() -> None:
    op.create_table(
        "declarations",
        sa.Column("id", BIG, nullable=False),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False),
        sa.Column("instrument_id", BIG, refers("instruments.id"), nullable=False),
        sa.Column("change_id", BIG, refers("proposed_changes.id"), nullable=False),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("withdraws_id", BIG, refers("declarations.id"), nullable=True),
        sa.CheckConstraint("withdraws_id IS NOT NULL OR text <> ''", name="declares_something"),
        sa.CheckConstraint(
            "(language = '' AND withdraws_id IS NOT NULL)"
            " OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("change_id"),
    )
    op.create_index("ix_declarations_endorsement_id", "declarations", ["endorsement_id"])
    op.create_index(
        "uq_declarations_withdraws_id",
        "declarations",
        ["withdraws_id"],
        unique=True,
        **where("withdraws_id IS NOT NULL"),
    )
    _index_changes("'declare', ")
    forbid(SUBJECT, REFUSALS)
    if on_postgresql():
        op.execute(
            "CREATE TRIGGER declarations_not_truncated BEFORE TRUNCATE ON declarations"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation()"
        )
    else:
        forbid(SUBJECT, NOT_REPLACED)


def downgrade() -> None:
    if on_postgresql():
        op.execute("DROP TRIGGER declarations_not_truncated ON declarations")
    else:
        permit(SUBJECT, NOT_REPLACED)
    permit(SUBJECT, REFUSALS)
    _index_changes("")
    op.drop_table("declarations")


def _index_changes(declare: str) -> None:
    """Let the index of what changes public entries have declarations in it, or not."""
    op.drop_index("ix_decisions_changes", table_name="decisions")
    op.create_index("ix_decisions_changes", "decisions", ["id"], **where(CHANGES % declare))
