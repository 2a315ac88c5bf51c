"""The statements that insert a sign-up's rows, built once and executed with plain values.

Nothing is looked up for a sign-up. On PostgreSQL a person's takes one statement, with the mail that
asks for confirmation; otherwise each table takes one. A test compares the rows.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import (
    ARRAY,
    Connection,
    Integer,
    Select,
    String,
    TableValuedAlias,
    bindparam,
    exists,
    func,
    insert,
    select,
    true,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.types import TypeEngine

from tracker.core.orm import Base, insert_selected, is_postgresql, table_of
from tracker.core.outbox import OutboxMail, in_next_slot
from tracker.endorsements.abuse.traces import Trace
from tracker.endorsements.models import Consent, Endorsement
from tracker.endorsements.signup.rows import EndorsementRows, Row
from tracker.supporters.models import Supporter

Shape = tuple[tuple[str, object], ...]
"""The columns of a row: each with the value that stands in the statement, or with `SENT`."""
SENT = object()
"""In place of a value that is sent beside the statement."""

_supporters = table_of(Supporter)
_endorsements = table_of(Endorsement)
_INSERT_SUPPORTER = insert(_supporters).returning(_supporters.c.id)
_INSERT_ENDORSEMENT = insert(_endorsements).returning(_endorsements.c.id)
_INSERT_CONSENT = insert(table_of(Consent))
_INSERT_TRACE = insert(table_of(Trace))


def supporter(connection: Connection, row: Row) -> int:
    """Insert a supporter; return its id."""
    return _given(connection.scalar(_INSERT_SUPPORTER, row))


def endorsements(connection: Connection, supporter_id: int, new: EndorsementRows) -> list[int]:
    """Insert a supporter's endorsements, with their consents and traces; return their ids."""
    ids = []
    for row in new.endorsements:
        new_id = _given(
            connection.scalar(_INSERT_ENDORSEMENT, row | {"supporter_id": supporter_id})
        )
        consents = [consent | {"endorsement_id": new_id} for consent in new.consents]
        connection.execute(_INSERT_CONSENT, consents)
        connection.execute(_INSERT_TRACE, new.trace | {"endorsement_id": new_id})
        ids.append(new_id)
    return ids


def person(
    connection: Connection, supporter_row: Row, new: EndorsementRows, mail: Mapping[str, object]
) -> tuple[list[int], bool]:
    """Insert a person with their endorsements, and the mail about them where one statement can.

    Return the endorsements' ids, and whether the mail is queued.
    """
    if not is_postgresql(connection):
        return endorsements(connection, supporter(connection, supporter_row), new), False
    endorsement, consent = new.endorsements[0], new.consents[0]
    statement = _person(
        _shape(supporter_row), _shape(endorsement), _shape(consent), _shape(new.trace)
    )
    values = {
        **_prefixed("person", supporter_row),
        **_prefixed("endorsement", endorsement),
        **_prefixed("consent", consent),
        **_prefixed("trace", new.trace),
        "initiatives": [row["initiative_id"] for row in new.endorsements],
        "purposes": [str(row["purpose"]) for row in new.consents],
        **mail,
    }
    inserted = connection.execute(statement, values).all()
    return [row.id for row in inserted], inserted[0].mailed > 0


def _shape(row: Row) -> Shape:
    """Return which values of a row never change, or are one of few: these need not be sent."""
    return tuple(
        (name, value if value in (None, "") or isinstance(value, StrEnum) else SENT)
        for name, value in row.items()
    )


@functools.cache
def _person(described: Shape, endorsing: Shape, agreed: Shape, traced: Shape) -> Select[int, int]:
    """Compose the insertion of all of a person's rows and the mail (PostgreSQL, 7.8.4).

    It stays under 4,096 characters and 50 values: psycopg reads a longer one anew each time.
    """
    supporter = (
        insert_selected(Supporter, _values(Supporter, "person", described))
        .returning(_supporters.c.id)
        .cte("new_supporter")
    )
    initiatives = _elements("initiatives", Integer())
    endorsement = _values(Endorsement, "endorsement", endorsing) | {
        "initiative_id": initiatives.c.value,
        "supporter_id": supporter.c.id,
    }
    endorsed = (
        insert_selected(Endorsement, endorsement, source=supporter.join(initiatives, true()))
        .returning(_endorsements.c.id)
        .cte("new_endorsements")
    )
    purposes = _elements("purposes", String())
    consent = _values(Consent, "consent", agreed) | {
        "endorsement_id": endorsed.c.id,
        "purpose": purposes.c.value,
    }
    consented = insert_selected(Consent, consent, source=endorsed.join(purposes, true()))
    trace = _values(Trace, "trace", traced) | {"endorsement_id": endorsed.c.id}
    seen = insert_selected(Trace, trace)
    numbers = select(func.json_agg(aggregate_order_by(endorsed.c.id, endorsed.c.id)))
    mail = in_next_slot(
        postgresql.insert(OutboxMail), numbers.scalar_subquery(), exists(select(endorsed.c.id))
    )
    queued = mail.returning(OutboxMail.id).cte("new_mail")
    mailed = select(func.count()).select_from(queued).scalar_subquery().label("mailed")
    return (
        select(endorsed.c.id, mailed)
        .order_by(endorsed.c.id)
        .add_cte(consented.cte("new_consents"), seen.cte("new_traces"))
    )


def _elements(name: str, type_: TypeEngine[int] | TypeEngine[str]) -> TableValuedAlias:
    """Return a row for each element of an array."""
    elements = func.unnest(bindparam(name, type_=ARRAY(type_)))
    return elements.table_valued("value", name=name).render_derived()


def _values(model: type[Base], prefix: str, shape: Shape) -> Row:
    """Return what each column of a row gets: a constant, or the value sent under its name."""
    columns = table_of(model).c
    return {
        name: bindparam(f"{prefix}_{name}", type_=columns[name].type) if value is SENT else value
        for name, value in shape
    }


def _prefixed(prefix: str, row: Row) -> Row:
    return {f"{prefix}_{name}": value for name, value in row.items()}


def _given(new_id: int | None) -> int:
    if new_id is None:
        raise RuntimeError("The database gave a new row no id.")
    return new_id
