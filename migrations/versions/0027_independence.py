"""nobody decides for somebody else: what the database itself refuses

An appeal is decided by somebody who took no part before it; a new reviewer approves no government
before the day on which that counts; who applies a list is a recorder of its rows; invalidating
takes two people whatever the kind; evidence of a government that counts changes only with a
seconded change. A government's second instrument joins the entry that is there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

STEP = "endorsements_lawful_step"
STEP_SAID = "This status cannot follow the present one."
GOVERNMENT = {
    "approved_once": "in_review needs_info rejected superseded verified withdrawn",
    "in_review": "approved_once needs_info rejected withdrawn",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "staged": "in_review",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "suspended withdrawn",
}
ORGANISATION = {
    "approved_once": "rejected withdrawn",
    "in_review": "needs_info rejected verified withdrawn",
    "invalidated": "in_review",
    "lapsed": "verified",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "staged": "in_review",
    "superseded": "verified",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "in_review lapsed superseded suspended withdrawn",
}
PERSON = {
    "approved_once": "erased rejected withdrawn",
    "expired": "erased",
    "in_review": "erased needs_info rejected verified withdrawn",
    "invalidated": "erased in_review",
    "needs_info": "erased expired in_review rejected withdrawn",
    "rejected": "erased in_review",
    "superseded": "erased verified",
    "suspended": "erased invalidated verified withdrawn",
    "unconfirmed": "erased expired in_review verified",
    "verified": "erased in_review superseded suspended withdrawn",
    "withdrawn": "erased",
}
LATER = ("approved_once superseded", "invalidated in_review")
"""The steps that this revision adds."""
EARLIER = {"verified": "superseded"}
"""The step of a government that it ends."""


def _unlawful(kinds: str, steps: dict[str, str], *, without: tuple[str, ...]) -> str:
    lawful = " OR ".join(
        f"(OLD.status = '{source}' AND NEW.status = '{target}')"
        for source, targets in steps.items()
        for target in targets.split()
        if f"{source} {target}" not in without
    )
    return f"(NEW.kind IN ({kinds}) AND NEW.status <> OLD.status AND NOT ({lawful}))"


def _refuse_unlawful_steps(*, before: bool = False) -> None:
    """Put the trigger anew, as of this revision or as it was before."""
    without = LATER if before else ()
    government = dict(GOVERNMENT)
    if before:
        government |= {one: f"{government[one]} {EARLIER[one]}" for one in EARLIER}
    refused = " OR ".join(
        (
            _unlawful("'government'", government, without=without),
            _unlawful("'organisation'", ORGANISATION, without=without),
            _unlawful("'parliamentarian', 'individual'", PERSON, without=without),
        )
    )
    trigger = f"CREATE TRIGGER {STEP} BEFORE UPDATE ON endorsements FOR EACH ROW"
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {STEP} ON endorsements")
        op.execute(f"{trigger} WHEN ({refused}) EXECUTE FUNCTION refuse_{STEP}()")
    else:
        op.execute(f"DROP TRIGGER {STEP}")
        op.execute(f"{trigger} WHEN {refused} BEGIN SELECT RAISE(ABORT, '{STEP_SAID}'); END")


def _differs(column: str) -> str:
    return f"(NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL))"


DECIDES = (
    "NEW.staff_id IS NOT NULL"
    " AND NEW.action IN ('approve', 'verify', 'ask', 'reject', 'reopen', 'erase')"
)
OF_AN_APPEAL = (
    "EXISTS (SELECT 1 FROM decisions a WHERE a.endorsement_id = NEW.endorsement_id"
    " AND a.action = 'appeal'"
    " AND EXISTS (SELECT 1 FROM endorsements e WHERE e.id = NEW.endorsement_id"
    " AND e.appealed_at IS NOT NULL)"
    " AND (EXISTS (SELECT 1 FROM decisions d WHERE d.endorsement_id = a.endorsement_id"
    " AND d.id < a.id AND d.staff_id = NEW.staff_id)"
    " OR EXISTS (SELECT 1 FROM proposed_changes c WHERE c.endorsement_id = a.endorsement_id"
    " AND c.proposed_at <= a.decided_at"
    " AND (c.proposer_id = NEW.staff_id OR c.seconder_id = NEW.staff_id))))"
)
APPROVES = (
    "NEW.staff_id IS NOT NULL AND NEW.kind = 'government' AND NEW.action IN ('approve', 'verify')"
)
TOO_NEW = (
    "EXISTS (SELECT 1 FROM staff s WHERE s.id = NEW.staff_id"
    " AND s.governments_from > NEW.decided_at)"
)
CHANGED_TOO_NEW = (
    "EXISTS (SELECT 1 FROM staff s JOIN endorsements e ON e.id = NEW.endorsement_id"
    " WHERE s.id IN (NEW.proposer_id, NEW.seconder_id) AND e.kind = 'government'"
    " AND s.governments_from > NEW.settled_at)"
)
INVALIDATES = "OLD.status = 'suspended' AND NEW.status = 'invalidated'"
ALONE = (
    "NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = NEW.change_id"
    " AND c.endorsement_id = NEW.id AND c.action = 'invalidate' AND c.applied"
    " AND c.seconder_id IS NOT NULL)"
)
BY_ITS_RECORDER = (
    f"{_differs('second_recorder_id')} OR (NEW.second_recorder_id IS NOT NULL"
    " AND (NEW.first_approver_id = NEW.second_recorder_id"
    " OR NEW.second_approver_id = NEW.second_recorder_id))"
)


def _unseconded(event: str) -> str:
    """That evidence belongs to a government that counts, and no seconded change is about it. The
    first evidence comes with its entry."""
    row = "OLD" if event == "DELETE" else "NEW"
    further = (
        " AND EXISTS (SELECT 1 FROM evidence o WHERE o.endorsement_id = e.id)"
        if event == "INSERT"
        else ""
    )
    return (
        f"EXISTS (SELECT 1 FROM endorsements e WHERE e.id = {row}.endorsement_id"
        " AND e.kind = 'government' AND e.status IN ('verified', 'suspended')"
        f"{further}"
        " AND NOT EXISTS (SELECT 1 FROM proposed_changes c WHERE c.id = e.change_id"
        f" AND c.endorsement_id = e.id AND c.applied AND c.instrument_id = {row}.instrument_id"
        " AND (c.seconder_id IS NOT NULL OR e.origin = 'published_record')))"
    )


EVIDENCE_SAID = "The evidence of a government that counts changes with two people."
# (name, table, event, which rows are concerned, what of them is refused, what is said)
RULES = [
    (
        "decisions_appeal_by_another",
        "decisions",
        "INSERT",
        DECIDES,
        OF_AN_APPEAL,
        "An appeal is decided by somebody who took no part before it.",
    ),
    (
        "decisions_by_new_reviewer",
        "decisions",
        "INSERT",
        APPROVES,
        TOO_NEW,
        "A new reviewer does not approve governments yet.",
    ),
    (
        "endorsements_invalidated_by_two",
        "endorsements",
        "UPDATE",
        INVALIDATES,
        ALONE,
        "Invalidating takes two reviewers.",
    ),
    (
        "endorsements_second_recorder",
        "endorsements",
        "UPDATE",
        "NEW.second_recorder_id IS NOT NULL OR OLD.second_recorder_id IS NOT NULL",
        BY_ITS_RECORDER,
        "Who applied a list does not approve its rows.",
    ),
    (
        "proposed_changes_list_by_another",
        "proposed_changes",
        "UPDATE",
        "NEW.brought_by_id IS NOT NULL OR OLD.brought_by_id IS NOT NULL",
        f"{_differs('brought_by_id')} OR NEW.seconder_id = NEW.brought_by_id",
        "Who brought a list in does not second what it says.",
    ),
    *(
        (
            f"proposed_changes_{event.lower()}_by_new_reviewer",
            "proposed_changes",
            event,
            "NEW.applied AND NEW.seconder_id IS NOT NULL",
            CHANGED_TOO_NEW,
            "A new reviewer does not change a government’s entry yet.",
        )
        for event in ("INSERT", "UPDATE")
    ),
    *(
        (
            f"evidence_{event.lower()}_by_two",
            "evidence",
            event,
            "TRUE",
            _unseconded(event),
            EVIDENCE_SAID,
        )
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
]


def _forbid() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, event, concerned, refused, said in RULES:
        trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
        if not postgresql:
            op.execute(
                f"{trigger} WHEN ({concerned}) AND ({refused})"
                f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
            )
            continue
        # A trigger's WHEN cannot hold a subquery, so the function asks; WHEN spares most calls.
        back = "OLD" if event == "DELETE" else "NEW"
        op.execute(
            f"CREATE FUNCTION refuse_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" IF {refused} THEN RAISE EXCEPTION '{said}'"
            f" USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {back}; END $$"
        )
        op.execute(f"{trigger} WHEN ({concerned}) EXECUTE FUNCTION refuse_{name}()")


def _permit() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    for name, table, *_rest in reversed(RULES):
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if postgresql else ""))
        if postgresql:
            op.execute(f"DROP FUNCTION refuse_{name}()")


PEOPLE = (
    ("endorsements", "second_recorder_id"),
    ("proposed_changes", "brought_by_id"),
    ("import_runs", "applied_by_id"),
    ("bulks", "seconded_by_id"),
)
"""Columns that name a member of staff. SQLite adds a key with its column or not at all."""
TIMES = ("governments_from", "confirms_from")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _make_edits() -> None:
    op.create_table(
        "proposed_edits",
        sa.Column("id", BIG, nullable=False),
        sa.Column("instrument_id", BIG, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wanted", sa.JSON(), nullable=False),
        sa.Column("is_file", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("seconder_id", sa.Integer(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("applied", sa.Boolean(), nullable=True),
        sa.CheckConstraint(
            "seconder_id IS NULL OR seconder_id <> proposer_id",
            name=op.f("ck_proposed_edits_two_people"),
        ),
        sa.CheckConstraint(
            "(settled_at IS NULL) = (applied IS NULL)", name=op.f("ck_proposed_edits_settled_how")
        ),
        sa.CheckConstraint(
            "applied IS NULL OR NOT applied OR seconder_id IS NOT NULL",
            name=op.f("ck_proposed_edits_applied_if_seconded"),
        ),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instruments.id"], name=op.f("fk_proposed_edits_instrument_id")
        ),
        sa.ForeignKeyConstraint(
            ["proposer_id"], ["staff.id"], name=op.f("fk_proposed_edits_proposer_id")
        ),
        sa.ForeignKeyConstraint(
            ["seconder_id"], ["staff.id"], name=op.f("fk_proposed_edits_seconder_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposed_edits")),
    )
    op.create_index(op.f("ix_proposed_edits_instrument_id"), "proposed_edits", ["instrument_id"])


def upgrade() -> None:
    for table, column in PEOPLE:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER"
            f" CONSTRAINT fk_{table}_{column} REFERENCES staff (id)"
        )
    for column in TIMES:
        op.add_column("staff", sa.Column(column, sa.DateTime(timezone=True), nullable=True))
    op.add_column("proposed_changes", sa.Column("details", sa.JSON(), nullable=True))
    _make_edits()
    _refuse_unlawful_steps()
    _forbid()


def downgrade() -> None:
    _permit()
    _refuse_unlawful_steps(before=True)
    op.drop_table("proposed_edits")
    op.drop_column("proposed_changes", "details")
    for column in reversed(TIMES):
        op.drop_column("staff", column)
    for table, column in reversed(PEOPLE):
        op.drop_column(table, column)
