"""published lists that staff import"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
DUE = sa.text("outcome = 'added' AND endorsement_id IS NULL")
AT_WORK = sa.text("state IN ('applying', 'cancelling', 'reading', 'undoing')")


def _key(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=op.f(f"fk_{table}_{column}_{target}")
    )


def upgrade() -> None:
    op.create_table(
        "import_runs",
        sa.Column("id", BIG, nullable=False),
        sa.Column("initiative_id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(length=160), nullable=False),
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("list_date", sa.Date(), nullable=True),
        sa.Column("date_order", sa.String(length=24), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.Column("instrument_id", BIG, nullable=True),
        _key("import_runs", "initiative_id", "initiatives"),
        _key("import_runs", "staff_id", "staff"),
        _key("import_runs", "undone_by_id", "staff"),
        _key("import_runs", "instrument_id", "instruments"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_runs")),
    )
    op.create_index(
        "ix_import_runs_at_work",
        "import_runs",
        ["id"],
        postgresql_where=AT_WORK,
        sqlite_where=AT_WORK,
    )
    op.create_table(
        "import_rows",
        sa.Column("run_id", BIG, autoincrement=False, nullable=False),
        sa.Column("line", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("value", sa.String(length=300), nullable=False),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=True),
        sa.Column("state_iso3", sa.String(length=3), nullable=True),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("domain", sa.String(length=253), nullable=True),
        sa.Column("website", sa.String(length=300), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("effective_precision", sa.String(length=24), nullable=True),
        sa.Column("supporter_id", BIG, nullable=True),
        sa.Column("supporter_made", sa.Boolean(), nullable=False),
        sa.Column("standing_id", BIG, nullable=True),
        sa.Column("endorsement_id", BIG, nullable=True),
        sa.Column("undone", sa.Boolean(), nullable=False),
        _key("import_rows", "run_id", "import_runs"),
        _key("import_rows", "supporter_id", "supporters"),
        _key("import_rows", "standing_id", "endorsements"),
        _key("import_rows", "endorsement_id", "endorsements"),
        sa.PrimaryKeyConstraint("run_id", "line", name=op.f("pk_import_rows")),
    )
    op.create_index(
        "ix_import_rows_due",
        "import_rows",
        ["run_id", "line"],
        postgresql_where=DUE,
        sqlite_where=DUE,
    )
    op.create_table(
        "import_mappings",
        sa.Column("headers_digest", sa.String(length=64), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("headers_digest", name=op.f("pk_import_mappings")),
    )


def downgrade() -> None:
    for table in ("import_mappings", "import_rows", "import_runs"):
        op.drop_table(table)
