"""rules that a CHECK cannot see, as triggers

What each refuses is said in RULES; SQLite and PostgreSQL get the same conditions. The lawful steps
are written out here, since a migration must not change when the code does; a test compares them
with `tracker.endorsements.lifecycle.TRANSITIONS`.
"""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GOVERNMENT = {
    "approved_once": "in_review needs_info rejected verified withdrawn",
    "in_review": "approved_once needs_info rejected withdrawn",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "superseded suspended withdrawn",
}
ORGANISATION = {
    "approved_once": "rejected withdrawn",
    "in_review": "needs_info rejected verified withdrawn",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "superseded suspended withdrawn",
}
PERSON = {
    "approved_once": "erased rejected withdrawn",
    "expired": "erased",
    "in_review": "erased needs_info rejected verified withdrawn",
    "invalidated": "erased",
    "needs_info": "erased expired in_review rejected withdrawn",
    "rejected": "erased in_review",
    "superseded": "erased",
    "suspended": "erased invalidated verified withdrawn",
    "unconfirmed": "erased expired in_review verified",
    "verified": "erased superseded suspended withdrawn",
    "withdrawn": "erased",
}


def _listed(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())


def _unlawful(kinds: str, steps: dict[str, str]) -> str:
    lawful = " OR ".join(
        f"(OLD.status = '{source}' AND NEW.status IN ({_listed(targets)}))"
        for source, targets in steps.items()
    )
    return f"(NEW.kind IN ({kinds}) AND NEW.status <> OLD.status AND NOT ({lawful}))"


def _differs(*columns: str) -> str:
    # IS DISTINCT FROM needs SQLite 3.39; this says the same everywhere.
    return " OR ".join(
        f"(NEW.{c} <> OLD.{c} OR (NEW.{c} IS NULL) <> (OLD.{c} IS NULL))" for c in columns
    )


SECONDED = (
    "EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id"
    " AND c.endorsement_id = NEW.id AND c.applied"
    " AND (c.seconder_id IS NOT NULL OR NEW.origin = 'published_record'))"
)
# (name, table, event, condition under which the change is refused, what is said)
RULES = [
    (
        "endorsements_lawful_step",
        "endorsements",
        "UPDATE",
        " OR ".join(
            (
                _unlawful("'government'", GOVERNMENT),
                _unlawful("'organisation'", ORGANISATION),
                _unlawful("'parliamentarian', 'individual'", PERSON),
            )
        ),
        "This status cannot follow the present one.",
    ),
    (
        "endorsements_identity",
        "endorsements",
        "UPDATE",
        _differs("kind", "initiative_id", "origin", "recorder_id", "submitted_at"),
        "What an endorsement is, and who recorded it, cannot change.",
    ),
    (
        "endorsements_kind_of_supporter",
        "endorsements",
        "INSERT",
        "EXISTS (SELECT 1 FROM supporters s WHERE s.id = NEW.supporter_id AND s.kind <> NEW.kind)",
        "The kind is not the supporter's.",
    ),
    (
        "endorsements_born_uncounted",
        "endorsements",
        "INSERT",
        "NEW.origin <> 'published_record' AND NEW.status NOT IN ('unconfirmed', 'in_review')",
        "An endorsement begins unconfirmed or in review.",
    ),
    (
        "endorsements_first_approver_stays",
        "endorsements",
        "UPDATE",
        (
            "OLD.kind = 'government' AND OLD.status = 'approved_once' AND NEW.status = 'verified'"
            f" AND ({_differs('first_approver_id')})"
        ),
        "The first approver cannot be exchanged.",
    ),
    (
        "endorsements_government_change_seconded",
        "endorsements",
        "UPDATE",
        (
            "OLD.kind = 'government' AND OLD.status IN ('verified', 'suspended')"
            " AND NEW.status <> 'superseded'"
            f" AND ({_differs('status', 'grade', 'effective_on', 'effective_precision')})"
            f" AND NOT (({_differs('change_id')}) AND {SECONDED})"
        ),
        "A change of a government's entry takes two reviewers.",
    ),
    (
        "decisions_stay",
        "decisions",
        "UPDATE",
        "TRUE",
        "The decision log is append-only.",
    ),
    ("decisions_kept", "decisions", "DELETE", "TRUE", "The decision log is append-only."),
    (
        "ledger_events_stay",
        "ledger_events",
        "UPDATE",
        "OLD.position IS NOT NULL",
        "The ledger is append-only.",
    ),
    (
        "ledger_events_only_sequenced",
        "ledger_events",
        "UPDATE",
        _differs(
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
        "The ledger is append-only.",
    ),
    ("ledger_events_kept", "ledger_events", "DELETE", "TRUE", "The ledger is append-only."),
]


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, event, refused, message in RULES:
        said = message.replace("'", "''")
        if postgresql:
            op.execute(
                f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; "
                "END $$"
            )
            # A trigger's WHEN cannot hold a subquery, so those rules ask inside the function.
            if "SELECT" in refused:
                op.execute(
                    f"CREATE OR REPLACE FUNCTION refuse_{name}() RETURNS trigger"
                    f" LANGUAGE plpgsql AS $$ BEGIN IF {refused} THEN"
                    f" RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation';"
                    " END IF; RETURN NEW; END $$"
                )
                when = ""
            else:
                when = f"WHEN ({refused})"
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when}"
                f" EXECUTE FUNCTION refuse_{name}()"
            )
        else:
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {refused}"
                f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )


def downgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, _event, _refused, _message in reversed(RULES):
        if postgresql:
            op.execute(f"DROP TRIGGER {name} ON {table}")
            op.execute(f"DROP FUNCTION refuse_{name}()")
        else:
            op.execute(f"DROP TRIGGER {name}")
