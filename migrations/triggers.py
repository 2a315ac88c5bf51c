"""Triggers that refuse a change, from one description for SQLite and PostgreSQL.

Migrations of former times read this too: add to it, but change nothing that they use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from alembic import op

NEVER = "FALSE"


@dataclass(frozen=True)
class Refusal:
    """A trigger that refuses to write a row, and the message it gives then.

    It is about the rows for which `when` holds. Of those it refuses the ones for which `refused`
    holds or `unless` does not; without either, all. A trigger's WHEN cannot hold a subquery in
    PostgreSQL, so there `when` decides whether a function is called, and the function the rest.
    """

    name: str
    table: str
    event: str
    message: str
    when: str = ""
    refused: str = ""
    unless: str = ""
    postgresql_when: str = ""
    """A condition that is quick to see and holds for all rows of `when` or `refused`: PostgreSQL
    calls the function only then."""
    postgresql_event: str = ""
    """The event in PostgreSQL, where it names the columns and SQLite's does not."""
    code: Literal["integrity_constraint_violation", "check_violation"] = (
        "integrity_constraint_violation"
    )
    """The condition's name in PostgreSQL's list of error codes."""

    def sqlite(self) -> str:
        """Return the statement that makes the trigger in SQLite."""
        condition = self.refused or (self.unless and f"NOT ({self.unless})")
        if self.when and condition:
            condition = f"({self.when}) AND " + (f"({condition})" if self.refused else condition)
        condition = condition or self.when
        return _one_line(
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW"
            f"{condition and f' WHEN {condition}'}"
            f" BEGIN SELECT RAISE(ABORT, '{_quoted(self.message)}'); END"
        )

    def postgresql(self) -> tuple[str, str]:
        """Return the statements that make the function and the trigger in PostgreSQL."""
        function = (
            f"CREATE FUNCTION {self.function}() RETURNS trigger LANGUAGE plpgsql"
            f" AS $$ BEGIN {self._body()} END $$"
        )
        asked = self.postgresql_when or self.when
        trigger = (
            f"CREATE TRIGGER {self.name} BEFORE {self.postgresql_event or self.event}"
            f" ON {self.table} FOR EACH ROW{asked and f' WHEN ({asked})'}"
            f" EXECUTE FUNCTION {self.function}()"
        )
        return _one_line(function), _one_line(trigger)

    @property
    def function(self) -> str:
        """The name of the function that PostgreSQL calls."""
        return f"refuse_{self.name}"

    def _body(self) -> str:
        message = _quoted(self.message)
        refuse = f"RAISE EXCEPTION '{message}' USING ERRCODE = '{self.code}';"
        if self.code == "check_violation":
            refuse = f"RAISE EXCEPTION USING ERRCODE = '{self.code}', MESSAGE = '{message}';"
        unless = self.unless
        if unless and self.when and self.postgresql_when:
            unless = f"NOT ({self.when}) OR ({unless})"
        if unless in ("", NEVER) and not self.refused:
            return refuse
        row = "OLD" if self.event == "DELETE" else "NEW"
        return f"IF {self.refused or f'NOT ({unless})'} THEN {refuse} END IF; RETURN {row};"


def forbid(refusals: Iterable[Refusal]) -> None:
    """Make the triggers."""
    for refusal in refusals:
        if on_postgresql():
            for statement in refusal.postgresql():
                op.execute(statement)
        else:
            op.execute(refusal.sqlite())


def permit(refusals: Iterable[Refusal]) -> None:
    """Drop the triggers."""
    for refusal in refusals:
        if on_postgresql():
            op.execute(f"DROP TRIGGER {refusal.name} ON {refusal.table}")
            op.execute(f"DROP FUNCTION {refusal.function}()")
        else:
            op.execute(f"DROP TRIGGER {refusal.name}")


def differs(*columns: str) -> str:
    """Return the condition that a change makes one of these columns another.

    IS DISTINCT FROM needs SQLite 3.39; this says the same everywhere.
    """
    return " OR ".join(
        f"(NEW.{name} <> OLD.{name} OR (NEW.{name} IS NULL) <> (OLD.{name} IS NULL))"
        for name in columns
    )


def on_postgresql() -> bool:
    """Return whether the migration runs on PostgreSQL, and not on SQLite."""
    return op.get_bind().dialect.name == "postgresql"


def _one_line(statement: str) -> str:
    return re.sub(r"(?<=\() | (?=\))", "", " ".join(statement.split()))


def _quoted(message: str) -> str:
    return message.replace("'", "''")
