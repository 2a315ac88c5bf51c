"""Letters in drawn pictures: each script in a font that has it, and its direction of writing.

A page leaves that to the browser. What paints our files here takes one font for a whole text, any
that has all its letters, and goes by the first letter to tell the direction.
"""

from __future__ import annotations

import unicodedata

from markupsafe import Markup, escape

from tracker.core import sandbox
from tracker.core.i18n import text_direction

SHARE = sandbox.Share(cpu_seconds=20, seconds=60)
FONTS = {
    "ARABIC": ("Noto Naskh Arabic", "Noto Naskh Arabic"),
    "CJK": ("Noto Sans CJK SC", "Noto Serif CJK SC"),
}
"""For a script, its sans and its serif (Debian: fonts-noto-core, fonts-noto-cjk). Naskh is both:
beside Noto Sans Arabic, resvg paints Latin letters of an embedded text as boxes."""
PREFERRED = "Noto Sans, DejaVu Sans, Liberation Sans, sans-serif"
"""The fonts of a text if they can draw it; others are looked for only beside one of these."""
RIGHT_TO_LEFT, END = "\u202b", "\u202c"
"""An embedding (Unicode, annex 9): full stops and numbers stand where the script wants them."""
UNASSIGNED = "\u0378"
"""A place that Unicode keeps empty: no font has a letter there."""


def script(letter: str) -> str:
    """A letter's script, as Unicode's names begin: LATIN, ARABIC, CJK; empty for a sign, a digit
    or a space, which any script may use."""
    if unicodedata.east_asian_width(letter) in "WF":
        return "CJK"
    return unicodedata.name(letter, "").partition(" ")[0] if letter.isalpha() else ""


def lettered(text: str, *, serif: bool = False) -> Markup:
    """Return what stands inside SVG's `text`, in the direction of the page's language.

    One font for the whole of it: two in one text would be joined wrongly, letter by letter, where
    one of them draws two letters as one.
    """
    whole = escape(text)
    if text_direction() == "rtl":
        whole = RIGHT_TO_LEFT + whole + END
    scripts = {script(letter) for letter in text}
    fonts = next((font for name, font in FONTS.items() if name in scripts), None)
    if fonts is None:
        return whole
    return Markup('<tspan font-family="{}">{}</tspan>').format(fonts[serif], whole)


def undrawable(text: str) -> set[str]:
    """The scripts of a text for which this machine has no font: its letters would be boxes."""
    samples = {script(letter): letter for letter in set(text)}
    samples.pop("", None)
    for name, letter in samples.items():
        if name not in _DRAWN:
            _DRAWN[name] = draws(letter)
    return {name for name in samples if not _DRAWN[name]}


_DRAWN: dict[str, bool] = {}
"""True of each script that can be drawn; one of its letters stands for all."""


def draws(letter: str, *, fonts_of_machine: bool = True) -> bool:
    """Return whether there is a font for a letter."""
    drawn, empty = (
        as_png(
            '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">'
            f'<text x="8" y="36" font-size="24" font-family="{PREFERRED}">{character}</text></svg>',
            fonts_of_machine=fonts_of_machine,
        )
        for character in (letter, UNASSIGNED)
    )
    return drawn != empty


def as_png(drawing: str, *, width: int | None = None, fonts_of_machine: bool = True) -> bytes:
    """An SVG drawing as a PNG, in its own size or so many points wide: painted by a process of its
    own, because the renderer lets no other thread run. Raises Exceeded."""
    arguments = (str(width or 0), str(int(fonts_of_machine)))
    return sandbox.run("tracker.charts.resvg", *arguments, share=SHARE, given=drawing.encode())
