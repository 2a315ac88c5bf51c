"""The rows of a sign-up, as statements built once and executed with plain values.

Each sign-up has rows of its own, and nothing is looked up for it. On PostgreSQL a person's takes
one statement, the mail that asks for confirmation included; otherwise each table takes one. A test
compares the rows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Integer,
    String,
    bindparam,
    exists,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import aggregate_order_by

from tracker.core.orm import constant
from tracker.core.outbox import OutboxMail, in_next_slot
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.models import Consent, Endorsement
from tracker.supporters.models import Supporter

Row = Mapping[str, object]
Shape = tuple[tuple[str, object], ...]
"""The columns of a row: each with the value that stands in the statement, or with `SENT`."""
SENT = object()
"""In place of a value that is sent beside the statement."""

_supporters: Any = Supporter.__table__
_endorsements: Any = Endorsement.__table__
_consents: Any = Consent.__table__
_traces: Any = Trace.__table__


_INSERT_SUPPORTER = insert(_supporters).returning(_supporters.c.id)
_INSERT_ENDORSEMENT = insert(_endorsements).returning(_endorsements.c.id)
_INSERT_CONSENT = insert(_consents)
_INSERT_TRACE = insert(_traces)


def supporter(connection: Connection, row: Row) -> int:
    """The id of a new supporter."""
    return _given(connection.scalar(_INSERT_SUPPORTER, row))


def endorsement(connection: Connection, row: Row, consents: Sequence[Row], trace: Row) -> int:
    """The id of a new endorsement, with the consents given for it and where it came from."""
    new_id = _given(connection.scalar(_INSERT_ENDORSEMENT, row))
    connection.execute(_INSERT_CONSENT, [{**one, "endorsement_id": new_id} for one in consents])
    connection.execute(_INSERT_TRACE, {**trace, "endorsement_id": new_id})
    return new_id


def person(
    connection: Connection,
    supporter_row: Row,
    endorsements: Sequence[Row],
    consents: Sequence[Row],
    trace: Row,
    mail: Row,
) -> tuple[list[int], bool]:
    """The ids of a person's new endorsements, and whether the mail about them is queued; if not,
    that is still to do.

    The endorsements differ in nothing but their initiative, the consents in nothing but their
    purpose.
    """
    if connection.dialect.name != "postgresql":
        new_id = supporter(connection, supporter_row)
        return [
            endorsement(connection, {**row, "supporter_id": new_id}, consents, trace)
            for row in endorsements
        ], False
    statement = _person(
        _shape(supporter_row), _shape(endorsements[0]), _shape(consents[0]), _shape(trace)
    )
    values = {
        **_under("person", supporter_row),
        **_under("endorsement", endorsements[0]),
        **_under("consent", consents[0]),
        **_under("trace", trace),
        "initiatives": [row["initiative_id"] for row in endorsements],
        "purposes": [str(row["purpose"]) for row in consents],
        **mail,
    }
    made = connection.execute(statement, values).all()
    return [row.id for row in made], made[0].mailed > 0


def _shape(row: Row) -> Shape:
    """Which values of a row never change, or are one of few: they need not be sent each time."""
    return tuple(
        (name, value if value in (None, "") or isinstance(value, StrEnum) else SENT)
        for name, value in row.items()
    )


@functools.cache
def _person(described: Shape, given: Shape, agreed: Shape, traced: Shape) -> Any:
    """Supporter, endorsements, consents, traces and mail in one statement (PostgreSQL, 7.8.4).

    It stays under 4,096 characters and 50 values: psycopg reads a longer one anew each time.
    """
    inserted = insert(_supporters).from_select(
        _names(described), select(*_bound(_supporters, "person", described))
    )
    supporter = inserted.returning(_supporters.c.id).cte("new_supporter")
    wanted = _each("initiatives", Integer)
    shared = _without(given, "initiative_id")
    endorsed = (
        insert(_endorsements)
        .from_select(
            ["initiative_id", "supporter_id", *_names(shared)],
            select(
                wanted.c.value, supporter.c.id, *_bound(_endorsements, "endorsement", shared)
            ).select_from(supporter.join(wanted, true())),
        )
        .returning(_endorsements.c.id)
        .cte("new_endorsements")
    )
    purposes = _each("purposes", String)
    common = _without(agreed, "purpose")
    consented = (
        insert(_consents)
        .from_select(
            ["endorsement_id", "purpose", *_names(common)],
            select(
                endorsed.c.id, purposes.c.value, *_bound(_consents, "consent", common)
            ).select_from(endorsed.join(purposes, true())),
        )
        .returning(_consents.c.endorsement_id)
        .cte("new_consents")
    )
    seen = (
        insert(_traces)
        .from_select(
            ["endorsement_id", *_names(traced)],
            select(endorsed.c.id, *_bound(_traces, "trace", traced)),
        )
        .returning(_traces.c.endorsement_id)
        .cte("new_traces")
    )
    numbers = select(func.json_agg(aggregate_order_by(endorsed.c.id, endorsed.c.id)))
    mail = in_next_slot(
        postgresql.insert(OutboxMail), numbers.scalar_subquery(), exists(select(endorsed.c.id))
    )
    queued = mail.returning(OutboxMail.id).cte("new_mail")
    mailed = select(func.count()).select_from(queued).scalar_subquery().label("mailed")
    return select(endorsed.c.id, mailed).order_by(endorsed.c.id).add_cte(consented, seen)


def _each(name: str, type_: Any) -> Any:
    """A row for each element of an array."""
    elements = func.unnest(bindparam(name, type_=ARRAY(type_)))
    return elements.table_valued("value", name=name).render_derived()


def _names(shape: Shape) -> list[str]:
    return [name for name, _value in shape]


def _without(shape: Shape, column: str) -> Shape:
    return tuple((name, value) for name, value in shape if name != column)


def _bound(table: Any, prefix: str, shape: Shape) -> list[Any]:
    columns = []
    for name, value in shape:
        type_ = table.c[name].type
        sent = value is SENT
        column = bindparam(f"{prefix}_{name}", type_=type_) if sent else constant(value, type_)
        columns.append(column.label(name))
    return columns


def _under(prefix: str, row: Row) -> dict[str, object]:
    return {f"{prefix}_{name}": value for name, value in row.items()}


def _given(new_id: int | None) -> int:
    if new_id is None:
        raise RuntimeError("The database gave a new row no id.")
    return new_id
