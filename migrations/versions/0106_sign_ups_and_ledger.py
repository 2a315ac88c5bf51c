"""what a sign-up leaves beside its endorsement; the ledger and the tallies"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where

revision = "0106"
down_revision = "0105"
branch_labels = None
depends_on = None

TABLES = (
    "consent_wordings",
    "consents",
    "officers",
    "traces",
    "manage_links",
    "disownments",
    "ledger_events",
    "checkpoints",
    "tally_days",
)


def upgrade() -> None:
    op.create_table(
        "consent_wordings",
        sa.Column("purpose", sa.String(24), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("language", sa.String(8), primary_key=True),
        sa.Column("words", sa.Text(), nullable=False),
    )
    op.create_table(
        "consents",
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), primary_key=True),
        sa.Column("purpose", sa.String(24), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("given_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT),
    )
    op.create_table(
        "officers",
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), primary_key=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("body", sa.String(200), nullable=False),
        sa.Column("email_sealed", sa.Text()),
        sa.Column("email_digest", sa.String(64), index=True),
    )
    op.create_table(
        "traces",
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_traces_endorsement_id_endorsements"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("mail_domain", sa.String(255), nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False, index=True),
        sa.Index("ix_traces_mail_domain_seen_at", "mail_domain", "seen_at"),
        sa.Index("ix_traces_network_seen_at", "network", "seen_at"),
    )
    op.create_table(
        "manage_links",
        sa.Column("address_digest", sa.String(64), primary_key=True),
        sa.Column("mail_id", BIG, nullable=False),
        sa.Column("made_at", INSTANT, nullable=False, index=True),
        sa.Column("ended_at", INSTANT),
    )
    op.create_table(
        "disownments",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("disowned_at", INSTANT, nullable=False, index=True),
        sa.Index("ix_disownments_network_disowned_at", "network", "disowned_at"),
    )
    op.create_table(
        "ledger_events",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False),
        sa.Column("endorsement_id", BIG, refers("endorsements.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("grade", sa.String(24), nullable=False),
        sa.Column("delta", sa.SmallInteger(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("effective_precision", sa.String(24), nullable=False),
        sa.Column("cause", sa.String(24), nullable=False),
        sa.Column("membership", sa.String(24)),
        sa.Column("state_iso3", sa.String(3), refers("states.iso3")),
        sa.Column("supporter_id", BIG, refers("supporters.id")),
        sa.Column("commitment", sa.String(64)),
        sa.Column("position", BIG, unique=True),
        sa.Column("recorded_at", INSTANT),
        sa.CheckConstraint("delta IN (-1, 1)", name="delta"),
        sa.CheckConstraint("(position IS NULL) = (recorded_at IS NULL)", name="sequenced_whole"),
        sa.CheckConstraint("(kind = 'government') = (state_iso3 IS NOT NULL)", name="state_named"),
        sa.Index(
            "ix_ledger_events_named",
            "initiative_id",
            "kind",
            "effective_on",
            "endorsement_id",
            **where("kind IN ('government', 'organisation')"),
        ),
        sa.Index("ix_ledger_events_unsequenced", "id", **where("position IS NULL")),
    )
    op.create_table(
        "checkpoints",
        sa.Column("size", BIG, primary_key=True, autoincrement=False),
        sa.Column("recorded_at", INSTANT, nullable=False, index=True),
    )
    op.create_table(
        "tally_days",
        sa.Column("initiative_id", BIG, refers("initiatives.id"), primary_key=True),
        sa.Column("kind", sa.String(24), primary_key=True),
        sa.Column("grade", sa.String(24), primary_key=True),
        sa.Column("membership", sa.String(8), primary_key=True),
        sa.Column("state_iso3", sa.String(3), primary_key=True),
        sa.Column("effective_on", sa.Date(), primary_key=True),
        sa.Column("recorded_on", sa.Date(), primary_key=True),
        sa.Column("delta", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    drop_tables(TABLES)
