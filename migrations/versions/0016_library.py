"""who assesses, the language of documents and what they say; as what somebody speaks; a note on an
initiative's reforms; what became of the links that public pages show"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
COLUMNS = (
    ("initiatives", "reforms_note", "TEXT DEFAULT '' NOT NULL"),
    (
        "documents",
        "assessor",
        "VARCHAR(24) CONSTRAINT ck_documents_assessor_of_an_assessment CHECK (assessor IS NULL OR category = 'assessment')",
    ),
    (
        "documents",
        "language",
        "VARCHAR(2) DEFAULT '' NOT NULL CONSTRAINT ck_documents_language_of_two_letters CHECK (language = '' OR (length(language) = 2 AND language = lower(language)))",
    ),
    ("documents", "says", "TEXT DEFAULT '' NOT NULL"),
    ("statements", "voice", "VARCHAR(24)"),
)


def upgrade() -> None:
    # Written as SQL: a CHECK comes with its column, so that no table is made anew.
    for table, column, made_of in COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {made_of}")
    op.create_table(
        "link_checks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("address", sa.String(length=2000), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("due_at", WHEN, nullable=False),
        sa.Column("asked_at", WHEN, nullable=True),
        sa.Column("checked_at", WHEN, nullable=True),
        sa.Column("outcome", sa.String(length=24), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("leads_to", sa.String(length=2000), nullable=False),
        sa.Column("dead_since", WHEN, nullable=True),
        sa.CheckConstraint(
            "(checked_at IS NULL) = (outcome IS NULL)", name=op.f("ck_link_checks_checked_once")
        ),
        sa.CheckConstraint(
            "(dead_since IS NOT NULL) = (COALESCE(outcome, '') IN ('gone', 'unreachable'))",
            name=op.f("ck_link_checks_dead_since_then"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link_checks")),
        sa.UniqueConstraint("address", name=op.f("uq_link_checks_address")),
    )
    op.create_index(op.f("ix_link_checks_due_at"), "link_checks", ["due_at"])


def downgrade() -> None:
    op.drop_table("link_checks")
    for table, column, _made_of in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
