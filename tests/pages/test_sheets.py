"""What stands on a picture's sheet fits on it."""

from __future__ import annotations

import pytest

from tracker.pages import sheets

LONG = "How much of each regional group is on record for ACT Code of Conduct, and by which day"
CHINESE = "各国在否决权行为守则上的立场与记录以及联合国会员国的支持情况"


@pytest.mark.parametrize("text", [LONG, CHINESE, f"{CHINESE} {LONG}", "short"])
@pytest.mark.parametrize("room", [12.0, 30.0])
def test_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    lines = sheets.wrapped(text, room, sheets.PLAIN)
    assert all(sheets.breadth(line, sheets.PLAIN) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(line == line.strip() and line for line in lines)


def test_square_letters_need_twice_the_room() -> None:
    assert sheets.breadth("行", sheets.PLAIN) > 1.5 * sheets.breadth("a", sheets.PLAIN)


def test_a_word_too_long_for_a_line_stays_whole() -> None:
    assert sheets.wrapped("a " + "b" * 50 + " c", 10, sheets.PLAIN) == ["a", "b" * 50, "c"]
