"""Arguments of shared things' addresses beside a day: a language, and how an embed looks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from tracker.core import query_args
from tracker.core.errors import BadInput
from tracker.core.i18n import LANGUAGES, OFFICIAL

THEMES = ("auto", "light", "dark")
"""The colours of an embed; `auto` follows the reader's own setting."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """The look of an embed."""

    theme: str = "auto"
    compact: bool = False
    picture: bool = False

    @property
    def query(self) -> dict[str, Any]:
        """The arguments that ask for it; none for how it looks unasked."""
        return {
            name: "1" if value is True else str(value)
            for name, value in asdict(self).items()
            if value not in (False, "auto")
        }

    @property
    def height(self) -> int:
        """The height in CSS pixels that holds it at a width of 360 and more."""
        return (300 if self.compact else 480) + (300 if self.picture else 0)


def look() -> Look:
    """Return how the address asks an embed to look. Raises BadInput."""
    theme = query_args.text("theme", "auto")
    if theme not in THEMES:
        raise BadInput("theme can be auto, light or dark.")
    return Look(theme=theme, compact=_switched("compact"), picture=_switched("picture"))


def _switched(name: str) -> bool:
    given = query_args.text(name, "0")
    if given not in ("0", "1"):
        raise BadInput("%(name)s can be 0 or 1.", name=name)
    return given == "1"


def language() -> str:
    """Return the official language that the address asks for; English where its catalogue is not
    complete. Raises BadInput."""
    given = query_args.text("lang", LANGUAGES[0])
    if given not in OFFICIAL:
        raise BadInput("lang can be ar, en, es, fr, ru or zh.")
    return given if given in LANGUAGES else LANGUAGES[0]
