"""The reasons that staff may give for each decision."""

from __future__ import annotations

from tracker.core.errors import RuleBroken
from tracker.endorsements.lifecycle import Action, ReasonCode

R = ReasonCode
_SEEN = (
    R.ORIGINAL_SEEN,
    R.ON_DEPOSITARY_LIST,
    R.CALLED_BACK,
    R.OFFICIAL_MAIL_DOMAIN,
    R.OTHER,
)
_DOUBT = (R.NOT_SUBSTANTIATED, R.DUPLICATE, R.NOT_AUTHORISED, R.OTHER)

REASONS: dict[Action, tuple[ReasonCode, ...]] = {
    Action.APPROVE: _SEEN,
    Action.VERIFY: _SEEN,
    Action.REINSTATE: _SEEN,
    Action.ANSWER: (R.ORIGINAL_SEEN, R.CALLED_BACK, R.OTHER),
    Action.REJECT: _DOUBT,
    Action.SUSPEND: _DOUBT,
    Action.INVALIDATE: _DOUBT,
    Action.WITHDRAW: (R.WITHDRAWN_BY_INSTRUMENT, R.CALLED_BACK, R.OFFICIAL_MAIL_DOMAIN, R.OTHER),
    Action.DECLINE_WITHDRAWAL: (R.NOT_AUTHORISED, R.CALLED_BACK, R.OTHER),
    Action.REGRADE: (R.ORIGINAL_SEEN, R.ON_DEPOSITARY_LIST, R.OTHER),
    Action.REDATE: (R.ORIGINAL_SEEN, R.ON_DEPOSITARY_LIST, R.OTHER),
    Action.ERASE: (R.OTHER,),
}
"""The reasons that each decision of staff may have; a question (`ASK`) has its words instead."""


def check(action: Action, reason: ReasonCode | None, words: str) -> None:
    """Refuse a decision without a fitting reason. Raises RuleBroken."""
    if action is Action.ASK:
        if not words:
            raise RuleBroken("Write the question that the supporter is to answer.")
        return
    if reason not in REASONS[action]:
        raise RuleBroken("Choose the reason for this decision.")
    if reason is ReasonCode.OTHER and not words:
        raise RuleBroken("Say in words why, when the reason is “other”.")
