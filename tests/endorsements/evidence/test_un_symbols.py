from __future__ import annotations

import pytest

from tracker.core.errors import RuleBroken
from tracker.endorsements.evidence.un_symbols import canonical, is_symbol, link


@pytest.mark.parametrize(
    "symbol",
    [
        "A/70/621-S/2015/978",
        "S/2015/508",
        "A/RES/72/313",
        "A/RES/ES-10/19",
        "A/S-27/19",
        "A/C.1/72/PV.3",
        "S/PV.7389",
        "S/PV.7389(Resumption1)",
        "A/52/PV.3(PartI)",
        "S/RES/2712(2023)",
        "A/RES/377(V)",
        "S/471/Add.1",
        "A/70/L.1/Rev.1/Add.2",
        "ST/LIB/SER.B/5/Rev.5",
        "E/CN.4/2000/WG.11/2",
    ],
)
def test_a_symbol_stays_as_it_is_printed(symbol: str) -> None:
    assert is_symbol(symbol) and canonical(symbol) == symbol


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("   ", ""),
        ("a / 70/621 – s/2015/978", "A/70/621-S/2015/978"),
        ("s/pv.7389 (resumption 1)", "S/PV.7389(Resumption1)"),
        ("A/52/PV.3 (Part I)", "A/52/PV.3(PartI)"),
        ("S/RES/2712 (2023)", "S/RES/2712(2023)"),
        ("st/lib/ser.b/5/REV.5", "ST/LIB/SER.B/5/Rev.5"),
        ("\uff21\uff0f70\uff0f621", "A/70/621"),
        ("UN Doc. A/70/621", "A/70/621"),
        ("UN document: A/70/621", "A/70/621"),
        ("https://undocs.org/en/A/70/621", "A/70/621"),
        ("https://docs.un.org/fr/s/2015/508", "S/2015/508"),
    ],
)
def test_spaces_dashes_and_letter_case_are_put_right(typed: str, kept: str) -> None:
    assert canonical(typed) == kept


@pytest.mark.parametrize(
    "text",
    [
        "no symbol",
        "A",
        "A/RES",
        "A/70/",
        "A//621",
        "B/70/1",
        "A/70/621-",
        "A/70/621 and S/2015/978",
        "A/70 621",
        "S/2015/508; see also",
        "A/../../etc/1",
        "A/70/<b>1",
        "javascript:A/70/1",
        "A/" + "7/" * 40 + "1",
    ],
)
def test_what_is_no_symbol_is_refused_with_an_example(text: str) -> None:
    assert not is_symbol(text)
    with pytest.raises(RuleBroken, match="One looks like A/70/621"):
        canonical(text)


def test_a_double_symbol_opens_by_its_first() -> None:
    assert link("A/70/621-S/2015/978") == "https://undocs.org/A/70/621"
    assert link("S/PV.7389") == "https://undocs.org/S/PV.7389"
    assert link("Letter of 5 May") is None
