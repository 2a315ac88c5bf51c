"""the words of statements, the steps of parliaments, and the votes on vetoed texts"""

import sqlalchemy as sa
from alembic import op

from migrations.tables import INSTANT, refers

revision = "0115"
down_revision = "0114"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, type_ in (("quote", sa.Text()), ("reforms", sa.String(40))):
        column = sa.Column(name, type_, nullable=False, server_default="")
        op.add_column("statements", column)
    op.add_column("statements", sa.Column("step", sa.String(24)))
    for name in ("in_favour", "against", "abstentions"):
        op.add_column("vetoes", sa.Column(name, sa.Integer()))
    op.add_column("vetoes", sa.Column("vote_source", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "veto_votes",
        sa.Column("veto_id", sa.String(12), refers("vetoes.veto_id"), primary_key=True),
        sa.Column("iso3", sa.String(3), refers("states.iso3"), primary_key=True),
        sa.Column("vote", sa.String(24), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("seed_key", sa.String(160), unique=True),
        sa.Column("seed_digest", sa.String(64)),
        sa.Column("edited_at", INSTANT),
        sa.CheckConstraint("vote IN ('in favour', 'against', 'abstained')", name="known_vote"),
        sa.CheckConstraint("source <> ''", name="has_a_source"),
    )


def downgrade() -> None:
    op.drop_table("veto_votes")
    for name in ("vote_source", "abstentions", "against", "in_favour"):
        op.drop_column("vetoes", name)
    for name in ("step", "reforms", "quote"):
        op.drop_column("statements", name)
