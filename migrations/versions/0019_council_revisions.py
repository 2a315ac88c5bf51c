"""drafts and versions of the years of the Security Council that editors record"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
DRAFT = sa.text("state = 'draft'")
# (name, event, condition under which the change is refused, what is said)
TRIGGERS = (
    (
        "council_revisions_stay",
        "UPDATE",
        "OLD.state <> 'draft' OR NEW.year <> OLD.year",
        "What was published or discarded is history.",
    ),
    ("council_revisions_kept", "DELETE", "OLD.id IS NOT NULL", "Versions of a year are kept."),
)


def _create_trigger(name: str, event: str, condition: str, said: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{said}';"
            " END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON council_revisions FOR EACH ROW"
            f" WHEN ({condition}) EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON council_revisions FOR EACH ROW"
            f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _drop_trigger(name: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {name} ON council_revisions")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def upgrade() -> None:
    op.create_table(
        "council_revisions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'published', 'discarded')",
            name=op.f("ck_council_revisions_known_state"),
        ),
        sa.CheckConstraint(
            "editor_id IS NOT NULL OR state = 'published'",
            name=op.f("ck_council_revisions_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["editor_id"], ["staff.id"], name=op.f("fk_council_revisions_editor_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_council_revisions")),
    )
    op.create_index(op.f("ix_council_revisions_year"), "council_revisions", ["year"])
    op.create_index(
        "uq_council_revisions_one_draft",
        "council_revisions",
        ["year"],
        unique=True,
        postgresql_where=DRAFT,
        sqlite_where=DRAFT,
    )
    for trigger in TRIGGERS:
        _create_trigger(*trigger)


def downgrade() -> None:
    for trigger in reversed(TRIGGERS):
        _drop_trigger(trigger[0])
    op.drop_table("council_revisions")
