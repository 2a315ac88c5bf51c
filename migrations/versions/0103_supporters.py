"""supporters, and what was recorded of them"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where

revision = "0103"
down_revision = "0102"
branch_labels = None
depends_on = None

TABLES = (
    "supporters",
    "name_blocks",
    "supporter_changes",
    "state_name_periods",
    "state_proposals",
    "look_alikes",
    "merges",
)


def upgrade() -> None:
    op.create_table(
        "supporters",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("state_iso3", sa.String(3), refers("states.iso3")),
        sa.Column("country", sa.String(2)),
        sa.Column("email_sealed", sa.Text()),
        sa.Column("email_digest", sa.String(64)),
        sa.Column("role", sa.String(200), nullable=False),
        sa.Column("website", sa.String(300)),
        sa.Column("domain", sa.String(253)),
        sa.Column("chamber", sa.String(160), nullable=False),
        sa.Column("sitting", sa.Boolean()),
        sa.Column("mandate_from", sa.Date()),
        sa.Column("mandate_until", sa.Date()),
        sa.Column("official_page", sa.String(300)),
        sa.Column("erased_at", INSTANT),
        sa.Column("seed_key", sa.String(260)),
        sa.Column("compared_at", INSTANT),
        sa.Column(
            "merged_into_id",
            BIG,
            refers("supporters.id", "fk_supporters_merged_into_id_supporters"),
        ),
        sa.Column("plain_key", sa.String(200)),
        sa.Column("claimed_digest", sa.String(64)),
        sa.CheckConstraint(
            "claimed_digest IS NULL OR email_digest IS NULL", name="claimed_until_confirmed"
        ),
        sa.CheckConstraint(
            "(kind = 'government') = (state_iso3 IS NOT NULL)", name="government_state"
        ),
        sa.Index(
            "ix_supporters_claimed_digest", "claimed_digest", **where("claimed_digest IS NOT NULL")
        ),
        sa.Index("ix_supporters_merged", "merged_into_id", **where("merged_into_id IS NOT NULL")),
        sa.Index("ix_supporters_organisation_name", "name_key", **where("kind = 'organisation'")),
        sa.Index(
            "ix_supporters_to_compare",
            "id",
            **where("kind = 'organisation' AND compared_at IS NULL"),
        ),
        sa.Index(
            "uq_supporters_person_address",
            "kind",
            "email_digest",
            unique=True,
            **where("email_digest IS NOT NULL"),
        ),
        sa.Index(
            "uq_supporters_seed_key", "seed_key", unique=True, **where("seed_key IS NOT NULL")
        ),
        sa.Index(
            "uq_supporters_state_iso3", "state_iso3", unique=True, **where("state_iso3 IS NOT NULL")
        ),
    )
    op.create_table(
        "name_blocks",
        sa.Column("block", sa.String(260), primary_key=True),
        sa.Column(
            "supporter_id",
            BIG,
            refers("supporters.id", "fk_name_blocks_supporter_id_supporters", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
    )
    op.create_table(
        "supporter_changes",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("supporter_id", BIG, refers("supporters.id"), nullable=False, index=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("precision", sa.String(24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("difference", sa.JSON(), nullable=False),
        sa.Column("former_key", sa.String(200), nullable=False),
        sa.Column("successor_id", BIG, refers("supporters.id"), index=True),
        sa.Column("staff_id", sa.Integer(), refers("staff.id")),
        sa.Column("cites", sa.String(300), nullable=False),
        sa.Column("undoes_id", BIG, refers("supporter_changes.id"), unique=True),
        sa.Column(
            "seconder_id", sa.Integer(), refers("staff.id", "supporter_changes_seconder_id_fkey")
        ),
        sa.CheckConstraint("(kind = 'renamed') = (former_key <> '')", name="former_name_kept"),
        sa.CheckConstraint("source <> ''", name="has_a_source"),
        sa.CheckConstraint("(staff_id IS NULL) = (cites <> '')", name="recorded_by_someone"),
        sa.CheckConstraint("successor_id <> supporter_id", name="succeeded_by_another"),
        sa.CheckConstraint(
            "(kind IN ('merged_into', 'succeeded')) = (successor_id IS NOT NULL)",
            name="successor_named",
        ),
        sa.Index("ix_supporter_changes_former_key", "former_key", **where("kind = 'renamed'")),
    )
    op.create_table(
        "state_name_periods",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("iso3", sa.String(3), refers("states.iso3"), nullable=False, index=True),
        sa.Column("language", sa.String(2), nullable=False),
        sa.Column("short_name", sa.String(120), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("formal_name", sa.String(160), nullable=False),
        sa.Column("article", sa.String(8), nullable=False),
        sa.Column("held_from", sa.Date()),
        sa.Column("held_until", sa.Date()),
        sa.Column("change_id", BIG, refers("supporter_changes.id"), index=True),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.CheckConstraint("source <> ''", name="has_a_source"),
        sa.CheckConstraint("held_from < held_until", name="in_order"),
    )
    op.create_table(
        "state_proposals",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "supporter_id",
            BIG,
            refers("supporters.id", "fk_state_proposals_supporter_id_supporters"),
            nullable=False,
        ),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date()),
        sa.Column("precision", sa.String(24), nullable=False),
        sa.Column(
            "undoes_id",
            BIG,
            refers("supporter_changes.id", "fk_state_proposals_undoes_id_supporter_changes"),
        ),
        sa.Column("seen", BIG, nullable=False),
        sa.Column(
            "proposer_id", sa.Integer(), refers("staff.id", "fk_state_proposals_proposer_id_staff")
        ),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("settled_at", INSTANT),
        sa.Column("applied", sa.Boolean()),
        sa.Column(
            "seconder_id", sa.Integer(), refers("staff.id", "fk_state_proposals_seconder_id_staff")
        ),
        sa.CheckConstraint("proposer_id IS NOT NULL OR kind = 'corrected'", name="by_somebody"),
        sa.CheckConstraint("seconder_id IS NULL OR seconder_id <> proposer_id", name="by_two"),
        sa.CheckConstraint(
            "(undoes_id IS NULL AND kind <> 'corrected') = (happened_on IS NOT NULL)",
            name="dated",
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (applied IS NULL) AND (applied IS NULL "
            "OR NOT applied OR (seconder_id IS NOT NULL AND proposer_id IS NOT NULL))",
            name="settled",
        ),
        sa.Index(
            "uq_state_proposals_one_open",
            "supporter_id",
            unique=True,
            **where("settled_at IS NULL"),
        ),
    )
    op.create_table(
        "look_alikes",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "a_id",
            BIG,
            refers("supporters.id", "fk_look_alikes_a_id_supporters", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "b_id",
            BIG,
            refers("supporters.id", "fk_look_alikes_b_id_supporters", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("same_domain", sa.Boolean(), nullable=False),
        sa.Column("found_at", INSTANT, nullable=False),
        sa.Column("verdict", sa.String(24)),
        sa.Column(
            "judged_by_id", sa.Integer(), refers("staff.id", "fk_look_alikes_judged_by_id_staff")
        ),
        sa.Column("judged_at", INSTANT),
        sa.UniqueConstraint("a_id", "b_id"),
        sa.CheckConstraint(
            "(verdict IS NULL) = (judged_by_id IS NULL) "
            "AND (verdict IS NULL) = (judged_at IS NULL)",
            name="judged_by_somebody",
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 100", name="score"),
        sa.CheckConstraint("a_id < b_id", name="smaller_first"),
        sa.Index("ix_look_alikes_unjudged", "score", "id", **where("verdict IS NULL")),
    )
    op.create_table(
        "merges",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "kept_id",
            BIG,
            refers("supporters.id", "fk_merges_kept_id_supporters"),
            nullable=False,
            index=True,
        ),
        sa.Column(
            "merged_id",
            BIG,
            refers("supporters.id", "fk_merges_merged_id_supporters"),
            nullable=False,
        ),
        sa.Column(
            "staff_id", sa.Integer(), refers("staff.id", "fk_merges_staff_id_staff"), nullable=False
        ),
        sa.Column("merged_at", INSTANT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undone_at", INSTANT),
        sa.Column("undone_by_id", sa.Integer(), refers("staff.id", "fk_merges_undone_by_id_staff")),
        sa.CheckConstraint("kept_id <> merged_id", name="two_records"),
        sa.CheckConstraint(
            "(undone_at IS NULL) = (undone_by_id IS NULL)", name="undone_by_somebody"
        ),
        sa.Index("uq_merges_open", "merged_id", unique=True, **where("undone_at IS NULL")),
    )


def downgrade() -> None:
    drop_tables(TABLES)
