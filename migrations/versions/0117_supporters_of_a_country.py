"""the organisations and parliamentarians of a country, by name"""

from alembic import op

from migrations.tables import where

revision = "0117"
down_revision = "0116"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_supporters_country",
        "supporters",
        ["country", "kind", "name_key"],
        **where("kind IN ('organisation', 'parliamentarian')"),
    )


def downgrade() -> None:
    op.drop_index("ix_supporters_country", table_name="supporters")
