"""Speeches as the record cites them: who spoke, in which session, the meeting's record, and which
copy was read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.endorsements.evidence import un_symbols

CITED = re.compile(
    r"(?P<speaker>.+?), general debate of the (?P<session>\d+)(?:st|nd|rd|th)"
    r" (?:session of the )?General Assembly"
    r"(?:, (?P<symbol>A/\d+/PV\.\d+))?(?P<more>(?:, [^()]+)?)"
    r" \((?:read in (?:the )?|copy in )?(?P<copy>[^()]+)\)"
)
"""\"Andorra, general debate of the 70th session of the General Assembly, A/70/PV.25 (read in the UN
General Debate Corpus, AND_70_2015.txt)\"."""


@dataclass(frozen=True, kw_only=True)
class Speech:
    """A speech in a general debate of the General Assembly."""

    speaker: str
    """The State for which was spoken."""
    session: int
    symbol: str
    """The meeting's record; empty where the copy does not say which meeting it was."""
    more: str
    """Further words of the record: a year, or that it is the delegation's text."""
    copy: str
    """The copy that was read in place of the document."""

    @property
    def link(self) -> str | None:
        """The public address of the meeting's record."""
        return un_symbols.link(self.symbol)


def cited(source: str) -> Speech | None:
    """Return the speech that a source cites; none where it cites something else, or more."""
    match = CITED.fullmatch(source)
    if match is None:
        return None
    return Speech(
        speaker=match["speaker"],
        session=int(match["session"]),
        symbol=match["symbol"] or "",
        more=match["more"].removeprefix(", "),
        copy=match["copy"],
    )
