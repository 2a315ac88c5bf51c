"""what the code would never do, the database refuses: entries that were verified keep whose they are
and who approved them, and change only with a decision; the published record and the ledger rest on
decisions; checkpoints only grow; what is append-only cannot be truncated. Also: what the hourly check
of all this found; the list of named persons in an order that tells no hour

A rule's condition has two parts: `when` names the rows that it is about and needs no other table;
`unless` is the lawful way, asked of other tables. PostgreSQL reads a trigger's WHEN anew for each
statement, which for long ones costs more than the call, so what a confirmed sign-up would pass by is
said there in a few words (`SHORT`) and the rest by the function. The condition of the lawful steps, the
longest of all, moves into a function as well.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def _differs(*columns: str) -> str:
    # IS DISTINCT FROM needs SQLite 3.39; this says the same everywhere.
    return " OR ".join(
        f"(NEW.{c} <> OLD.{c} OR (NEW.{c} IS NULL) <> (OLD.{c} IS NULL))" for c in columns
    )


ONCE_VERIFIED = (
    "('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased')"
)
MERGED = (
    "OLD.kind = 'organisation' AND ("
    # A merge gives the entries of the merged record to the one that stands for both,
    "EXISTS (SELECT 1 FROM merges m WHERE m.merged_id = OLD.supporter_id"
    " AND m.kept_id = NEW.supporter_id AND m.undone_at IS NULL)"
    # and its undoing gives back those that it moved.
    " OR (EXISTS (SELECT 1 FROM merges m JOIN merge_rows r ON r.merge_id = m.id"
    " WHERE r.endorsement_id = NEW.id AND r.what = 'moved' AND m.kept_id = OLD.supporter_id"
    " AND m.merged_id = NEW.supporter_id AND m.undone_at IS NOT NULL)"
    " AND NOT EXISTS (SELECT 1 FROM merges m WHERE m.merged_id = NEW.supporter_id"
    " AND m.undone_at IS NULL)))"
)
STEP_DECIDED = (
    "EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id"
    " AND d.from_status = OLD.status AND d.to_status = NEW.status"
    " AND d.decided_at = NEW.status_since"
    " AND (NEW.status <> 'approved_once' OR d.staff_id = NEW.first_approver_id)"
    " AND (OLD.status <> 'approved_once' OR NEW.status <> 'verified'"
    " OR d.staff_id = NEW.second_approver_id))"
)
AMENDMENT_DECIDED = (
    "EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id"
    " AND d.action IN ('redate', 'regrade')"
    " AND (NEW.effective_on = OLD.effective_on"
    " OR CAST(d.difference AS text) LIKE '%\"' || CAST(NEW.effective_on AS text) || '\"%')"
    " AND (NEW.grade = OLD.grade OR CAST(d.difference AS text) LIKE '%\"' || NEW.grade || '\"%'))"
)
DOCUMENTED = (
    "NEW.origin = 'published_record'"
    " AND EXISTS (SELECT 1 FROM evidence e WHERE e.endorsement_id = NEW.id)"
    " AND EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id"
    " AND d.action = 'publish' AND d.actor_kind = 'system' AND d.cites <> '')"
)
BEGINS = "('confirm', 'publish', 'reinstate', 'restore', 'verify')"
ENDS = "('erase', 'lapse', 'supersede', 'suspend')"
# A decision counts so often at most; what is taken back whole, as often as it had counted.
TIMES = (
    "CASE WHEN NEW.cause IN ('invalidate', 'reopen') THEN 1000"
    " WHEN NEW.cause IN ('redate', 'regrade') THEN 4 WHEN NEW.cause = 'withdraw' THEN 2 ELSE 1 END"
)
COUNT_DECIDED = (
    f"(NEW.delta = 1 OR NEW.cause NOT IN {BEGINS})"
    f" AND (NEW.delta = -1 OR NEW.cause NOT IN {ENDS})"
    " AND EXISTS (SELECT 1 FROM endorsements n WHERE n.id = NEW.endorsement_id"
    " AND n.initiative_id = NEW.initiative_id AND n.kind = NEW.kind"
    " AND (n.kind <> 'government' OR EXISTS (SELECT 1 FROM supporters s"
    " WHERE s.id = n.supporter_id AND s.state_iso3 = NEW.state_iso3)))"
    " AND (SELECT count(*) FROM ledger_events l"
    " WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause)"
    " < (SELECT count(*) FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id"
    " AND d.action = NEW.cause AND (NEW.cause <> 'confirm' OR d.to_status = 'verified'))"
    f" * {TIMES}"
)
# What nearly every sign-up does, in as few look-ups as possible.
CONFIRMED = "NEW.kind = 'individual' AND NEW.cause = 'confirm'"
CONFIRMED_ONCE = (
    "NEW.delta = 1"
    " AND EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id"
    " AND d.action = 'confirm' AND d.to_status = 'verified' AND d.kind = NEW.kind"
    " AND d.initiative_id = NEW.initiative_id)"
    " AND NOT EXISTS (SELECT 1 FROM ledger_events l"
    " WHERE l.endorsement_id = NEW.endorsement_id AND l.cause = NEW.cause)"
)
LARGER_AND_LATER = (
    "NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.size >= NEW.size)"
    " AND NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.recorded_at > NEW.recorded_at)"
    " AND EXISTS (SELECT 1 FROM ledger_events l WHERE l.position = NEW.size - 1"
    " AND l.recorded_at = NEW.recorded_at)"
    " AND NOT EXISTS (SELECT 1 FROM ledger_events l WHERE l.position >= NEW.size)"
)
NEVER = "FALSE"
# Every step but the confirmation of an individual.
SHORT = "OLD.status <> 'unconfirmed' OR NEW.kind <> 'individual'"
SHORTENED = (
    "endorsements_step_decided",
    "endorsements_amendment_decided",
    "endorsements_documented",
)
# Rules of 0002 whose columns few updates name: (name, columns).
NARROWED = (
    ("endorsements_identity", "kind, initiative_id, origin, recorder_id, submitted_at"),
    ("endorsements_first_approver_stays", "first_approver_id"),
)
CHECKPOINTS = "A checkpoint stays, and the next one is larger and not older."
# (name, table, event, rows that it is about, the lawful way, what is said to others)
RULES = [
    (
        "endorsements_supporter_stays",
        "endorsements",
        "UPDATE OF supporter_id",
        "NEW.supporter_id <> OLD.supporter_id AND OLD.status <> 'unconfirmed'",
        MERGED,
        "An entry stays with its supporter, unless two records of one organisation are merged.",
    ),
    (
        "endorsements_number_stays",
        "endorsements",
        "UPDATE OF id",
        "NEW.id <> OLD.id",
        NEVER,
        "An entry keeps its number.",
    ),
    (
        "endorsements_approvers_stay",
        "endorsements",
        "UPDATE OF first_approver_id, second_approver_id",
        (
            f"OLD.status IN {ONCE_VERIFIED}"
            f" AND ({_differs('first_approver_id', 'second_approver_id')})"
            " AND NOT (NEW.status = 'in_review' AND NEW.first_approver_id IS NULL"
            " AND NEW.second_approver_id IS NULL)"
        ),
        NEVER,
        "Who approved an entry stays.",
    ),
    (
        "endorsements_step_decided",
        "endorsements",
        "UPDATE OF status",
        (
            f"NEW.status <> OLD.status AND (OLD.status IN {ONCE_VERIFIED}"
            " OR NEW.status = 'approved_once' OR (NEW.status = 'verified'"
            " AND NOT (NEW.kind = 'individual' AND OLD.status = 'unconfirmed')))"
        ),
        STEP_DECIDED,
        "This status needs its decision first.",
    ),
    (
        "endorsements_amendment_decided",
        "endorsements",
        "UPDATE OF grade, effective_on, effective_precision",
        (
            "OLD.status IN ('verified', 'suspended') AND NEW.status = OLD.status"
            f" AND ({_differs('grade', 'effective_on', 'effective_precision')})"
        ),
        AMENDMENT_DECIDED,
        "The grade and the day of a verified entry change with a decision.",
    ),
    (
        "endorsements_documented",
        "endorsements",
        "UPDATE OF status",
        (
            "NEW.status = 'verified' AND OLD.status <> 'verified'"
            " AND (NEW.origin = 'published_record' OR OLD.status = 'staged')"
        ),
        DOCUMENTED,
        "An entry of the published record needs its decision and its evidence first.",
    ),
    (
        "endorsements_kept",
        "endorsements",
        "DELETE",
        "OLD.verified_at IS NOT NULL",
        NEVER,
        "An entry that was verified stays.",
    ),
    (
        "supporters_identity",
        "supporters",
        "UPDATE OF kind, state_iso3",
        _differs("kind", "state_iso3"),
        NEVER,
        "What a supporter is, and which State, cannot change.",
    ),
    (
        "ledger_events_decided",
        "ledger_events",
        "INSERT",
        f"NOT ({CONFIRMED})",
        COUNT_DECIDED,
        "An entry of the ledger needs its decision first.",
    ),
    (
        "ledger_events_confirmed",
        "ledger_events",
        "INSERT",
        CONFIRMED,
        CONFIRMED_ONCE,
        "An entry of the ledger needs its decision first.",
    ),
    (
        "ledger_events_begin_unsequenced",
        "ledger_events",
        "INSERT",
        "NEW.position IS NOT NULL",
        NEVER,
        "Only the sequencer gives an entry of the ledger its place.",
    ),
    ("checkpoints_stay", "checkpoints", "UPDATE", "", NEVER, CHECKPOINTS),
    ("checkpoints_kept", "checkpoints", "DELETE", "", NEVER, CHECKPOINTS),
    ("checkpoints_grow", "checkpoints", "INSERT", "", LARGER_AND_LATER, CHECKPOINTS),
    (
        "decision_notes_stay",
        "decision_notes",
        "UPDATE",
        "",
        NEVER,
        "The words of a decision can be erased, not changed.",
    ),
    ("merge_rows_stay", "merge_rows", "UPDATE", "", NEVER, "What a merge did stays on record."),
    ("merge_rows_kept", "merge_rows", "DELETE", "", NEVER, "What a merge did stays on record."),
]
# SQLite's REPLACE deletes without asking the triggers for DELETE.
REPLACED = [
    *(
        (
            f"{table}_not_replaced",
            table,
            "INSERT",
            f"SELECT 1 FROM {table} o WHERE o.{key} = NEW.{key}",
        )
        for table, key in (
            ("decisions", "id"),
            ("endorsements", "id"),
            ("ledger_events", "id"),
        )
    ),
    (
        "ledger_events_places_not_replaced",
        "ledger_events",
        "UPDATE OF position",
        "SELECT 1 FROM ledger_events o WHERE o.position = NEW.position AND o.id <> NEW.id",
    ),
]
APPEND_ONLY = (
    "checkpoints",
    "content_revisions",
    "council_revisions",
    "decisions",
    "endorsements",
    "evidence",
    "ledger_events",
    "merge_rows",
    "merges",
    "staff_events",
    "supporter_changes",
    "veto_classifications",
)
KEPT_WHOLE = "This table is kept whole."
BORN = "endorsements_born_uncounted"
BORN_SAID = "An endorsement begins unconfirmed or in review."
BORN_NOW = "NEW.status NOT IN ('unconfirmed', 'in_review', 'staged')"
BORN_BEFORE = f"NEW.origin <> 'published_record' AND {BORN_NOW}"
STEP = "endorsements_lawful_step"
STEP_SAID = "This status cannot follow the present one."
STEP_ADDED = (
    "NOT (OLD.status = 'staged' AND NEW.status = 'verified' AND NEW.origin = 'published_record')"
)
ADDED = {("staged", "verified")}
"""The step that this revision adds, for every kind; the published record alone takes it."""


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def _refuse(name: str, table: str, event: str, when: str, unless: str, said: str) -> None:
    trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
    if not _postgresql():
        both = f"({when}) AND NOT ({unless})" if when else f"NOT ({unless})"
        op.execute(f"{trigger} WHEN {both} BEGIN SELECT RAISE(ABORT, '{said}'); END")
        return
    if name in SHORTENED:
        when, unless = SHORT, f"NOT ({when}) OR ({unless})"
    row = "OLD" if event == "DELETE" else "NEW"
    refusal = f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
    asked = (
        refusal if unless == NEVER else f"IF NOT ({unless}) THEN {refusal} END IF; RETURN {row};"
    )
    op.execute(
        f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {asked} END $$"
    )
    only = f" WHEN ({when})" if when else ""
    op.execute(f"{trigger}{only} EXECUTE FUNCTION refuse_{name}()")


def _permit(name: str, table: str) -> None:
    if _postgresql():
        op.execute(f"DROP TRIGGER {name} ON {table}")
        op.execute(f"DROP FUNCTION refuse_{name}()")
    else:
        op.execute(f"DROP TRIGGER {name}")


def _refuse_born(refused: str) -> None:
    """Put the trigger of 0004 anew, under another condition."""
    trigger = f"CREATE TRIGGER {BORN} BEFORE INSERT ON endorsements FOR EACH ROW WHEN"
    if _postgresql():
        op.execute(f"DROP TRIGGER {BORN} ON endorsements")
        op.execute(f"{trigger} ({refused}) EXECUTE FUNCTION refuse_{BORN}()")
    else:
        op.execute(f"DROP TRIGGER {BORN}")
        op.execute(f"{trigger} {refused} BEGIN SELECT RAISE(ABORT, '{BORN_SAID}'); END")


def _step_refused() -> str:
    """The condition of the trigger that knows the lawful steps, as it stands here by now."""
    if _postgresql():
        text = _definition(STEP)
        pattern = r"WHEN \((.*)\) EXECUTE FUNCTION"
    else:
        text = op.get_bind().scalar(
            sa.text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name"),
            {"name": STEP},
        )
        pattern = r"FOR EACH ROW WHEN (.*) BEGIN SELECT RAISE"
    return _found(pattern, text)


def _definition(trigger: str) -> str:
    text: str = op.get_bind().scalar(
        sa.text("SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = :name"),
        {"name": trigger},
    )
    return text


def _found(pattern: str, text: str | None) -> str:
    match = re.search(pattern, text or "", re.DOTALL)
    if match is None:
        raise RuntimeError(f"A trigger is not as it was written: {text}")
    return match[1]


def _refuse_steps(refused: str) -> None:
    trigger = f"CREATE TRIGGER {STEP} BEFORE UPDATE ON endorsements FOR EACH ROW WHEN"
    op.execute(f"DROP TRIGGER {STEP}")
    op.execute(sa.text(f"{trigger} {refused} BEGIN SELECT RAISE(ABORT, '{STEP_SAID}'); END"))


def _move_steps_into_a_function() -> None:
    op.execute(
        sa.text(
            "CREATE FUNCTION refuse_unlawful_step() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF ({_step_refused()}) AND {STEP_ADDED} THEN RAISE EXCEPTION '{STEP_SAID}'"
            " USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
        )
    )
    op.execute(f"DROP TRIGGER {STEP} ON endorsements")
    op.execute(
        f"CREATE TRIGGER {STEP} BEFORE UPDATE OF status ON endorsements FOR EACH ROW"
        " WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION refuse_unlawful_step()"
    )


def _move_steps_back() -> None:
    body = op.get_bind().scalar(
        sa.text("SELECT prosrc FROM pg_proc WHERE proname = 'refuse_unlawful_step'")
    )
    refused = _found(r"IF \((.*)\) AND NOT \(OLD\.status = 'staged'", body)
    op.execute(f"DROP TRIGGER {STEP} ON endorsements")
    op.execute(
        sa.text(
            f"CREATE TRIGGER {STEP} BEFORE UPDATE ON endorsements FOR EACH ROW WHEN ({refused})"
            f" EXECUTE FUNCTION refuse_{STEP}()"
        )
    )
    op.execute("DROP FUNCTION refuse_unlawful_step()")


def _narrow(*, only: bool) -> None:
    """Ask rules of 0002 only of updates that name their columns, or of every update."""
    for name, columns in NARROWED:
        when = _found(r"WHEN \((.*)\) EXECUTE FUNCTION", _definition(name))
        of = f" OF {columns}" if only else ""
        op.execute(f"DROP TRIGGER {name} ON endorsements")
        op.execute(
            sa.text(
                f"CREATE TRIGGER {name} BEFORE UPDATE{of} ON endorsements FOR EACH ROW"
                f" WHEN ({when}) EXECUTE FUNCTION refuse_{name}()"
            )
        )


def _keep_whole() -> None:
    """SQLite has no TRUNCATE, and PostgreSQL no REPLACE."""
    if not _postgresql():
        for name, table, event, exists in REPLACED:
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
                f" WHEN EXISTS ({exists}) BEGIN SELECT RAISE(ABORT, '{KEPT_WHOLE}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_truncation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" RAISE EXCEPTION '{KEPT_WHOLE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER {table}_not_truncated BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation()"
        )


def _keep_whole_no_longer() -> None:
    if not _postgresql():
        for name, *_rest in REPLACED:
            op.execute(f"DROP TRIGGER {name}")
        return
    for table in APPEND_ONLY:
        op.execute(f"DROP TRIGGER {table}_not_truncated ON {table}")
    op.execute("DROP FUNCTION refuse_truncation()")


def _index_named(*columns: str) -> None:
    where = sa.text(
        "status = 'verified' AND be_named AND kind IN ('individual', 'parliamentarian')"
    )
    op.drop_index("ix_endorsements_named", table_name="endorsements")
    op.create_index(
        "ix_endorsements_named",
        "endorsements",
        ["initiative_id", "kind", *columns],
        postgresql_where=where,
        sqlite_where=where,
    )


def upgrade() -> None:
    _index_named("effective_on", "commitment_salt")
    op.create_table(
        "inspections",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("inspected_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_inspections")),
    )
    if _postgresql():
        _move_steps_into_a_function()
        _narrow(only=True)
    else:
        _refuse_steps(f"({_step_refused()}) AND {STEP_ADDED}")
    _refuse_born(BORN_NOW)
    for rule in RULES:
        _refuse(*rule)
    _keep_whole()


def downgrade() -> None:
    _keep_whole_no_longer()
    for name, table, *_rest in reversed(RULES):
        _permit(name, table)
    _refuse_born(BORN_BEFORE)
    if _postgresql():
        _narrow(only=False)
        _move_steps_back()
    else:
        before = _step_refused().removesuffix(f" AND {STEP_ADDED}")
        _refuse_steps(before.removeprefix("(").removesuffix(")"))
    op.drop_table("inspections")
    _index_named("id")
