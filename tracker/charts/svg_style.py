"""The paint of pictures' shapes: by classes on a page, which follows the reader's light,
and by attributes in a file of its own, which has no style sheet."""

from __future__ import annotations

import functools

from flask import Blueprint
from markupsafe import Markup

from tracker.charts import bar_charts
from tracker.charts.fonts import lettered
from tracker.vetoes.models import Seat

PATTERNED = ("announced", "voiced")
"""Grades that a surface shows by a pattern, so that nobody needs to tell colours apart."""
INK, SOFT, LINE, PAPER, WASH = "#16202a", "#56636f", "#d9dfe4", "#fff", "#f4f6f8"
ACCENT, VOICED, NONE, LAND, EDGE = "#0b5c8f", "#8a6d1a", "#8b97a2", "#dde3e8", "#75818c"
SANS = 'font-family="Noto Sans, DejaVu Sans, sans-serif"'
SERIF = 'font-family="Noto Serif, DejaVu Serif, serif"'
PAPER_MARGIN = f'stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
"""Words over lines keep a margin of paper."""
ALONE = {
    "seat endorsed": f'fill="{ACCENT}"',
    "seat announced": f'fill="{PAPER}" stroke="{ACCENT}" stroke-width="2.6"',
    "seat voiced": f'fill="{PAPER}" stroke="{VOICED}" stroke-width="2.4" stroke-dasharray="3 2"',
    "seat none": f'fill="{PAPER}" stroke="{NONE}" stroke-width="1.4"',
    "spot endorsed": f'fill="{ACCENT}" stroke="{PAPER}"',
    "spot announced": f'stroke="{ACCENT}" stroke-width="2.6"',
    "spot voiced": f'stroke="{VOICED}" stroke-width="2.4"',
    "spot none": f'fill="{LAND}" stroke="{EDGE}" stroke-width="1.6"',
    "land endorsed": f'fill="{ACCENT}" stroke="{PAPER}"',
    "land announced": f'stroke="{ACCENT}"',
    "land voiced": f'stroke="{VOICED}"',
    "land none": f'fill="{LAND}" stroke="{PAPER}"',
    "land neutral": f'fill="{PAPER}" stroke="{NONE}" stroke-width=".8"',
    "ground": f'fill="{PAPER}"',
    "hatch announced": f'fill="none" stroke="{ACCENT}" stroke-width="2"',
    "hatch voiced": f'fill="{VOICED}"',
    "grid": f'fill="none" stroke="{LINE}"',
    "under": f'fill="{WASH}"',
    "ours": f'fill="none" stroke="{ACCENT}" stroke-width="2.5" stroke-linejoin="round"',
    "our end": f'fill="{ACCENT}"',
    "reported": f'fill="{PAPER}" stroke="{INK}" stroke-width="1.8"',
    "milestone": f'fill="none" stroke="{NONE}" stroke-dasharray="2 3"',
    "flag": f'fill="{PAPER}" stroke="{NONE}"',
    "cast RUS": f'fill="{ACCENT}"',
    "cast USA": f'fill="{PAPER}" stroke="{INK}" stroke-width="2"',
    "cast GBR": f'fill="{SOFT}"',
    "cast CHN": f'fill="{VOICED}"',
    "cast FRA": f'fill="{PAPER}" stroke="{VOICED}" stroke-width="2"',
    "label": f'{SANS} font-size="13" fill="{SOFT}"',
    "label minor": f'{SANS} font-size="13" fill="{SOFT}"',
    "label strong": f'{SANS} font-size="14" fill="{INK}"',
    "label strong over": f'{SANS} font-size="14" fill="{INK}" {PAPER_MARGIN}',
    "label count over": f'{SANS} font-size="14" font-weight="bold" fill="{ACCENT}" {PAPER_MARGIN}',
    "arc": f'fill="none" stroke="{NONE}" stroke-width="1.4"',
    "title": f'{SERIF} font-size="34" font-weight="bold" fill="{INK}"',
    "said": f'{SANS} font-size="20" fill="{INK}"',
    "fine": f'{SANS} font-size="16" fill="{SOFT}"',
}


@functools.cache
def on_page(kind: str) -> Markup:
    """The class of a shape, and its pattern if it has one: a style sheet cannot name that."""
    return Markup('class="{}"{}').format(kind, _pattern(kind))


def alone(kind: str) -> Markup:
    """The attributes of a shape. Raises KeyError for a kind that has none."""
    return Markup(ALONE[kind]) + _pattern(kind)  # noqa: S704  our own  # nosec B704


def _pattern(kind: str) -> Markup:
    first, _space, grade = kind.partition(" ")
    patterned = first in ("land", "spot") and grade in PATTERNED
    return Markup(' fill="url(#is-{})"').format(grade) if patterned else Markup("")


def mark(seat: str) -> str:
    """A permanent member's mark, in the middle of 20 by 20."""
    return bar_charts.shape(Seat(seat), 4.5, 4.5)


def offer(bp: Blueprint) -> None:
    """Give the templates the page's paint, and how letters are set."""
    bp.add_app_template_global(on_page, "paint")
    bp.add_app_template_filter(mark, "veto_mark")
    bp.add_app_template_filter(lettered)
