"""Triggers that refuse a change, from one description for SQLite and PostgreSQL.

Migrations of former times read this too: add to it, but change nothing that they use.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from alembic import op

ONE_BY_ONE = {
    ("decisions", "INSERT"),
    ("endorsements", "INSERT"),
    ("endorsements", "UPDATE"),
    ("ledger_events", "INSERT"),
    ("supporters", "UPDATE"),
}
"""What is written to a row or two at a time, many times a second. There PostgreSQL reads and
compiles the WHEN of every trigger anew in each statement (`TriggerEnabled`, commands/trigger.c),
which took a third of a confirmation. A function is compiled once in a session."""


@dataclass(frozen=True)
class Refusal:
    """A trigger that refuses to write a row, and the message it gives then.

    It is about the rows for which `when` holds. Of those it refuses the ones for which `refused`
    holds or `unless` does not; without either, all. A trigger's WHEN cannot hold a subquery in
    PostgreSQL: there `when` comes first, and a function asks the rest.
    """

    name: str
    table: str
    event: str
    message: str
    when: str = ""
    refused: str = ""
    unless: str = ""

    @property
    def operation(self) -> str:
        """INSERT, UPDATE or DELETE, without its columns."""
        return self.event.split()[0]

    @property
    def columns(self) -> list[str]:
        """The columns that an UPDATE must name for the trigger to be called; none for any."""
        _, _, columns = self.event.partition(" OF ")
        return [column.strip() for column in columns.split(",") if column]

    @property
    def condition(self) -> str:
        """The condition that the rows of `when` are refused under; none where all are."""
        return self.refused or (self.unless and f"NOT ({self.unless})")

    def sqlite(self) -> str:
        """Return the statement that makes the trigger in SQLite."""
        conditions = " AND ".join(f"({part})" for part in (self.when, self.condition) if part)
        return _one_line(
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW"
            f"{conditions and f' WHEN {conditions}'}"
            f" BEGIN SELECT RAISE(ABORT, '{_quoted(self.message)}'); END"
        )

    def check(self) -> str:
        """Return what a function of PostgreSQL does with a row for which `when` holds."""
        refuse = (
            f"RAISE EXCEPTION '{_quoted(self.message)}'"
            " USING ERRCODE = 'integrity_constraint_violation';"
        )
        return f"IF {self.condition} THEN {refuse} END IF;" if self.condition else refuse

    def guarded_check(self) -> str:
        """Return the same with the conditions of the trigger before it."""
        changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in self.columns)
        guards = " AND ".join(f"({guard})" for guard in (changed, self.when) if guard)
        return f"IF {guards} THEN {self.check()} END IF;" if guards else self.check()


@dataclass(frozen=True)
class PostgresTrigger:
    """A trigger of PostgreSQL with the function that it calls."""

    name: str
    table: str
    event: str
    body: str
    when: str = ""

    def statements(self) -> tuple[str, str]:
        """Return the statements that make the function and the trigger."""
        row = "OLD" if self.event == "DELETE" else "NEW"
        function = (
            f"CREATE FUNCTION {self.function}() RETURNS trigger LANGUAGE plpgsql"
            f" AS $$ BEGIN {self.body} RETURN {row}; END $$"
        )
        trigger = (
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} FOR EACH ROW"
            f"{self.when and f' WHEN ({self.when})'} EXECUTE FUNCTION {self.function}()"
        )
        return function, trigger

    @property
    def function(self) -> str:
        """The name of the function."""
        return f"refuse_{self.name}"


def on_postgresql_as(subject: str, refusals: Iterable[Refusal]) -> list[PostgresTrigger]:
    """Return the triggers by which PostgreSQL refuses the same: one for a subject where the rows
    of a table are written one by one, else one for each."""
    triggers, together = [], defaultdict[tuple[str, str], list[Refusal]](list)
    for refusal in refusals:
        if (refusal.table, refusal.operation) in ONE_BY_ONE:
            together[refusal.table, refusal.operation].append(refusal)
        else:
            triggers.append(
                PostgresTrigger(
                    name=refusal.name,
                    table=refusal.table,
                    event=refusal.event,
                    body=refusal.check(),
                    when=refusal.when,
                )
            )
    for (table, operation), alike in together.items():
        body = "\n".join(f"-- {refusal.name}\n{refusal.guarded_check()}" for refusal in alike)
        name = f"{table}_{operation.lower()}_{subject}"
        triggers.append(PostgresTrigger(name, table, operation, f"\n{body}\n"))
    return triggers


def forbid(subject: str, refusals: Iterable[Refusal]) -> None:
    """Make the triggers."""
    if on_postgresql():
        for trigger in on_postgresql_as(subject, refusals):
            for statement in trigger.statements():
                op.execute(statement)
    else:
        for refusal in refusals:
            op.execute(refusal.sqlite())


def permit(subject: str, refusals: Iterable[Refusal]) -> None:
    """Drop the triggers."""
    if on_postgresql():
        for trigger in on_postgresql_as(subject, refusals):
            op.execute(f"DROP TRIGGER {trigger.name} ON {trigger.table}")
            op.execute(f"DROP FUNCTION {trigger.function}()")
    else:
        for refusal in refusals:
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
