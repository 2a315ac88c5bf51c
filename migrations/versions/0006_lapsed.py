"""an organisation that is no more; a step back from superseded and lapsed"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

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
    "invalidated": "erased",
    "needs_info": "erased expired in_review rejected withdrawn",
    "rejected": "erased in_review",
    "superseded": "erased verified",
    "suspended": "erased invalidated verified withdrawn",
    "unconfirmed": "erased expired in_review verified",
    "verified": "erased in_review superseded suspended withdrawn",
    "withdrawn": "erased",
}
LATER = ("superseded verified", "lapsed verified", "verified lapsed")
"""The steps that this revision adds."""
BEFORE = (
    "action IN ('correct', 'invalidate', 'redate', 'regrade', 'reinstate', 'supersede', 'suspend',"
    " 'withdraw')"
)
AFTER = (
    "action IN ('correct', 'invalidate', 'lapse', 'redate', 'regrade', 'reinstate', 'restore',"
    " 'supersede', 'suspend', 'withdraw')"
)


def _unlawful(kinds: str, steps: dict[str, str], *, without: tuple[str, ...]) -> str:
    lawful = " OR ".join(
        f"(OLD.status = '{source}' AND NEW.status = '{target}')"
        for source, targets in steps.items()
        for target in targets.split()
        if f"{source} {target}" not in without
    )
    return f"(NEW.kind IN ({kinds}) AND NEW.status <> OLD.status AND NOT ({lawful}))"


def _refuse_unlawful_steps(*, without: tuple[str, ...] = ()) -> None:
    """Put the trigger of 0002 anew, with or without the steps that this revision adds."""
    refused = " OR ".join(
        (
            _unlawful("'government'", GOVERNMENT, without=without),
            _unlawful("'organisation'", ORGANISATION, without=without),
            _unlawful("'parliamentarian', 'individual'", PERSON, without=without),
        )
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {NAME} ON endorsements")
        op.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON endorsements FOR EACH ROW WHEN ({refused})"
            f" EXECUTE FUNCTION refuse_{NAME}()"
        )
    else:
        op.execute(f"DROP TRIGGER {NAME}")
        op.execute(
            f"CREATE TRIGGER {NAME} BEFORE UPDATE ON endorsements FOR EACH ROW WHEN {refused}"
            f" BEGIN SELECT RAISE(ABORT, '{SAID}'); END"
        )


def _index_changes(which: str) -> None:
    op.drop_index("ix_decisions_changes", table_name="decisions")
    op.create_index(
        "ix_decisions_changes",
        "decisions",
        ["id"],
        postgresql_where=sa.text(which),
        sqlite_where=sa.text(which),
    )


def upgrade() -> None:
    _refuse_unlawful_steps()
    _index_changes(AFTER)


def downgrade() -> None:
    _index_changes(BEFORE)
    _refuse_unlawful_steps(without=LATER)
