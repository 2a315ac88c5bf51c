"""Statements of Member States on the reforms that an initiative demands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.initiatives.models import Initiative, Reform
from tracker.initiatives.statements import Statement, Voice


@dataclass(frozen=True, kw_only=True)
class Position:
    """The statements on one reform; without a `reform`, those on none of them by number."""

    reform: Reform | None
    statements: Sequence[Statement]

    @property
    def anchor(self) -> str:
        return f"on-reform-{self.reform.number}" if self.reform else "on-the-whole"

    @property
    def states(self) -> int:
        """The number of States that spoke."""
        return len({statement.state_iso3 for statement in self.statements})


def is_position(initiative: Initiative, statement: Statement) -> bool:
    """Return whether a statement is a government's, on an initiative that demands reforms."""
    return bool(initiative.reforms) and statement.voice is Voice.GOVERNMENT


def by_reform(initiative: Initiative, statements: Sequence[Statement]) -> list[Position]:
    """Return governments' statements by the number of the reform: one on two of them stands with
    both."""
    theirs = [statement for statement in statements if is_position(initiative, statement)]
    numbers = {reform.number for reform in initiative.reforms}
    positions = [
        Position(
            reform=reform,
            statements=[
                statement for statement in theirs if reform.number in statement.reform_numbers
            ],
        )
        for reform in initiative.reforms
    ]
    others = [
        statement for statement in theirs if not numbers.intersection(statement.reform_numbers)
    ]
    positions.append(Position(reform=None, statements=others))
    return [position for position in positions if position.statements]
