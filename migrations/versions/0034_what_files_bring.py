"""what the data files say otherwise of a State or of a year of the Council waits for people; a
State's regional group changes by two

A proposal and a draft from a file begin without anybody who wrote them. Downgrading deletes those
that nobody took up, and what was recorded of regional groups: the older version cannot read it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
OPEN = sa.text("settled_at IS NULL")
DRAFT = sa.text("state = 'draft'")
ENDING = "('dissolved', 'merged_into')"
PROPOSALS, YEARS, CHANGES = "state_proposals", "council_revisions", "supporter_changes"
APPEND_ONLY = "What happened to a supporter is an append-only record."
ERASED = (
    "NOT EXISTS (SELECT 1 FROM supporters s"
    " WHERE s.id = OLD.supporter_id AND s.erased_at IS NOT NULL)"
)


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _fits(*of_a_state: str) -> str:
    """What cannot happen to a supporter of its kind."""
    kinds = ", ".join(f"'{one}'" for one in of_a_state)
    return (
        "EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND NOT ("
        f"(s.kind = 'government' AND NEW.kind IN ({kinds}))"
        f" OR (s.kind = 'organisation' AND (NEW.kind = 'renamed' OR NEW.kind IN {ENDING}))"
        " OR (s.kind = 'parliamentarian' AND NEW.kind IN ('mandate_began', 'mandate_ended'))))"
        " OR EXISTS (SELECT 1 FROM supporters s JOIN supporters t ON t.id = NEW.successor_id"
        " WHERE s.id = NEW.supporter_id AND s.kind <> t.kind)"
    )


FIT = "This cannot happen to a supporter of this kind."
STAYS = "What was proposed stays as it was."
STAYED = (
    "OLD.settled_at IS NOT NULL OR NEW.proposer_id <> OLD.proposer_id"
    " OR CAST(NEW.wanted AS TEXT) <> CAST(OLD.wanted AS TEXT)"
)
STAY = f"{STAYED} OR (OLD.proposer_id IS NOT NULL AND NEW.proposer_id IS NULL)"
BY_ANOTHER = "Somebody who did not write it publishes it."


def _refuse(name: str, table: str, event: str, refused: str, said: str) -> None:
    trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
    if not _postgresql():
        op.execute(f"{trigger} WHEN {refused} BEGIN SELECT RAISE(ABORT, '{said}'); END")
        return
    row = "OLD" if event == "DELETE" else "NEW"
    op.execute(
        f"CREATE OR REPLACE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF {refused} THEN"
        f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
        f" END IF; RETURN {row}; END $$"
    )
    op.execute(f"{trigger} EXECUTE FUNCTION refuse_{name}()")


def _replace(name: str, table: str, event: str, refused: str, said: str) -> None:
    op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if _postgresql() else ""))
    _refuse(name, table, event, refused, said)


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f"ck_{table}_{name}"))


SETTLED_BEFORE = (
    "(settled_at IS NULL) = (applied IS NULL)"
    " AND (applied IS NULL OR NOT applied OR seconder_id IS NOT NULL)"
)
SETTLED = (
    "(settled_at IS NULL) = (applied IS NULL) AND (applied IS NULL OR NOT applied"
    " OR (seconder_id IS NOT NULL AND proposer_id IS NOT NULL))"
)
PROPOSAL_RULES_BEFORE = {
    "settled": SETTLED_BEFORE,
    "dated": "(undoes_id IS NULL) = (happened_on IS NOT NULL)",
}
PROPOSAL_RULES = {
    "settled": SETTLED,
    "dated": "(undoes_id IS NULL AND kind <> 'corrected') = (happened_on IS NOT NULL)",
    "by_somebody": "proposer_id IS NOT NULL OR kind = 'corrected'",
}


def _proposals(rules: dict[str, str], before: dict[str, str], stay: str, *, anybody: bool) -> None:
    """Make `state_proposals` with these rules; SQLite cannot change a constraint, so the table is
    made anew there, with its trigger."""
    if _postgresql():
        op.alter_column(PROPOSALS, "proposer_id", nullable=anybody)
        for name in before:
            op.drop_constraint(op.f(f"ck_{PROPOSALS}_{name}"), PROPOSALS)
        for name, rule in rules.items():
            op.create_check_constraint(op.f(f"ck_{PROPOSALS}_{name}"), PROPOSALS, rule)
        _replace("state_proposals_stay", PROPOSALS, "UPDATE", stay, STAYS)
        return
    op.execute(f"ALTER TABLE {PROPOSALS} RENAME TO {PROPOSALS}_before")
    columns = [
        sa.Column("id", BIG, nullable=False),
        sa.Column("supporter_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("precision", sa.String(length=24), nullable=False),
        sa.Column("undoes_id", BIG, nullable=True),
        sa.Column("seen", BIG, nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=anybody),
        sa.Column("proposed_at", WHEN, nullable=False),
        sa.Column("settled_at", WHEN, nullable=True),
        sa.Column("applied", sa.Boolean(), nullable=True),
        sa.Column("seconder_id", sa.Integer(), nullable=True),
    ]
    copied = ", ".join(one.name for one in columns)
    by_two = "seconder_id IS NULL OR seconder_id <> proposer_id"
    op.create_table(
        PROPOSALS,
        *columns,
        *(_check(PROPOSALS, name, rule) for name, rule in ({"by_two": by_two} | rules).items()),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{of}.id"], name=op.f(f"fk_{PROPOSALS}_{column}_{of}")
            )
            for column, of in (
                ("supporter_id", "supporters"),
                ("undoes_id", CHANGES),
                ("proposer_id", "staff"),
                ("seconder_id", "staff"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{PROPOSALS}")),
    )
    op.execute(f"INSERT INTO {PROPOSALS} ({copied}) SELECT {copied} FROM {PROPOSALS}_before")
    op.drop_table(f"{PROPOSALS}_before")
    op.create_index(
        "uq_state_proposals_one_open", PROPOSALS, ["supporter_id"], unique=True, sqlite_where=OPEN
    )
    _refuse("state_proposals_stay", PROPOSALS, "UPDATE", stay, STAYS)


BY_SOMEBODY_BEFORE = "editor_id IS NOT NULL OR state = 'published'"
BY_SOMEBODY = f"{BY_SOMEBODY_BEFORE} OR seed_digest IS NOT NULL"
ALONE = (
    "NEW.state = 'published' AND NEW.editor_id IS NOT NULL AND NOT (NEW.writer_ids IS NOT NULL"
    " AND json_array_length(NEW.writer_ids) > 0 AND NOT EXISTS (SELECT 1"
    " FROM json_each(NEW.writer_ids) w WHERE w.value = NEW.editor_id))"
)
# What stands on council_revisions, put anew with the table on SQLite.
OF_YEARS = (
    (
        "council_revisions_stay",
        "UPDATE",
        "OLD.state <> 'draft' OR NEW.year <> OLD.year",
        "What was published or discarded is history.",
    ),
    ("council_revisions_kept", "DELETE", "OLD.id IS NOT NULL", "Versions of a year are kept."),
    ("council_revisions_years", "UPDATE", ALONE, BY_ANOTHER),
    ("council_revisions_new_years", "INSERT", ALONE, BY_ANOTHER),
)


def _years(by_somebody: str, *more: sa.Column[str]) -> None:
    """Make `council_revisions` with another rule of who a version is by, and these columns more."""
    rule = op.f(f"ck_{YEARS}_by_somebody")
    if _postgresql():
        for column in more:
            op.add_column(YEARS, column)
        op.drop_constraint(rule, YEARS)
        op.create_check_constraint(rule, YEARS, by_somebody)
        return
    op.execute(f"ALTER TABLE {YEARS} RENAME TO {YEARS}_before")
    columns = [
        sa.Column("id", BIG, nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("editor_id", sa.Integer(), nullable=True),
        sa.Column("at", WHEN, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("writer_ids", sa.JSON(), nullable=True),
    ]
    copied = ", ".join(one.name for one in columns)
    op.create_table(
        YEARS,
        *columns,
        *more,
        _check(YEARS, "known_state", "state IN ('draft', 'published', 'discarded')"),
        _check(YEARS, "by_somebody", by_somebody),
        sa.ForeignKeyConstraint(
            ["editor_id"], ["staff.id"], name=op.f(f"fk_{YEARS}_editor_id_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{YEARS}")),
    )
    op.execute(
        f"INSERT INTO {YEARS} ({copied}) SELECT {copied} FROM {YEARS}_before"
        f" WHERE {BY_SOMEBODY_BEFORE}"
    )
    op.drop_table(f"{YEARS}_before")
    op.create_index(op.f(f"ix_{YEARS}_year"), YEARS, ["year"])
    op.create_index(
        "uq_council_revisions_one_draft", YEARS, ["year"], unique=True, sqlite_where=DRAFT
    )
    for name, event, refused, said in OF_YEARS:
        _refuse(name, YEARS, event, refused, said)


def upgrade() -> None:
    _proposals(PROPOSAL_RULES, PROPOSAL_RULES_BEFORE, STAY, anybody=True)
    _years(BY_SOMEBODY, sa.Column("seed_digest", sa.String(length=64), nullable=True))
    fits = _fits("renamed", "succeeded", "regrouped")
    _replace("supporter_changes_fit", CHANGES, "INSERT", fits, FIT)


def downgrade() -> None:
    _replace("supporter_changes_fit", CHANGES, "INSERT", _fits("renamed", "succeeded"), FIT)
    op.execute(f"DELETE FROM {PROPOSALS} WHERE kind IN ('regrouped', 'corrected')")
    for rows in ("undoes_id IS NOT NULL", "TRUE"):  # what takes something back goes first
        _forget(CHANGES, "supporter_changes_kept", f"kind = 'regrouped' AND {rows}")
    if _postgresql():
        _forget(YEARS, "council_revisions_kept", f"NOT ({BY_SOMEBODY_BEFORE})")
    _years(BY_SOMEBODY_BEFORE)
    if _postgresql():
        op.drop_column(YEARS, "seed_digest")
        op.drop_constraint(op.f(f"ck_{PROPOSALS}_by_somebody"), PROPOSALS)
    _proposals(PROPOSAL_RULES_BEFORE, PROPOSAL_RULES_BEFORE, STAYED, anybody=False)


def _forget(table: str, kept: str, where: str) -> None:
    """Delete rows that a trigger keeps."""
    if _postgresql():
        op.execute(f"ALTER TABLE {table} DISABLE TRIGGER {kept}")
        op.execute(f"DELETE FROM {table} WHERE {where}")
        op.execute(f"ALTER TABLE {table} ENABLE TRIGGER {kept}")
    else:
        op.execute(f"DROP TRIGGER {kept}")
        op.execute(f"DELETE FROM {table} WHERE {where}")
        _refuse(kept, table, "DELETE", ERASED, APPEND_ONLY)
