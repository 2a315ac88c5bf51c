"""the tally tables know on which day each change was recorded

They are sums of the ledger, so they are made anew from it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

KEY = ["initiative_id", "kind", "grade", "membership", "state_iso3", "effective_on"]
SUMMED = """
INSERT INTO tally_days ({columns}, delta)
SELECT {summed}, sum(delta) FROM (
    SELECT initiative_id, kind, grade, coalesce(membership, '') AS membership,
           coalesce(state_iso3, '') AS state_iso3, effective_on, {day} AS recorded_on, delta
    FROM ledger_events WHERE position IS NOT NULL
) AS entries
GROUP BY {summed}
"""


def _anew(key: list[str]) -> None:
    op.drop_table("tally_days")
    op.create_table(
        "tally_days",
        sa.Column(
            "initiative_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("grade", sa.String(length=24), nullable=False),
        sa.Column("membership", sa.String(length=8), nullable=False),
        sa.Column("state_iso3", sa.String(length=3), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in key[5:]),
        sa.Column("delta", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["initiative_id"], ["initiatives.id"], name=op.f("fk_tally_days_initiative_id")
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f("pk_tally_days")),
    )
    postgresql = op.get_bind().dialect.name == "postgresql"
    day = "CAST(timezone('UTC', recorded_at) AS date)" if postgresql else "date(recorded_at)"
    columns = ", ".join(key)
    op.execute(SUMMED.format(columns=columns, summed=columns, day=day))


def upgrade() -> None:
    _anew([*KEY, "recorded_on"])


def downgrade() -> None:
    _anew(KEY)
