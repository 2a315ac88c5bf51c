"""revisions of content that editors write; archived initiatives; the source of an assessment"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
DRAFT = sa.text("state = 'draft'")
COLUMNS = (
    (
        "initiatives",
        "archived_on",
        "DATE",
        "archived_once_closed",
        "archived_on IS NULL OR (closed_on IS NOT NULL AND closed_on <= archived_on)",
    ),
    (
        "reforms",
        "evidence_source",
        "TEXT DEFAULT '' NOT NULL",
        "assessed_with_source",
        "status = 'not assessed' OR evidence_source <> ''",
    ),
)
# (name, event, condition under which the change is refused, what is said)
TRIGGERS = (
    (
        "content_revisions_stay",
        "UPDATE",
        "OLD.state <> 'draft' OR NEW.item_id <> OLD.item_id",
        "What was published, discarded or taken off is history.",
    ),
    (
        "content_revisions_kept",
        "DELETE",
        "OLD.id IS NOT NULL",
        "Revisions of content are kept.",
    ),
)


def _create_trigger(name: str, event: str, condition: str, said: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = '{said}';"
            " END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON content_revisions FOR EACH ROW"
            f" WHEN ({condition}) EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON content_revisions FOR EACH ROW"
            f" WHEN {condition} BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _drop_trigger(name: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {name} ON content_revisions")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def upgrade() -> None:
    # Written as SQL: a CHECK comes with its column, so that no table is made anew.
    for table, column, made_of, name, check in COLUMNS:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} {made_of}"
            f" CONSTRAINT ck_{table}_{name} CHECK ({check})"
        )
    op.create_table(
        "content_items",
        sa.Column("id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("parent_id", BIG, nullable=True),
        sa.Column("row_id", sa.BigInteger(), nullable=True),
        sa.Column("seed_key", sa.String(length=160), nullable=True),
        sa.Column("seed_digest", sa.String(length=64), nullable=True),
        sa.Column("retired_at", WHEN, nullable=True),
        sa.Column("shipped", sa.JSON(), nullable=True),
        sa.Column("shipped_digest", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(kind = 'campaigns') = (parent_id IS NULL)", name=op.f("ck_content_items_in_its_place")
        ),
        sa.CheckConstraint(
            "retired_at IS NULL OR row_id IS NULL", name=op.f("ck_content_items_retired_has_no_row")
        ),
        sa.CheckConstraint(
            "(shipped IS NULL) = (shipped_digest IS NULL)",
            name=op.f("ck_content_items_shipped_with_digest"),
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["content_items.id"],
            name=op.f("fk_content_items_parent_id_content_items"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_items")),
        sa.UniqueConstraint("kind", "row_id", name=op.f("uq_content_items_kind_row_id")),
    )
    op.create_index(op.f("ix_content_items_parent_id"), "content_items", ["parent_id"])
    op.create_table(
        "content_revisions",
        sa.Column("id", BIG, nullable=False),
        sa.Column("item_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'published', 'discarded', 'retired')",
            name=op.f("ck_content_revisions_known_state"),
        ),
        sa.CheckConstraint(
            "editor_id IS NOT NULL OR state = 'published'",
            name=op.f("ck_content_revisions_by_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["content_items.id"],
            name=op.f("fk_content_revisions_item_id_content_items"),
        ),
        sa.ForeignKeyConstraint(
            ["editor_id"], ["staff.id"], name=op.f("fk_content_revisions_editor_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_revisions")),
    )
    op.create_index(op.f("ix_content_revisions_item_id"), "content_revisions", ["item_id"])
    op.create_index(
        "uq_content_revisions_one_draft",
        "content_revisions",
        ["item_id"],
        unique=True,
        postgresql_where=DRAFT,
        sqlite_where=DRAFT,
    )
    for trigger in TRIGGERS:
        _create_trigger(*trigger)


def downgrade() -> None:
    for trigger in reversed(TRIGGERS):
        _drop_trigger(trigger[0])
    op.drop_table("content_revisions")
    op.drop_table("content_items")
    for table, column, *_rest in reversed(COLUMNS):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
