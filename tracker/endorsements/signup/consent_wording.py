"""The words of each consent. A changed text is a new version; never edit an old one.

Support for a cause is a political opinion (GDPR Art. 9), so each consent is explicit, asked apart
and never ticked beforehand.
"""

from __future__ import annotations

from tracker.core.words import translatable as _t
from tracker.endorsements.models import ConsentPurpose
from tracker.supporters.models import SupporterKind

P = ConsentPurpose

VERSION = 2
WORDS: dict[ConsentPurpose, str] = {
    P.COUNTED: _t(
        "I want my support to be counted, and I agree that Rollcall keeps my name and, encrypted, "
        "my e-mail address for this, for the periods on the privacy page or until I have them "
        "erased."
    ),
    P.NAMED: _t("Show my name in the public list of supporters. I can change this at any time."),
    P.AGE: _t("I am 16 years old or older."),
    P.AUTHORISED: _t("I am authorised to record this on behalf of the body named above."),
    P.CONTACT: _t(
        "I agree that Rollcall keeps my name, role and e-mail address to verify this entry. "
        "They are never published."
    ),
    P.IN_RECORD: _t(
        "Keep my name in the record after my other personal details have been erased. "
        "I can have it removed at any time."
    ),
}
_FIRST: dict[ConsentPurpose, str] = dict(WORDS)
del _FIRST[P.IN_RECORD]
_FIRST[P.COUNTED] = _t(
    "I want my support to be counted, and I agree that Rollcall keeps my name and, encrypted, "
    "my e-mail address for this, until I have them erased."
)
FORMER: dict[int, dict[ConsentPurpose, str]] = {1: _FIRST}
"""Former wordings, by version."""
REQUIRED: dict[SupporterKind, tuple[ConsentPurpose, ...]] = {
    SupporterKind.INDIVIDUAL: (P.COUNTED, P.AGE),
    SupporterKind.PARLIAMENTARIAN: (P.COUNTED,),
    SupporterKind.ORGANISATION: (P.AUTHORISED, P.CONTACT),
    SupporterKind.GOVERNMENT: (P.AUTHORISED, P.CONTACT),
}
"""The purposes to which each kind must agree; being named is a choice of its own for persons."""

WORDINGS: list[tuple[ConsentPurpose, int, str]] = [
    (purpose, version, words)
    for version, wordings in (FORMER | {VERSION: WORDS}).items()
    for purpose, words in wordings.items()
]
