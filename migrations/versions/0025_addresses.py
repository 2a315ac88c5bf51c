"""addresses as mailboxes: what they are found by is made anew; mails that were given up; the relay

What could not be done by itself is noted for staff, by the numbers of rows and never by addresses.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

WHEN = sa.DateTime(timezone=True)
WAITED = sa.text("sent_at IS NULL")
WAITING = sa.text("sent_at IS NULL AND given_up_at IS NULL")
GIVEN_UP = sa.text("given_up_at IS NOT NULL")


def _partial_index(name: str, column: str, where: sa.TextClause) -> None:
    op.create_index(name, "outbox", [column], postgresql_where=where, sqlite_where=where)


def upgrade() -> None:
    op.create_table(
        "mail_relays",
        sa.Column("name", sa.String(length=260), nullable=False),
        sa.Column("smtputf8", sa.Boolean(), nullable=False),
        sa.Column("seen_at", WHEN, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mail_relays")),
    )
    op.add_column("outbox", sa.Column("given_up_at", WHEN, nullable=True))
    op.execute("UPDATE outbox SET given_up_at = queued_at WHERE due_at >= '9000-01-01'")
    op.drop_index("ix_outbox_due", table_name="outbox")
    _partial_index("ix_outbox_due", "due_at", WAITING)
    _partial_index("ix_outbox_given_up", "given_up_at", GIVEN_UP)


def downgrade() -> None:
    op.execute("UPDATE outbox SET due_at = '9000-01-01 00:00:00' WHERE given_up_at IS NOT NULL")
    op.drop_index("ix_outbox_given_up", table_name="outbox")
    op.drop_index("ix_outbox_due", table_name="outbox")
    op.drop_column("outbox", "given_up_at")
    _partial_index("ix_outbox_due", "due_at", WAITED)
    op.drop_table("mail_relays")
