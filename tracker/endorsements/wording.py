"""What supporters agree to, word for word. A changed text is a new version; never edit an old one.

Support for a cause is a political opinion (GDPR Art. 9), so each consent is explicit, asked apart
and never ticked beforehand.
"""

from __future__ import annotations

from typing import Any

from tracker.core.words import translatable as _t
from tracker.endorsements.models import ConsentPurpose
from tracker.supporters.models import SupporterKind

P = ConsentPurpose

VERSION = 1
WORDS: dict[ConsentPurpose, str] = {
    P.COUNTED: _t(
        "I want my support to be counted, and I agree that Rollcall keeps my name and, encrypted, "
        "my e-mail address for this, until I have them erased."
    ),
    P.NAMED: _t("Show my name in the public list of supporters. I can change this at any time."),
    P.AGE: _t("I am 16 years old or older."),
    P.AUTHORISED: _t("I am authorised to record this on behalf of the body named above."),
    P.CONTACT: _t(
        "I agree that Rollcall keeps my name, role and e-mail address to verify this entry. "
        "They are never published."
    ),
}
REQUIRED: dict[SupporterKind, tuple[ConsentPurpose, ...]] = {
    SupporterKind.INDIVIDUAL: (P.COUNTED, P.AGE),
    SupporterKind.PARLIAMENTARIAN: (P.COUNTED,),
    SupporterKind.ORGANISATION: (P.AUTHORISED, P.CONTACT),
    SupporterKind.GOVERNMENT: (P.AUTHORISED, P.CONTACT),
}
"""What each kind must agree to; being named is a choice of its own for persons."""

WORDINGS: list[dict[str, Any]] = [
    {"purpose": purpose, "version": VERSION, "language": "en", "words": words}
    for purpose, words in WORDS.items()
]
