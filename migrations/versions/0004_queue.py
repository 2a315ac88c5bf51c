"""the reviewers' queue: claims, saved filters, hand-over, decisions in bulk, taking one back; and a
status for what is being imported"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WHEN = sa.DateTime(timezone=True)
NAME = "endorsements_lawful_step"
SAID = "This status cannot follow the present one."
GOVERNMENT = {
    "approved_once": "in_review needs_info rejected verified withdrawn",
    "in_review": "approved_once needs_info rejected withdrawn",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "staged": "in_review",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "superseded suspended withdrawn",
}
ORGANISATION = {
    "approved_once": "rejected withdrawn",
    "in_review": "needs_info rejected verified withdrawn",
    "needs_info": "expired in_review rejected withdrawn",
    "rejected": "in_review",
    "staged": "in_review",
    "suspended": "invalidated verified withdrawn",
    "unconfirmed": "expired in_review",
    "verified": "in_review superseded suspended withdrawn",
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
    "verified": "erased in_review superseded suspended withdrawn",
    "withdrawn": "erased",
}
LATER = ("verified in_review", "staged in_review")
"""The steps that this revision adds."""
BORN = "endorsements_born_uncounted"
BORN_SAID = "An endorsement begins unconfirmed or in review."


def _unlawful(kinds: str, steps: dict[str, str], *, without: tuple[str, ...]) -> str:
    pairs = [
        (source, target)
        for source, targets in steps.items()
        for target in targets.split()
        if f"{source} {target}" not in without
    ]
    lawful = " OR ".join(
        f"(OLD.status = '{source}' AND NEW.status = '{target}')" for source, target in pairs
    )
    return f"(NEW.kind IN ({kinds}) AND NEW.status <> OLD.status AND NOT ({lawful}))"


def _refuse_unlawful_steps(*, without: tuple[str, ...] = ()) -> None:
    """Put the trigger of 0002 anew, with or without the step that this revision adds."""
    refused = " OR ".join(
        (
            _unlawful("'government'", GOVERNMENT, without=without),
            _unlawful("'organisation'", ORGANISATION, without=without),
            _unlawful("'parliamentarian', 'individual'", PERSON, without=without),
        )
    )
    _anew(NAME, "UPDATE", refused, SAID)


def _refuse_born(*statuses: str) -> None:
    listed = ", ".join(f"'{one}'" for one in statuses)
    refused = f"NEW.origin <> 'published_record' AND NEW.status NOT IN ({listed})"
    _anew(BORN, "INSERT", refused, BORN_SAID)


def _anew(name: str, event: str, refused: str, said: str) -> None:
    """Put one of the triggers of 0002 anew, under another condition."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {name} ON endorsements")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON endorsements FOR EACH ROW WHEN ({refused})"
            f" EXECUTE FUNCTION refuse_{name}()"
        )
    else:
        op.execute(f"DROP TRIGGER {name}")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON endorsements FOR EACH ROW WHEN {refused}"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _staff(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["staff.id"], name=op.f(f"fk_{table}_{column}_staff"))


def _entry(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["endorsement_id"],
        ["endorsements.id"],
        name=op.f(f"fk_{table}_endorsement_id_endorsements"),
    )


def upgrade() -> None:
    _refuse_unlawful_steps()
    _refuse_born("unconfirmed", "in_review", "staged")
    op.create_table(
        "claims",
        sa.Column("endorsement_id", BIG, autoincrement=False, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("claimed_at", WHEN, nullable=False),
        _entry("claims"),
        _staff("staff_id", "claims"),
        sa.PrimaryKeyConstraint("endorsement_id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_staff_id"), "claims", ["staff_id"])
    op.create_table(
        "handovers",
        sa.Column("endorsement_id", BIG, autoincrement=False, nullable=False),
        sa.Column("to_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=False),
        sa.Column("handed_at", WHEN, nullable=False),
        sa.CheckConstraint("to_id <> by_id", name=op.f("ck_handovers_to_somebody_else")),
        _entry("handovers"),
        _staff("to_id", "handovers"),
        _staff("by_id", "handovers"),
        sa.PrimaryKeyConstraint("endorsement_id", name=op.f("pk_handovers")),
    )
    op.create_index(op.f("ix_handovers_to_id"), "handovers", ["to_id"])
    op.create_table(
        "saved_filters",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=True),
        sa.Column("initiative", sa.String(length=60), nullable=True),
        sa.Column("status", sa.String(length=24), nullable=True),
        _staff("staff_id", "saved_filters"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filters")),
        sa.UniqueConstraint("staff_id", "name", name=op.f("uq_saved_filters_staff_id_name")),
    )
    op.create_table(
        "staff_digests",
        sa.Column("staff_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        _staff("staff_id", "staff_digests"),
        sa.PrimaryKeyConstraint("staff_id", "day", name=op.f("pk_staff_digests")),
    )
    op.create_table(
        "bulks",
        sa.Column("id", BIG, nullable=False),
        sa.Column("staff_id", sa.Integer(), nullable=False),
        sa.Column("created_at", WHEN, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("action", sa.String(length=24), nullable=True),
        sa.Column("reason", sa.String(length=24), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("started_at", WHEN, nullable=True),
        sa.Column("ended_at", WHEN, nullable=True),
        sa.Column("undone_by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "state = 'preview' OR (action IS NOT NULL AND started_at IS NOT NULL)",
            name=op.f("ck_bulks_started_with_an_action"),
        ),
        _staff("staff_id", "bulks"),
        _staff("undone_by_id", "bulks"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulks")),
    )
    op.create_index(
        "ix_bulks_at_work",
        "bulks",
        ["id"],
        postgresql_where=sa.text("state IN ('running', 'undoing')"),
        sqlite_where=sa.text("state IN ('running', 'undoing')"),
    )
    op.create_table(
        "bulk_rows",
        sa.Column("bulk_id", BIG, autoincrement=False, nullable=False),
        sa.Column("endorsement_id", BIG, autoincrement=False, nullable=False),
        sa.Column("seen", BIG, nullable=False),
        sa.Column("decision_id", BIG, nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("undo_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["bulk_id"], ["bulks.id"], name=op.f("fk_bulk_rows_bulk_id_bulks")),
        _entry("bulk_rows"),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decisions.id"], name=op.f("fk_bulk_rows_decision_id_decisions")
        ),
        sa.ForeignKeyConstraint(
            ["undo_id"], ["decisions.id"], name=op.f("fk_bulk_rows_undo_id_decisions")
        ),
        sa.PrimaryKeyConstraint("bulk_id", "endorsement_id", name=op.f("pk_bulk_rows")),
    )
    op.create_index(
        "ix_endorsements_reviewed",
        "endorsements",
        ["kind", "verified_at"],
        postgresql_where=sa.text("first_approver_id IS NOT NULL"),
        sqlite_where=sa.text("first_approver_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_endorsements_reviewed", table_name="endorsements")
    for table in ("bulk_rows", "bulks", "staff_digests", "saved_filters", "handovers", "claims"):
        op.drop_table(table)
    _refuse_born("unconfirmed", "in_review")
    _refuse_unlawful_steps(without=LATER)
