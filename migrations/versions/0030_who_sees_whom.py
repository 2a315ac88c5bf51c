"""who read an individual's details; browsers and networks from which staff sign in; named staff"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TIME = sa.DateTime(timezone=True)
ZERO = sa.text("0")
READS = "The record of reads is append-only."
NAMED = "An account has a name."
NAMELESS = "trim(NEW.name) = ''"
RULES = [
    ("personal_reads_stay", "personal_reads", "UPDATE", "", READS),
    ("personal_reads_kept", "personal_reads", "DELETE", "", READS),
    ("staff_named", "staff", "INSERT", NAMELESS, NAMED),
    ("staff_stay_named", "staff", "UPDATE", NAMELESS, NAMED),
]
LOCAL_PART = {
    "postgresql": "split_part(email, '@', 1)",
    "sqlite": "substr(email, 1, instr(email, '@') - 1)",
}


def _to_staff(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["staff_id"], ["staff.id"], name=op.f(f"fk_{table}_staff_id_staff")
    )


def upgrade() -> None:
    op.create_table(
        "personal_reads",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("endorsement_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("at", TIME, nullable=False),
        sa.CheckConstraint(
            "kind = 'address' OR endorsement_id IS NOT NULL",
            name=op.f("ck_personal_reads_of_an_entry"),
        ),
        _to_staff("personal_reads"),
        sa.ForeignKeyConstraint(
            ["endorsement_id"],
            ["endorsements.id"],
            name=op.f("fk_personal_reads_endorsement_id_endorsements"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_personal_reads")),
    )
    op.create_index(op.f("ix_personal_reads_at"), "personal_reads", ["at"])
    op.create_index("ix_personal_reads_staff_id_at", "personal_reads", ["staff_id", "at"])
    op.create_index(
        "ix_personal_reads_endorsement_id_staff_id_at",
        "personal_reads",
        ["endorsement_id", "staff_id", "at"],
    )
    op.create_table(
        "staff_browsers",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("last_used_at", TIME, nullable=False),
        sa.Column("failures", sa.Integer(), server_default=ZERO, nullable=False),
        sa.Column("failing_since", TIME, nullable=True),
        sa.Column("locked_until", TIME, nullable=True),
        _to_staff("staff_browsers"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_browsers")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_staff_browsers_token_digest")),
    )
    op.create_index(op.f("ix_staff_browsers_staff_id"), "staff_browsers", ["staff_id"])
    op.create_index(op.f("ix_staff_browsers_last_used_at"), "staff_browsers", ["last_used_at"])
    op.create_table(
        "staff_networks",
        sa.Column("network", sa.String(length=32), nullable=False),
        sa.Column("failures", sa.Integer(), server_default=ZERO, nullable=False),
        sa.Column("failing_since", TIME, nullable=False),
        sa.Column("locked_until", TIME, nullable=True),
        sa.Column("locks", sa.Integer(), server_default=ZERO, nullable=False),
        sa.PrimaryKeyConstraint("network", name=op.f("pk_staff_networks")),
    )
    op.create_index(op.f("ix_staff_networks_failing_since"), "staff_networks", ["failing_since"])
    local_part = LOCAL_PART[op.get_bind().dialect.name]
    op.execute(f"UPDATE staff SET name = {local_part} WHERE trim(name) = ''")
    for rule in RULES:
        _refuse(*rule)


def _refuse(name: str, table: str, event: str, when: str, said: str) -> None:
    condition = f" WHEN ({when})" if when else ""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{condition}"
            f" EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{condition}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def downgrade() -> None:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, *_rest in RULES:
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if on_postgresql else ""))
        if on_postgresql:
            op.execute(f"DROP FUNCTION refuse_{name}()")
    for table in ("staff_networks", "staff_browsers", "personal_reads"):
        op.drop_table(table)
