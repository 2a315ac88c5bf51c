"""what editors say of a new initiative: when it opens, its grades, its aim; that a database has
content of its own; what is archived is read only, and a public address stays"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

COLUMNS = (
    (
        "opens_on",
        "DATE",
        "opens_before_it_closes",
        "opens_on IS NULL OR closed_on IS NULL OR opens_on < closed_on",
    ),
    ("aim", "INTEGER", "aim_is_something", "aim IS NULL OR aim > 0"),
    (
        "aim_unit",
        "VARCHAR(24)",
        "aim_can_be_reached",
        (
            "(aim IS NULL) = (aim_unit IS NULL)"
            " AND (aim_unit IS NULL OR aim_unit <> 'governments' OR aim <= 193)"
            " AND (aim_unit IS NULL OR aim_unit <> 'per cent' OR aim <= 100)"
        ),
    ),
    (
        "grades",
        "VARCHAR(120) DEFAULT 'announced endorsed voiced' NOT NULL",
        "grades_include_endorsed",
        "grades LIKE '%endorsed%'",
    ),
)
ARCHIVED = (
    "EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id"
    " AND i.archived_on IS NOT NULL)"
)
UNUSED_GRADE = (
    "EXISTS (SELECT 1 FROM initiatives i WHERE i.id = NEW.initiative_id"
    " AND ' ' || i.grades || ' ' NOT LIKE '% ' || NEW.grade || ' %')"
)
# (name, table, event, condition under which the change is refused, what is said)
RULES = (
    (
        "endorsements_not_into_an_archive",
        "endorsements",
        "INSERT",
        ARCHIVED,
        "An archived initiative takes no entries.",
    ),
    (
        "endorsements_archived_stay",
        "endorsements",
        "UPDATE OF status",
        (
            "NEW.status <> OLD.status"
            " AND NEW.status NOT IN ('withdrawn', 'erased', 'expired', 'lapsed', 'superseded')"
            f" AND OLD.status NOT IN ('lapsed', 'superseded') AND {ARCHIVED}"
        ),
        "The entries of an archived initiative stay as they are.",
    ),
    (
        "endorsements_begun_in_a_used_grade",
        "endorsements",
        "INSERT",
        UNUSED_GRADE,
        "The initiative does not use this grade.",
    ),
    (
        "endorsements_in_a_used_grade",
        "endorsements",
        "UPDATE OF grade",
        f"NEW.grade <> OLD.grade AND {UNUSED_GRADE}",
        "The initiative does not use this grade.",
    ),
    (
        "initiatives_address_stays",
        "initiatives",
        "UPDATE OF slug",
        "NEW.slug <> OLD.slug",
        "A public address stays.",
    ),
    (
        "campaigns_address_stays",
        "campaigns",
        "UPDATE OF slug",
        "NEW.slug <> OLD.slug",
        "A public address stays.",
    ),
)


def upgrade() -> None:
    # Written as SQL: a CHECK comes with its column, so that no table is made anew.
    for column, made_of, name, check in COLUMNS:
        op.execute(
            f"ALTER TABLE initiatives ADD COLUMN {column} {made_of}"
            f" CONSTRAINT ck_initiatives_{name} CHECK ({check})"
        )
    op.create_table(
        "own_content",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_own_content_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_content")),
    )
    for rule in RULES:
        _create_trigger(*rule)


def _create_trigger(name: str, table: str, event: str, refused: str, said: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        # A trigger's WHEN cannot hold a subquery, so the function asks; it is called only for
        # rows that it may refuse. Every initiative uses `endorsed`.
        when = " WHEN (NEW.grade <> 'endorsed')" if refused.endswith(UNUSED_GRADE) else ""
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {refused} THEN RAISE EXCEPTION '{said}'"
            " USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW{when}"
            f" EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {refused}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, *_rest in reversed(RULES):
        if postgresql:
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION refuse_{name}()")
        else:
            op.execute(f"DROP TRIGGER {name}")
    op.drop_table("own_content")
    for column, *_rest in reversed(COLUMNS):
        op.execute(f"ALTER TABLE initiatives DROP COLUMN {column}")
