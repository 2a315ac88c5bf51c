"""accounts: their append-only log, sessions, locks, invitations; ways into the decision log"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
STAFF = ("last_code", "failures", "failing_since", "locked_until", "locks")
FILTERS = ("staff_id", "actor_kind", "reason")
SAID = "The log of accounts is append-only."
RULES = [("staff_events_stay", "UPDATE"), ("staff_events_kept", "DELETE")]


def _to_staff(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["staff.id"], name=op.f(f"fk_{table}_{column}_staff"))


def upgrade() -> None:
    op.add_column("staff", sa.Column("last_code", sa.BigInteger(), nullable=True))
    op.add_column(
        "staff", sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.add_column("staff", sa.Column("failing_since", TIME, nullable=True))
    op.add_column("staff", sa.Column("locked_until", TIME, nullable=True))
    op.add_column(
        "staff", sa.Column("locks", sa.Integer(), server_default=sa.text("0"), nullable=False)
    )
    op.create_table(
        "staff_events",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.Column("action", sa.String(length=24), nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("cites", sa.String(length=80), nullable=False),
        sa.Column("detail", sa.String(length=160), nullable=False),
        sa.Column("address_digest", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(staff_id IS NULL) = (address_digest IS NOT NULL)",
            name=op.f("ck_staff_events_about_whom"),
        ),
        sa.CheckConstraint("(by_id IS NULL) = (cites <> '')", name=op.f("ck_staff_events_by_whom")),
        _to_staff("staff_events", "staff_id"),
        _to_staff("staff_events", "by_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_events")),
    )
    for columns in (["at", "id"], ["staff_id", "at", "id"], ["by_id", "at", "id"]):
        op.create_index(f"ix_staff_events_{'_'.join(columns)}", "staff_events", columns)
    op.create_table(
        "staff_event_marks",
        sa.Column("event_id", BIG, nullable=False),
        sa.Column("network", sa.String(length=32), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["staff_events.id"],
            name=op.f("fk_staff_event_marks_event_id_staff_events"),
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_staff_event_marks")),
    )
    op.create_index(op.f("ix_staff_event_marks_at"), "staff_event_marks", ["at"])
    op.create_table(
        "staff_sessions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("began_at", TIME, nullable=False),
        sa.Column("last_seen_at", TIME, nullable=False),
        sa.Column("browser", sa.String(length=20), nullable=False),
        sa.Column("system", sa.String(length=20), nullable=False),
        sa.Column("network", sa.String(length=32), nullable=False),
        sa.Column("ended_at", TIME, nullable=True),
        sa.Column("how_ended", sa.String(length=24), nullable=True),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (how_ended IS NULL)", name=op.f("ck_staff_sessions_ended_how")
        ),
        _to_staff("staff_sessions", "staff_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_sessions")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_staff_sessions_token_digest")),
    )
    op.create_index(op.f("ix_staff_sessions_staff_id"), "staff_sessions", ["staff_id"])
    op.create_index(op.f("ix_staff_sessions_began_at"), "staff_sessions", ["began_at"])
    op.create_table(
        "staff_invitations",
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(length=32), nullable=False),
        sa.Column("sent_at", TIME, nullable=False),
        sa.Column("accepted_at", TIME, nullable=True),
        _to_staff("staff_invitations", "staff_id"),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staff_invitations")),
    )
    op.create_table(
        "staff_drafts",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("kept_at", TIME, nullable=False),
        sa.Column("fields_sealed", sa.Text(), nullable=False),
        _to_staff("staff_drafts", "staff_id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_drafts")),
    )
    op.create_index(op.f("ix_staff_drafts_kept_at"), "staff_drafts", ["kept_at"])
    op.create_index(
        "ix_decisions_decided_at_id_action", "decisions", ["decided_at", "id", "action"]
    )
    for column in FILTERS:
        given = sa.text(f"{column} IS NOT NULL") if column == "reason" else None
        op.create_index(
            f"ix_decisions_{column}_decided_at_id",
            "decisions",
            [column, "decided_at", "id"],
            postgresql_where=given,
            sqlite_where=given,
        )
    _refuse_changes()


def _refuse_changes() -> None:
    for name, event in RULES:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(
                f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '{SAID}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON staff_events FOR EACH ROW"
                f" EXECUTE FUNCTION refuse_{name}()"
            )
        else:
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON staff_events FOR EACH ROW"
                f" BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
            )


def downgrade() -> None:
    for column in FILTERS:
        op.drop_index(f"ix_decisions_{column}_decided_at_id", table_name="decisions")
    op.drop_index("ix_decisions_decided_at_id_action", table_name="decisions")
    for table in (
        "staff_drafts",
        "staff_invitations",
        "staff_sessions",
        "staff_event_marks",
        "staff_events",
    ):
        op.drop_table(table)  # with their indexes and triggers
    if op.get_bind().dialect.name == "postgresql":
        for name, _event in RULES:
            op.execute(f"DROP FUNCTION refuse_{name}()")
    for column in reversed(STAFF):
        op.drop_column("staff", column)
