"""what staff work with: claims, bulks, challenges, published lists"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import BIG, INSTANT, drop_tables, refers, where

revision = "0107"
down_revision = "0106"
branch_labels = None
depends_on = None

TABLES = (
    "claims",
    "handovers",
    "saved_filters",
    "sweeps",
    "bulks",
    "bulk_rows",
    "challenges",
    "personal_reads",
    "import_mappings",
    "import_runs",
    "import_rows",
)


def upgrade() -> None:
    op.create_table(
        "claims",
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_claims_endorsement_id_endorsements"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_claims_staff_id_staff"),
            nullable=False,
            index=True,
        ),
        sa.Column("claimed_at", INSTANT, nullable=False),
    )
    op.create_table(
        "handovers",
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_handovers_endorsement_id_endorsements"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column(
            "to_id",
            sa.Integer(),
            refers("staff.id", "fk_handovers_to_id_staff"),
            nullable=False,
            index=True,
        ),
        sa.Column(
            "by_id", sa.Integer(), refers("staff.id", "fk_handovers_by_id_staff"), nullable=False
        ),
        sa.Column("handed_at", INSTANT, nullable=False),
        sa.CheckConstraint("to_id <> by_id", name="to_somebody_else"),
    )
    op.create_table(
        "saved_filters",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_saved_filters_staff_id_staff"),
            nullable=False,
        ),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(24)),
        sa.Column("initiative", sa.String(60)),
        sa.Column("status", sa.String(24)),
        sa.UniqueConstraint("staff_id", "name"),
    )
    op.create_table(
        "sweeps",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id", sa.Integer(), refers("staff.id", "fk_sweeps_staff_id_staff"), nullable=False
        ),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("query", sa.JSON(), nullable=False),
    )
    op.create_table(
        "bulks",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id", sa.Integer(), refers("staff.id", "fk_bulks_staff_id_staff"), nullable=False
        ),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("action", sa.String(24)),
        sa.Column("reason", sa.String(24)),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("started_at", INSTANT),
        sa.Column("ended_at", INSTANT),
        sa.Column("undone_by_id", sa.Integer(), refers("staff.id", "fk_bulks_undone_by_id_staff")),
        sa.Column("sweep_id", BIG, refers("sweeps.id", "fk_bulks_sweep_id_sweeps"), index=True),
        sa.Column("seconded_by_id", sa.Integer(), refers("staff.id")),
        sa.CheckConstraint(
            "state = 'preview' OR (action IS NOT NULL AND started_at IS NOT NULL)",
            name="started_with_an_action",
        ),
        sa.Index("ix_bulks_at_work", "id", **where("state IN ('running', 'undoing')")),
        sa.Index(
            "uq_bulks_one_step_of_a_sweep",
            "sweep_id",
            unique=True,
            **where("state IN ('preview', 'running')"),
        ),
    )
    op.create_table(
        "bulk_rows",
        sa.Column(
            "bulk_id", BIG, refers("bulks.id", "fk_bulk_rows_bulk_id_bulks"), primary_key=True
        ),
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_bulk_rows_endorsement_id_endorsements"),
            primary_key=True,
        ),
        sa.Column("seen", BIG, nullable=False),
        sa.Column("decision_id", BIG, refers("decisions.id", "fk_bulk_rows_decision_id_decisions")),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("undo_id", BIG, refers("decisions.id", "fk_bulk_rows_undo_id_decisions")),
    )
    op.create_table(
        "challenges",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_challenges_endorsement_id_endorsements"),
            nullable=False,
            index=True,
        ),
        sa.Column("ground", sa.String(24), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("source", sa.String(500), nullable=False),
        sa.Column("email_sealed", sa.Text()),
        sa.Column("email_digest", sa.String(64)),
        sa.Column("locale", sa.String(8), nullable=False),
        sa.Column("submitted_at", INSTANT, nullable=False),
        sa.Column("confirmed_at", INSTANT),
        sa.Column("settled_at", INSTANT),
        sa.Column(
            "settled_by_id", sa.Integer(), refers("staff.id", "fk_challenges_settled_by_id_staff")
        ),
        sa.Column("outcome", sa.String(24)),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("network", sa.String(32), nullable=False, server_default=""),
        sa.CheckConstraint(
            "settled_at IS NULL OR confirmed_at IS NOT NULL", name="confirmed_first"
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (outcome IS NULL) "
            "AND (settled_at IS NULL) = (settled_by_id IS NULL)",
            name="settled_how",
        ),
        sa.Index(
            "ix_challenges_open", "id", **where("confirmed_at IS NOT NULL AND settled_at IS NULL")
        ),
        sa.Index("ix_challenges_unconfirmed", "submitted_at", **where("confirmed_at IS NULL")),
    )
    op.create_table(
        "personal_reads",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_personal_reads_staff_id_staff"),
            nullable=False,
        ),
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_personal_reads_endorsement_id_endorsements"),
        ),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", INSTANT, nullable=False, index=True),
        sa.CheckConstraint("kind = 'address' OR endorsement_id IS NOT NULL", name="of_an_entry"),
        sa.Index(
            "ix_personal_reads_endorsement_id_staff_id_at", "endorsement_id", "staff_id", "at"
        ),
        sa.Index("ix_personal_reads_staff_id_at", "staff_id", "at"),
    )
    op.create_table(
        "import_mappings",
        sa.Column("headers_digest", sa.String(64), primary_key=True),
        sa.Column("mapping", sa.JSON(), nullable=False),
    )
    op.create_table(
        "import_runs",
        sa.Column("id", BIG, primary_key=True),
        sa.Column(
            "initiative_id",
            BIG,
            refers("initiatives.id", "fk_import_runs_initiative_id_initiatives"),
            nullable=False,
        ),
        sa.Column(
            "staff_id",
            sa.Integer(),
            refers("staff.id", "fk_import_runs_staff_id_staff"),
            nullable=False,
        ),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(160), nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("list_date", sa.Date()),
        sa.Column("date_order", sa.String(24)),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("ended_at", INSTANT),
        sa.Column(
            "undone_by_id", sa.Integer(), refers("staff.id", "fk_import_runs_undone_by_id_staff")
        ),
        sa.Column(
            "instrument_id",
            BIG,
            refers("instruments.id", "fk_import_runs_instrument_id_instruments"),
        ),
        sa.Column("applied_by_id", sa.Integer(), refers("staff.id")),
        sa.Column("appeared_line", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Index(
            "ix_import_runs_at_work",
            "id",
            **where("state IN ('appearing', 'applying', 'cancelling', 'reading', 'undoing')"),
        ),
    )
    op.create_table(
        "import_rows",
        sa.Column(
            "run_id",
            BIG,
            refers("import_runs.id", "fk_import_rows_run_id_import_runs"),
            primary_key=True,
        ),
        sa.Column("line", sa.Integer(), primary_key=True),
        sa.Column("value", sa.String(300), nullable=False),
        sa.Column("outcome", sa.String(24), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON()),
        sa.Column("state_iso3", sa.String(3)),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.Column("domain", sa.String(253)),
        sa.Column("website", sa.String(300)),
        sa.Column("country", sa.String(2)),
        sa.Column("effective_on", sa.Date()),
        sa.Column("effective_precision", sa.String(24)),
        sa.Column(
            "supporter_id", BIG, refers("supporters.id", "fk_import_rows_supporter_id_supporters")
        ),
        sa.Column("supporter_made", sa.Boolean(), nullable=False),
        sa.Column(
            "standing_id", BIG, refers("endorsements.id", "fk_import_rows_standing_id_endorsements")
        ),
        sa.Column(
            "endorsement_id",
            BIG,
            refers("endorsements.id", "fk_import_rows_endorsement_id_endorsements"),
        ),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Index(
            "ix_import_rows_due",
            "run_id",
            "line",
            **where("outcome = 'added' AND endorsement_id IS NULL"),
        ),
    )


def downgrade() -> None:
    drop_tables(TABLES)
