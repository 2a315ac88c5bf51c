"""what is written once, the database keeps: decisions, the ledger, and what happened to whom"""

from alembic import op

from migrations.triggers import Refusal, differs, forbid, on_postgresql, permit

revision = "0108"
down_revision = "0107"
branch_labels = None
depends_on = None

SUBJECT = "append_only"

DECISIONS = "The decision log is append-only."
LEDGER = "The ledger is append-only."
CHECKPOINTS = "A checkpoint stays, and the next one is larger and not older."
MERGES = "A merge can only be undone, once."
MERGE_ROWS = "What a merge did stays on record."
CHANGES = "What happened to a supporter is an append-only record."
SUPERSEDED = "What was superseded is kept as it was."
CLASSIFIED = "Classifications of vetoed texts are kept; a new version supersedes."
ACCOUNTS = "The log of accounts is append-only."
READS = "The record of reads is append-only."

REFUSALS = (
    Refusal("decisions_stay", "decisions", "UPDATE", DECISIONS),
    Refusal("decisions_kept", "decisions", "DELETE", DECISIONS),
    Refusal(
        "decision_notes_stay",
        "decision_notes",
        "UPDATE",
        "The words of a decision can be erased, not changed.",
    ),
    Refusal(
        "ledger_events_stay", "ledger_events", "UPDATE", LEDGER, when="OLD.position IS NOT NULL"
    ),
    Refusal(
        "ledger_events_only_sequenced",
        "ledger_events",
        "UPDATE",
        LEDGER,
        when=differs(
            "initiative_id",
            "endorsement_id",
            "kind",
            "grade",
            "delta",
            "effective_on",
            "effective_precision",
            "cause",
            "membership",
            "supporter_id",
            "state_iso3",
            "commitment",
        ),
    ),
    Refusal(
        "ledger_events_begin_unsequenced",
        "ledger_events",
        "INSERT",
        "Only the sequencer gives an entry of the ledger its place.",
        when="NEW.position IS NOT NULL",
    ),
    Refusal("ledger_events_kept", "ledger_events", "DELETE", LEDGER),
    Refusal("checkpoints_stay", "checkpoints", "UPDATE", CHECKPOINTS),
    Refusal("checkpoints_kept", "checkpoints", "DELETE", CHECKPOINTS),
    Refusal(
        "checkpoints_grow",
        "checkpoints",
        "INSERT",
        CHECKPOINTS,
        unless="""
            NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.size >= NEW.size)
            AND NOT EXISTS (SELECT 1 FROM checkpoints c WHERE c.recorded_at > NEW.recorded_at)
            AND EXISTS (
                SELECT 1 FROM ledger_events l
                WHERE l.position = NEW.size - 1 AND l.recorded_at = NEW.recorded_at
            )
            AND NOT EXISTS (SELECT 1 FROM ledger_events l WHERE l.position >= NEW.size)
        """,
    ),
    Refusal(
        "endorsements_kept",
        "endorsements",
        "DELETE",
        "An entry that was verified stays.",
        when="OLD.verified_at IS NOT NULL",
    ),
    Refusal(
        "endorsements_number_stays",
        "endorsements",
        "UPDATE OF id",
        "An entry keeps its number.",
        when="NEW.id <> OLD.id",
    ),
    Refusal(
        "merges_stay",
        "merges",
        "UPDATE",
        MERGES,
        refused="""
            OLD.undone_at IS NOT NULL OR NEW.kept_id <> OLD.kept_id
            OR NEW.merged_id <> OLD.merged_id OR NEW.staff_id <> OLD.staff_id
            OR NEW.merged_at <> OLD.merged_at OR NEW.reason <> OLD.reason
        """,
    ),
    Refusal("merges_kept", "merges", "DELETE", MERGES),
    Refusal("merge_rows_stay", "merge_rows", "UPDATE", MERGE_ROWS),
    Refusal("merge_rows_kept", "merge_rows", "DELETE", MERGE_ROWS),
    Refusal("supporter_changes_stay", "supporter_changes", "UPDATE", CHANGES),
    Refusal(
        "supporter_changes_kept",
        "supporter_changes",
        "DELETE",
        CHANGES,
        refused="""
            NOT EXISTS (
                SELECT 1 FROM supporters s
                WHERE s.id = OLD.supporter_id AND s.erased_at IS NOT NULL
            )
        """,
    ),
    Refusal("superseded_rows_stay", "superseded_rows", "UPDATE", SUPERSEDED),
    Refusal("superseded_rows_kept", "superseded_rows", "DELETE", SUPERSEDED),
    Refusal(
        "content_revisions_stay",
        "content_revisions",
        "UPDATE",
        "What was published, discarded or taken off is history.",
        when="OLD.state <> 'draft' OR NEW.item_id <> OLD.item_id",
    ),
    Refusal(
        "content_revisions_kept",
        "content_revisions",
        "DELETE",
        "Revisions of content are kept.",
        when="OLD.id IS NOT NULL",
    ),
    Refusal(
        "council_revisions_stay",
        "council_revisions",
        "UPDATE",
        "What was published or discarded is history.",
        when="OLD.state <> 'draft' OR NEW.year <> OLD.year",
    ),
    Refusal(
        "council_revisions_kept",
        "council_revisions",
        "DELETE",
        "Versions of a year are kept.",
        when="OLD.id IS NOT NULL",
    ),
    Refusal("veto_classifications_stay", "veto_classifications", "UPDATE", CLASSIFIED),
    Refusal("veto_classifications_kept", "veto_classifications", "DELETE", CLASSIFIED),
    Refusal("staff_events_stay", "staff_events", "UPDATE", ACCOUNTS),
    Refusal("staff_events_kept", "staff_events", "DELETE", ACCOUNTS),
    Refusal("personal_reads_stay", "personal_reads", "UPDATE", READS),
    Refusal("personal_reads_kept", "personal_reads", "DELETE", READS),
)

WHOLE = "This table is kept whole."
KEPT_WHOLE = (
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
"""What PostgreSQL does not TRUNCATE; SQLite has no such statement."""


def _not_replaced(name: str, table: str, event: str, same: str) -> Refusal:
    exists = f"EXISTS (SELECT 1 FROM {table} o WHERE {same})"
    return Refusal(name, table, event, WHOLE, when=exists)


NOT_REPLACED = (
    *(
        _not_replaced(f"{table}_not_replaced", table, "INSERT", "o.id = NEW.id")
        for table in ("decisions", "endorsements", "ledger_events")
    ),
    _not_replaced(
        "ledger_events_places_not_replaced",
        "ledger_events",
        "UPDATE OF position",
        "o.position = NEW.position AND o.id <> NEW.id",
    ),
)
"""SQLite's REPLACE deletes without asking the triggers for DELETE; PostgreSQL has none."""


def upgrade() -> None:
    forbid(SUBJECT, REFUSALS)
    if on_postgresql():
        _forbid_truncation()
    else:
        forbid(SUBJECT, NOT_REPLACED)


def downgrade() -> None:
    if on_postgresql():
        for table in KEPT_WHOLE:
            op.execute(f"DROP TRIGGER {table}_not_truncated ON {table}")
        op.execute("DROP FUNCTION refuse_truncation()")
    else:
        permit(SUBJECT, NOT_REPLACED)
    permit(SUBJECT, REFUSALS)


def _forbid_truncation() -> None:
    op.execute(
        "CREATE FUNCTION refuse_truncation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" RAISE EXCEPTION '{WHOLE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    for table in KEPT_WHOLE:
        op.execute(
            f"CREATE TRIGGER {table}_not_truncated BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncation()"
        )
