"""words that a reviewer releases; when personal details were erased; files that wait

Words of individuals that are public already count as not released: they wait for a reviewer like
all others. Nobody has been told yet of an end, so no details are erased before everybody concerned
has been emailed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0030"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
WITH_WORDS = sa.text("kind = 'individual' AND words <> ''")
ENDED = sa.text(
    "forgotten_at IS NULL AND origin <> 'published_record'"
    " AND status IN ('withdrawn', 'rejected', 'invalidated', 'superseded', 'lapsed')"
)
ADDED = ("words_released", "words_judged_at", "ending_told_at", "forgotten_at")
# (name, event, condition under which the change is refused, what is said)
RULES = (
    (
        "endorsements_words_released_by_staff",
        "UPDATE",
        (
            "NEW.words_released IS NOT NULL"
            " AND (NEW.words_judged_by_id IS NULL OR NEW.words_judged_at IS NULL)"
        ),
        "A reviewer releases or hides words.",
    ),
    (
        "endorsements_words_begin_unreleased",
        "INSERT",
        "NEW.words_released IS NOT NULL",
        "A reviewer releases or hides words.",
    ),
    (
        "endorsements_changed_words_unreleased",
        "UPDATE",
        "NEW.words <> OLD.words AND NEW.words_released IS NOT NULL",
        "Changed words need to be released again.",
    ),
    (
        "endorsements_forgotten_stay_decided",
        "UPDATE",
        (
            "OLD.forgotten_at IS NOT NULL AND NEW.kind IN ('individual', 'parliamentarian')"
            " AND NEW.status <> OLD.status AND NEW.status = 'in_review'"
        ),
        "Nothing is left that could be reviewed.",
    ),
)


def upgrade() -> None:
    for name in ADDED:
        made_of = sa.Boolean() if name == "words_released" else WHEN
        op.add_column("endorsements", sa.Column(name, made_of, nullable=True))
    # Alembic adds a column and its foreign key apart, which SQLite cannot.
    op.execute(
        "ALTER TABLE endorsements ADD COLUMN words_judged_by_id INTEGER"
        " CONSTRAINT fk_endorsements_words_judged_by_id REFERENCES staff (id)"
    )
    for name, columns, where in (
        ("ix_endorsements_words", ["words_released", "id"], WITH_WORDS),
        ("ix_endorsements_ended", ["status", "kind", "status_since"], ENDED),
    ):
        op.create_index(name, "endorsements", columns, postgresql_where=where, sqlite_where=where)
    for rule in RULES:
        _refuse(*rule)
    op.create_table(
        "held_files",
        sa.Column("instrument_id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("network", sa.String(length=32), nullable=False),
        sa.Column("held_at", WHEN, nullable=False),
        sa.ForeignKeyConstraint(
            ["instrument_id"],
            ["instruments.id"],
            name=op.f("fk_held_files_instrument_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("instrument_id", name=op.f("pk_held_files")),
    )
    op.create_index("ix_held_files_network", "held_files", ["network"])


def _refuse(name: str, event: str, refused: str, said: str) -> None:
    trigger = f"CREATE TRIGGER {name} BEFORE {event} ON endorsements FOR EACH ROW"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(f"{trigger} WHEN ({refused}) EXECUTE FUNCTION refuse_{name}()")
    else:
        op.execute(f"{trigger} WHEN {refused} BEGIN SELECT RAISE(ABORT, '{said}'); END")


def downgrade() -> None:
    op.drop_index("ix_held_files_network", table_name="held_files")
    op.drop_table("held_files")
    for name, *_rule in reversed(RULES):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"DROP TRIGGER {name} ON endorsements")
            op.execute(f"DROP FUNCTION refuse_{name}()")
        else:
            op.execute(f"DROP TRIGGER {name}")
    for name in ("ix_endorsements_ended", "ix_endorsements_words"):
        op.drop_index(name, table_name="endorsements")
    for name in ("words_judged_by_id", *reversed(ADDED)):
        op.execute(f"ALTER TABLE endorsements DROP COLUMN {name}")
