"""The documents of a vetoed text: its symbol and its meeting's, as the record writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.endorsements.evidence import un_symbols
from tracker.vetoes.models import Veto

_SYMBOL = re.compile(r"S/[A-Z0-9][A-Z0-9./]*[0-9](?:/?(?:Rev|Add|Corr)\.[0-9]+)*")
_RECORD = re.compile(r"S/PV\.([0-9]+)$")


@dataclass(frozen=True)
class Piece:
    """A part of what the record writes; `link` where it is a document's symbol."""

    text: str
    link: str | None


def pieces(written: str) -> list[Piece]:
    """Return what the record writes, with each symbol in it apart: "S/3710 (as amended)" is two
    pieces."""
    parts, end = [], 0
    for match in _SYMBOL.finditer(written):
        if match.start() > end:
            parts.append(Piece(written[end : match.start()], None))
        parts.append(Piece(match[0], un_symbols.link(match[0])))
        end = match.end()
    if end < len(written):
        parts.append(Piece(written[end:], None))
    return parts


def of_text(veto: Veto) -> list[Piece]:
    """Return the text's own symbol. A record of a later meeting than that of the vote cannot be the
    text's; it is shown as the list has it, and not linked."""
    record, meeting = _RECORD.match(veto.symbol), _RECORD.match(veto.meeting)
    if record and meeting and int(record[1]) > int(meeting[1]):
        return [Piece(veto.symbol, None)]
    return pieces(veto.symbol)


def of_meeting(veto: Veto) -> list[Piece]:
    return pieces(veto.meeting)


def link(veto: Veto) -> str | None:
    """Return the first public address of the text's own symbol."""
    return next((piece.link for piece in of_text(veto) if piece.link), None)


def is_record(veto: Veto) -> bool:
    """Return whether the list gives a meeting's record in place of the text's symbol."""
    return _RECORD.match(veto.symbol) is not None


def is_letters(veto: Veto) -> bool:
    """Return whether the record has letters in place of a meeting, as in the written procedure of
    2020."""
    return bool(veto.meeting) and "S/PV." not in veto.meeting


def is_copy(veto: Veto) -> bool:
    """Return whether the row was read in somebody else's copy, as all but the press releases
    were."""
    return not veto.quality.startswith("primary press release")
