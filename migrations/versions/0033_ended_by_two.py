"""what ends, erases or dates verified support anew takes two people, whatever the kind

A supporter's own step, or a request from their own page, takes nobody else. The log tells whether
there is one, not the column that repeats it: the log is append-only.

Also: when an entry was verified, since when it counts and when it ended change only with its status;
its salt only goes, and only with the person; a text on which a verified government rests changes only
as two people agreed.
"""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def _differs(*columns: str) -> str:
    # IS DISTINCT FROM needs SQLite 3.39; this says the same everywhere.
    return " OR ".join(
        f"(NEW.{c} <> OLD.{c} OR (NEW.{c} IS NULL) <> (OLD.{c} IS NULL))" for c in columns
    )


def _agreed(action: str) -> str:
    """That a change of this kind was seconded, and not carried out before."""
    return (
        f"(({_differs('change_id')}) AND EXISTS (SELECT 1 FROM proposed_changes c"
        " WHERE c.id = NEW.change_id AND c.endorsement_id = NEW.id"
        f" AND c.action = {action} AND c.applied"
        " AND (c.seconder_id IS NOT NULL OR (c.cites <> '' AND NEW.origin = 'published_record'))))"
    )


BY_THE_SUPPORTER = (
    "EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.id"
    " AND d.actor_kind = 'supporter' AND d.from_status = OLD.status"
    " AND d.to_status = NEW.status AND d.decided_at = NEW.status_since)"
)
ASKED = (
    "(NEW.status = 'withdrawn' AND EXISTS (SELECT 1 FROM decisions r"
    " WHERE r.endorsement_id = NEW.id AND r.actor_kind = 'supporter'"
    " AND r.action = 'request_withdrawal'"
    " AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.endorsement_id = r.endorsement_id"
    " AND n.id > r.id AND n.action = 'decline_withdrawal')))"
)
ENDED = "CASE NEW.status WHEN 'erased' THEN 'erase' ELSE 'withdraw' END"
ONCE_VERIFIED = (
    "('verified', 'suspended', 'withdrawn', 'superseded', 'lapsed', 'invalidated', 'erased')"
)
MOVED = (
    "NEW.status = OLD.status"
    f" AND ((OLD.status IN ('verified', 'suspended') AND ({_differs('verified_at', 'status_since')}))"
    f" OR (OLD.status IN {ONCE_VERIFIED} AND ({_differs('ended_on')}))"
    f" OR (OLD.status IN {ONCE_VERIFIED} AND ({_differs('commitment_salt')})"
    " AND NOT (NEW.commitment_salt IS NULL"
    " AND (NEW.status = 'erased' OR NEW.forgotten_at IS NOT NULL))))"
)
RESTS_ON_IT = (
    "EXISTS (SELECT 1 FROM evidence v JOIN endorsements e ON e.id = v.endorsement_id"
    " WHERE v.instrument_id = NEW.id AND e.kind = 'government' AND e.verified_at IS NOT NULL"
    " AND e.status <> 'invalidated')"
)
EDIT_AGREED = (
    "EXISTS (SELECT 1 FROM proposed_edits p WHERE p.instrument_id = NEW.id AND p.applied"
    " AND p.seconder_id IS NOT NULL AND p.revision = OLD.revision)"
    " AND NEW.revision > OLD.revision"
)
SAYS = ("type", "source", "dated", "symbol", "link", "secondary_copy", "file_sha256")
"""What a text says, and where."""
VERIFIED_IT = (
    "EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id"
    " AND d.action = 'verify' AND d.staff_id = NEW.staff_id"
    " AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.endorsement_id = d.endorsement_id"
    " AND n.action = 'verify' AND n.id > d.id))"
)
VERIFIED_BY_NOBODY = (
    "NOT EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = NEW.endorsement_id"
    " AND d.action = 'verify')"
)
# Every step but the confirmation of an individual, which PostgreSQL is to pass by quickly (0029).
SHORT = "OLD.status <> 'unconfirmed' OR NEW.kind <> 'individual'"
# (name, table, event, rows that it is about, the lawful way, what is said to others)
RULES = [
    (
        "endorsements_ended_by_two",
        "endorsements",
        "UPDATE OF status",
        (
            "NEW.status IN ('erased', 'withdrawn') AND NEW.status <> OLD.status"
            " AND OLD.verified_at IS NOT NULL AND NEW.kind <> 'government'"
        ),
        f"{BY_THE_SUPPORTER} OR {_agreed(ENDED)} OR {ASKED}",
        "Ending or erasing verified support takes two reviewers, or its supporter.",
    ),
    (
        "endorsements_dated_by_two",
        "endorsements",
        "UPDATE OF effective_on, effective_precision",
        (
            "OLD.status IN ('verified', 'suspended') AND NEW.status = OLD.status"
            f" AND NEW.kind <> 'government' AND ({_differs('effective_on', 'effective_precision')})"
        ),
        _agreed("'redate'"),
        "Another date of verified support takes two reviewers.",
    ),
    (
        "decisions_reopened_by_verifier",
        "decisions",
        "INSERT",
        "NEW.action = 'reopen' AND NEW.from_status = 'verified'",
        f"{VERIFIED_IT} OR {VERIFIED_BY_NOBODY}",
        "Who verified an entry can take that back, and nobody else alone.",
    ),
    (
        "endorsements_facts_stay",
        "endorsements",
        "UPDATE OF verified_at, status_since, ended_on, commitment_salt",
        SHORT,
        f"NOT ({MOVED})",
        "Since when an entry counts, and until when, changes only with its status.",
    ),
    (
        "instruments_of_governments_by_two",
        "instruments",
        f"UPDATE OF {', '.join(SAYS)}",
        _differs(*SAYS),
        f"NOT {RESTS_ON_IT} OR ({EDIT_AGREED})",
        "A text on which a verified government rests changes with two people.",
    ),
]


def _postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"


def upgrade() -> None:
    for name, table, event, when, unless, said in RULES:
        trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN"
        if not _postgresql():
            op.execute(
                f"{trigger} ({when}) AND NOT ({unless}) BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
            continue
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF NOT ({unless}) THEN RAISE EXCEPTION '{said}'"
            " USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
        )
        op.execute(f"{trigger} ({when}) EXECUTE FUNCTION refuse_{name}()")


def downgrade() -> None:
    for name, table, *_rest in reversed(RULES):
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if _postgresql() else ""))
        if _postgresql():
            op.execute(f"DROP FUNCTION refuse_{name}()")
