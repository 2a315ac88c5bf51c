"""campaigns and their initiatives, and what editors write of them"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None

TABLES = (
    "campaigns",
    "initiatives",
    "convenors",
    "documents",
    "milestones",
    "reforms",
    "reported_tallies",
    "statements",
    "content_items",
    "content_revisions",
    "own_content",
)


def upgrade() -> None:
    op.create_table(
        "campaigns",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("slug", sa.String(60), nullable=False, unique=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("theme", sa.String(120), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "initiatives",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("campaign_id", BIG, refers("campaigns.id"), nullable=False),
        sa.Column("slug", sa.String(60), nullable=False, unique=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("official_name", sa.String(200), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("launched", sa.String(10), nullable=False),
        sa.Column("reference", sa.String(200), nullable=False),
        sa.Column("website", sa.String(200)),
        sa.Column("signatory_kinds", sa.String(120), nullable=False),
        sa.Column("open_kinds", sa.String(120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("notice", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Date()),
        sa.Column("content_version", sa.Integer(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.Column("archived_on", sa.Date()),
        sa.Column("reforms_note", sa.Text(), nullable=False, server_default=""),
        sa.Column("opens_on", sa.Date()),
        sa.Column("aim", sa.Integer()),
        sa.Column("aim_unit", sa.String(24)),
        sa.Column(
            "grades",
            sa.String(120),
            nullable=False,
            server_default="announced endorsed voiced",
        ),
        sa.CheckConstraint(
            "(aim IS NULL) = (aim_unit IS NULL) AND (aim_unit IS NULL "
            "OR aim_unit <> 'governments' OR aim <= 193) AND (aim_unit IS NULL "
            "OR aim_unit <> 'per cent' OR aim <= 100)",
            name="aim_can_be_reached",
        ),
        sa.CheckConstraint("aim IS NULL OR aim > 0", name="aim_is_something"),
        sa.CheckConstraint(
            "archived_on IS NULL OR (closed_on IS NOT NULL AND closed_on <= archived_on)",
            name="archived_once_closed",
        ),
        sa.CheckConstraint("grades LIKE '%endorsed%'", name="grades_include_endorsed"),
        sa.CheckConstraint(
            "opens_on IS NULL OR closed_on IS NULL OR opens_on < closed_on",
            name="opens_before_it_closes",
        ),
    )
    op.create_table(
        "convenors",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False, index=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("role", sa.String(200), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "documents",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False, index=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("dated", sa.String(10), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("publisher", sa.String(160), nullable=False),
        sa.Column("category", sa.String(24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.Column("assessor", sa.String(24)),
        sa.Column("language", sa.String(2), nullable=False, server_default=""),
        sa.Column("says", sa.Text(), nullable=False, server_default=""),
        sa.CheckConstraint(
            "assessor IS NULL OR category = 'assessment'", name="assessor_of_an_assessment"
        ),
        sa.CheckConstraint(
            "language = '' OR (length(language) = 2 AND language = lower(language))",
            name="language_of_two_letters",
        ),
    )
    op.create_table(
        "milestones",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False, index=True),
        sa.Column("dated", sa.String(10), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "reforms",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), nullable=False, index=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("demand", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.String(24), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.Column("evidence_source", sa.Text(), nullable=False, server_default=""),
        sa.CheckConstraint(
            "status = 'not assessed' OR evidence <> ''", name="assessed_by_evidence"
        ),
        sa.CheckConstraint(
            "status = 'not assessed' OR evidence_source <> ''", name="assessed_with_source"
        ),
    )
    op.create_table(
        "reported_tallies",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("tally_id", sa.String(8), nullable=False, unique=True),
        sa.Column("subject", sa.String(60), nullable=False),
        sa.Column("campaign_id", BIG, refers("campaigns.id"), nullable=False, index=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), index=True),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("qualifier", sa.String(20), nullable=False),
        sa.Column("unit", sa.String(60), nullable=False),
        sa.Column("observers", sa.Integer()),
        sa.Column("reported_on", sa.Date()),
        sa.Column("date_precision", sa.String(40), nullable=False),
        sa.Column("stands_from", sa.Date()),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("preferred", sa.String(24), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "statements",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("campaign_id", BIG, refers("campaigns.id"), nullable=False, index=True),
        sa.Column("initiative_id", BIG, refers("initiatives.id"), index=True),
        sa.Column("speaker", sa.String(200), nullable=False),
        sa.Column("dated", sa.String(10), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("person", sa.String(160), nullable=False),
        sa.Column("document", sa.String(60), nullable=False),
        sa.Column("state_iso3", sa.String(3), refers("states.iso3"), index=True),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.Column("voice", sa.String(24)),
    )
    op.create_table(
        "content_items",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column(
            "parent_id",
            BIG,
            refers("content_items.id", "fk_content_items_parent_id_content_items"),
            index=True,
        ),
        sa.Column("row_id", sa.BigInteger()),
        sa.Column("seed_key", sa.String(160)),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("retired_at", INSTANT),
        sa.Column("shipped", sa.JSON()),
        sa.Column("shipped_digest", sa.String(64)),
        sa.UniqueConstraint("kind", "row_id"),
        sa.CheckConstraint("(kind = 'campaigns') = (parent_id IS NULL)", name="in_its_place"),
        sa.CheckConstraint("retired_at IS NULL OR row_id IS NULL", name="retired_has_no_row"),
        sa.CheckConstraint(
            "(shipped IS NULL) = (shipped_digest IS NULL)", name="shipped_with_digest"
        ),
    )
    op.create_table(
        "content_revisions",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "item_id",
            BIG,
            refers("content_items.id", "fk_content_revisions_item_id_content_items"),
            nullable=False,
            index=True,
        ),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column(
            "editor_id", sa.Integer(), refers("staff.id", "fk_content_revisions_editor_id_staff")
        ),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("writer_ids", sa.JSON()),
        sa.Column("retires", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.CheckConstraint(
            "editor_id IS NOT NULL OR state IN ('draft', 'published')", name="by_somebody"
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'published', 'discarded', 'retired')", name="known_state"
        ),
        sa.Index(
            "uq_content_revisions_one_draft", "item_id", unique=True, **where("state = 'draft'")
        ),
    )
    op.create_table(
        "own_content",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )


def downgrade() -> None:
    drop_tables(TABLES)
