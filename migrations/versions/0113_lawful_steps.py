"""the lawful steps of an endorsement's status

A migration must not change when the code does, so they are written out here; a test compares them
with `tracker.endorsements.lifecycle.TRANSITIONS`.
"""

from migrations.triggers import Refusal, forbid, permit

revision = "0113"
down_revision = "0112"
branch_labels = None
depends_on = None

SUBJECT = "lawful_steps"

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
    "unconfirmed": "erased expired in_review verified",
    "approved_once": "erased rejected withdrawn",
    "expired": "erased",
    "in_review": "erased needs_info rejected verified withdrawn",
    "invalidated": "erased in_review",
    "needs_info": "erased expired in_review rejected withdrawn",
    "rejected": "erased in_review",
    "superseded": "erased verified",
    "suspended": "erased invalidated verified withdrawn",
    "verified": "erased in_review superseded suspended withdrawn",
    "withdrawn": "erased",
}
PUBLISHED = (
    "(OLD.status = 'staged' AND NEW.status = 'verified' AND NEW.origin = 'published_record')"
)
"""The one step that an entry of the published record takes, whatever its kind."""


def _quoted(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())


def _lawful(kinds: str, steps: dict[str, str]) -> str:
    lawful = " OR ".join(
        f"(OLD.status = '{source}' AND NEW.status IN ({_quoted(targets)}))"
        for source, targets in steps.items()
    )
    return f"(NEW.kind IN ({_quoted(kinds)}) AND ({lawful}))"


STEPS = Refusal(
    "endorsements_lawful_step",
    "endorsements",
    "UPDATE OF status",
    "This status cannot follow the present one.",
    when="NEW.status <> OLD.status",
    unless=" OR ".join(
        (
            _lawful("parliamentarian individual", PERSON),
            _lawful("organisation", ORGANISATION),
            _lawful("government", GOVERNMENT),
            PUBLISHED,
        )
    ),
)


def upgrade() -> None:
    forbid(SUBJECT, [STEPS])


def downgrade() -> None:
    permit(SUBJECT, [STEPS])
