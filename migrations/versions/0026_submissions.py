"""each sign-up its own rows: an address is somebody's identity once confirmed; the newest link to an
own page; who said that a sign-up was not theirs; links asked for are counted apart

A person who never confirmed anything only claims an address. Whoever confirmed keeps the identity;
what that person signed up for since and did not confirm stays as it is and can be confirmed still.
The choice to be named is asked again when a sign-up is confirmed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CLAIMED = "claimed_digest IS NOT NULL"
PENDING = "kind = 'individual' AND status IN ({})"
NEVER_CONFIRMED = """
kind IN ('individual', 'parliamentarian') AND email_digest IS NOT NULL
AND EXISTS (SELECT 1 FROM endorsements e WHERE e.supporter_id = supporters.id
            AND e.status = 'unconfirmed')
AND NOT EXISTS (SELECT 1 FROM endorsements e WHERE e.supporter_id = supporters.id
                AND e.status NOT IN ('unconfirmed', 'expired'))
"""
FIRST_CLAIM = """
claimed_digest IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM supporters o WHERE o.kind = supporters.kind
                AND o.email_digest = supporters.claimed_digest)
AND NOT EXISTS (SELECT 1 FROM supporters o WHERE o.kind = supporters.kind
                AND o.claimed_digest = supporters.claimed_digest AND o.id < supporters.id)
"""


def _pending(*statuses: str) -> None:
    where = sa.text(PENDING.format(", ".join(f"'{status}'" for status in statuses)))
    name = "uq_endorsements_individual_pending"
    op.drop_index(name, table_name="endorsements")
    op.create_index(
        name,
        "endorsements",
        ["initiative_id", "supporter_id"],
        unique=True,
        postgresql_where=where,
        sqlite_where=where,
    )


def _slots(*columns: str) -> None:
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint("uq_outbox_three_a_day", type_="unique")
        if "lane" in columns:
            outbox.add_column(
                sa.Column("lane", sa.String(32), nullable=False, server_default=sa.text("''"))
            )
        else:
            outbox.drop_column("lane")
        outbox.create_unique_constraint("uq_outbox_three_a_day", list(columns))


def upgrade() -> None:
    # written out: SQLite takes a CHECK with a new column, and no other way without a new table
    op.execute(
        "ALTER TABLE supporters ADD COLUMN claimed_digest VARCHAR(64)"
        " CONSTRAINT ck_supporters_claimed_until_confirmed"
        " CHECK (claimed_digest IS NULL OR email_digest IS NULL)"
    )
    op.execute(
        "UPDATE supporters SET claimed_digest = email_digest, email_digest = NULL"
        f" WHERE {NEVER_CONFIRMED}"
    )
    op.create_index(
        "ix_supporters_claimed_digest",
        "supporters",
        ["claimed_digest"],
        postgresql_where=sa.text(CLAIMED),
        sqlite_where=sa.text(CLAIMED),
    )
    op.execute(
        "DELETE FROM consents WHERE purpose = 'named' AND endorsement_id IN"
        " (SELECT id FROM endorsements WHERE status = 'unconfirmed')"
    )
    _pending("in_review", "needs_info")
    _slots("address_digest", "day", "lane", "slot")
    op.create_table(
        "manage_links",
        sa.Column("address_digest", sa.String(64), nullable=False),
        sa.Column("mail_id", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("address_digest", name="pk_manage_links"),
    )
    op.create_index("ix_manage_links_made_at", "manage_links", ["made_at"])
    op.create_table(
        "disownments",
        sa.Column("id", BIG, nullable=False),
        sa.Column("network", sa.String(32), nullable=False),
        sa.Column("disowned_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_disownments"),
    )
    op.create_index("ix_disownments_network_disowned_at", "disownments", ["network", "disowned_at"])
    op.create_index("ix_disownments_disowned_at", "disownments", ["disowned_at"])
    op.add_column(
        "challenges",
        sa.Column("network", sa.String(32), nullable=False, server_default=sa.text("''")),
    )


def downgrade() -> None:
    op.drop_column("challenges", "network")
    op.drop_table("disownments")
    op.drop_table("manage_links")
    op.execute("DELETE FROM outbox WHERE lane <> ''")
    _slots("address_digest", "day", "slot")
    # of several sign-ups that give one address, the first has it, as it was before
    op.execute(
        "UPDATE supporters SET email_digest = claimed_digest, claimed_digest = NULL"
        f" WHERE {FIRST_CLAIM}"
    )
    _pending("unconfirmed", "in_review", "needs_info")
    op.drop_index("ix_supporters_claimed_digest", table_name="supporters")
    op.drop_column("supporters", "claimed_digest")
