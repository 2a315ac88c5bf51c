"""evidence as a record of its own: publisher, language, archived copy, page; a text cited once an
entry; what was verified keeps its evidence"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PAIR = "uq_evidence_endorsement_id_instrument_id"
TWICE = (
    "EXISTS (SELECT 1 FROM evidence AS first WHERE first.endorsement_id = evidence.endorsement_id"
    " AND first.instrument_id = evidence.instrument_id AND first.id < evidence.id"
    " AND (first.quote = evidence.quote OR evidence.quote = ''))"
)
"""A text cited twice by one entry, to no purpose. Different words stay, and stop the migration."""
VERIFIED_ONCE = (
    "EXISTS (SELECT 1 FROM endorsements e WHERE e.id = OLD.endorsement_id"
    " AND e.verified_at IS NOT NULL AND e.status NOT IN ('invalidated', 'erased'))"
    " AND NOT EXISTS (SELECT 1 FROM evidence o WHERE o.endorsement_id = OLD.endorsement_id"
    " AND o.id <> OLD.id)"
)
MOVED = "NEW.endorsement_id <> OLD.endorsement_id"
RULES = (
    ("evidence_last_stays", "DELETE", VERIFIED_ONCE, "A verified entry keeps its evidence."),
    ("evidence_stays_put", "UPDATE", MOVED, "Evidence stays with its entry."),
)


def _refuse(name: str, event: str, refused: str, said: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        row = "OLD" if event == "DELETE" else "NEW"
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {refused} THEN"
            f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
            f" END IF; RETURN {row}; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON evidence FOR EACH ROW"
            f" EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON evidence FOR EACH ROW WHEN {refused}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _allow(name: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {name} ON evidence")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def _add(column: str, definition: str) -> None:
    """Add a column with its rule at once: SQLite cannot add a rule to a table that stands, and
    Alembic would try."""
    op.execute(f"ALTER TABLE instruments ADD COLUMN {column} {definition}")


def _check(name: str, condition: str) -> str:
    return f"CONSTRAINT ck_instruments_{name} CHECK ({condition})"


def upgrade() -> None:
    no = "false" if op.get_bind().dialect.name == "postgresql" else "0"
    _add("publisher", "VARCHAR(200) DEFAULT '' NOT NULL")
    two_letters = "language = '' OR (length(language) = 2 AND language = lower(language))"
    _add(
        "language",
        f"VARCHAR(2) DEFAULT '' NOT NULL {_check('language_of_two_letters', two_letters)}",
    )
    https = "archived_link = '' OR archived_link LIKE 'https://%'"
    _add("archived_link", f"VARCHAR(500) DEFAULT '' NOT NULL {_check('archived_by_https', https)}")
    _add(
        "last_checked_by_id",
        "INTEGER CONSTRAINT fk_instruments_last_checked_by_id REFERENCES staff (id)",
    )
    known = "NOT file_public OR file_sha256 IS NOT NULL"
    _add("file_public", f"BOOLEAN DEFAULT {no} NOT NULL {_check('published_file_known', known)}")
    _add("revision", f"INTEGER DEFAULT 1 NOT NULL {_check('revision_counts', 'revision > 0')}")
    page = sa.Column("page", sa.String(length=60), server_default=sa.text("''"), nullable=False)
    op.add_column("evidence", page)
    op.execute(f"DELETE FROM evidence WHERE {TWICE}")
    op.create_index(PAIR, "evidence", ["endorsement_id", "instrument_id"], unique=True)
    for rule in RULES:
        _refuse(*rule)


def downgrade() -> None:
    for name, *_ in RULES:
        _allow(name)
    op.drop_index(PAIR, table_name="evidence")
    op.drop_column("evidence", "page")
    columns = (
        "revision",
        "file_public",
        "last_checked_by_id",
        "archived_link",
        "language",
        "publisher",
    )
    for column in columns:
        op.drop_column("instruments", column)
