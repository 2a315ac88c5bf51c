"""States with their names, their Council and its vetoes; rows that were superseded"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None

TABLES = (
    "states",
    "state_names",
    "council_seats",
    "council_revisions",
    "vetoes",
    "veto_classifications",
    "superseded_rows",
)


def upgrade() -> None:
    op.create_table(
        "states",
        sa.Column("iso3", sa.String(3), primary_key=True),
        sa.Column("iso2", sa.String(2), nullable=False, unique=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("membership", sa.String(24), nullable=False),
        sa.Column("regional_group", sa.String(24), nullable=False),
        sa.Column("admitted_on", sa.Date()),
        sa.Column("permanent", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "state_names",
        sa.Column("iso3", sa.String(3), refers("states.iso3"), primary_key=True),
        sa.Column("language", sa.String(2), primary_key=True),
        sa.Column("short_name", sa.String(120), nullable=False),
        sa.Column("article", sa.String(8), nullable=False),
        sa.Column("formal_name", sa.String(160), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "council_seats",
        sa.Column("iso3", sa.String(3), refers("states.iso3"), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("seat", sa.String(12), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
    )
    op.create_table(
        "council_revisions",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("year", sa.Integer(), nullable=False, index=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column(
            "editor_id", sa.Integer(), refers("staff.id", "fk_council_revisions_editor_id_staff")
        ),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("writer_ids", sa.JSON()),
        sa.Column("seed_digest", sa.String(64)),
        sa.CheckConstraint(
            "editor_id IS NOT NULL OR state = 'published' OR seed_digest IS NOT NULL",
            name="by_somebody",
        ),
        sa.CheckConstraint("state IN ('draft', 'published', 'discarded')", name="known_state"),
        sa.Index("uq_council_revisions_one_draft", "year", unique=True, **where("state = 'draft'")),
    )
    op.create_table(
        "vetoes",
        sa.Column("veto_id", sa.String(12), primary_key=True),
        sa.Column("vetoed_on", sa.Date(), nullable=False),
        sa.Column("symbol", sa.String(60), nullable=False),
        sa.Column("meeting", sa.String(60), nullable=False),
        sa.Column("instrument", sa.String(24), nullable=False),
        sa.Column("agenda_item", sa.Text(), nullable=False),
        sa.Column("situation", sa.String(80), nullable=False, index=True),
        sa.Column("members", sa.String(120), nullable=False),
        sa.Column("as_listed", sa.String(80), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("quality", sa.String(80), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.CheckConstraint(
            "members <> '' "
            "AND replace(replace(replace(replace(replace(replace(members, 'RUS', ''), "
            "'USA', ''), 'GBR', ''), 'CHN', ''), 'FRA', ''), ' ', '') = ''",
            name="by_permanent_members",
        ),
        sa.CheckConstraint("source <> ''", name="has_a_source"),
        sa.Index("ix_vetoes_day", "vetoed_on", "veto_id"),
    )
    op.create_table(
        "veto_classifications",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "veto_id",
            sa.String(12),
            refers("vetoes.veto_id", "fk_veto_classifications_veto_id_vetoes"),
            nullable=False,
            index=True,
        ),
        sa.Column("situation", sa.String(80), nullable=False),
        sa.Column("classifier", sa.String(200), nullable=False),
        sa.Column("classified", sa.String(10), nullable=False),
        sa.Column("basis", sa.String(24), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("takes_back", sa.Boolean(), nullable=False),
        sa.Column("supersedes_id", BIG, unique=True),
        sa.Column(
            "staff_id", sa.Integer(), refers("staff.id", "fk_veto_classifications_staff_id_staff")
        ),
        sa.Column("cites", sa.String(300), nullable=False),
        sa.ForeignKeyConstraint(
            ["supersedes_id", "veto_id", "classifier"],
            [
                "veto_classifications.id",
                "veto_classifications.veto_id",
                "veto_classifications.classifier",
            ],
            name=op.f("fk_veto_classifications_same_text_and_classifier"),
        ),
        sa.UniqueConstraint("id", "veto_id", "classifier"),
        sa.CheckConstraint("classifier <> ''", name="has_a_classifier"),
        sa.CheckConstraint("classified <> ''", name="has_a_date"),
        sa.CheckConstraint("evidence <> ''", name="has_evidence"),
        sa.CheckConstraint("basis IN ('stated', 'inferred')", name="known_basis"),
        sa.CheckConstraint("(staff_id IS NULL) = (cites <> '')", name="recorded_by_someone"),
        sa.CheckConstraint("takes_back = (situation = '')", name="situation_unless_taken_back"),
        sa.CheckConstraint(
            "NOT takes_back OR supersedes_id IS NOT NULL", name="takes_something_back"
        ),
        sa.Index(
            "uq_veto_classifications_first",
            "veto_id",
            "classifier",
            unique=True,
            **where("supersedes_id IS NULL"),
        ),
    )
    op.create_table(
        "superseded_rows",
        sa.Column("id", BIG, primary_key=True),
        sa.Column("of_table", sa.String(40), nullable=False, index=True),
        sa.Column("row_key", sa.String(60), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("after", sa.JSON()),
        sa.Column("recorded_at", INSTANT, nullable=False, index=True),
        sa.CheckConstraint(
            "(before IS NULL AND after IS NULL) = (of_table = 'founding')", name="says_something"
        ),
        sa.Index(
            "uq_superseded_rows_founding", "of_table", unique=True, **where("of_table = 'founding'")
        ),
    )


def downgrade() -> None:
    drop_tables(TABLES)
