"""The base of every model, its naming of constraints, portable column types, and the statements
that the two databases take differently."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, TypeVar, cast

from sqlalchemy import (
    BigInteger,
    ColumnClause,
    ColumnElement,
    Connection,
    CursorResult,
    DateTime,
    Dialect,
    Engine,
    FromClause,
    Index,
    Insert,
    Integer,
    MetaData,
    Result,
    String,
    Table,
    exists,
    func,
    insert,
    literal,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    QueryableAttribute,
    Session,
    mapped_column,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

T = TypeVar("T")
JsonObject = dict[str, Any]
"""The values of a column of JSON, and of a mail."""


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Base of Rollcall's models. Knows no Flask; `tracker.core.db` binds its metadata."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UtcDateTime(TypeDecorator[datetime]):
    """An instant in UTC. Naive values are refused; SQLite, which drops zones, gives them back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A time without a zone cannot be stored.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Choice(TypeDecorator[StrEnum]):
    """A `StrEnum` kept as its text, so that a row reads plainly and a new value is no migration."""

    impl = String(24)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum
        self._known = {member.value: member for member in enum}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else self.enum(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        # A look-up: reading a million rows calls this several million times.
        return None if value is None else self._known.get(value) or self.enum(value)


class Choices(TypeDecorator[frozenset[StrEnum]]):
    """A set of `StrEnum` values kept as sorted words: ``individual organisation``."""

    impl = String(120)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: frozenset[StrEnum] | None, dialect: Dialect) -> str | None:
        return (
            None if value is None else " ".join(sorted(self.enum(choice).value for choice in value))
        )

    def process_result_value(
        self, value: str | None, dialect: Dialect
    ) -> frozenset[StrEnum] | None:
        return None if value is None else frozenset(self.enum(choice) for choice in value.split())


ERASES = "tracker_erases"
"""In a session's `info`: this transaction erases personal data."""


def note_erasure(session: Session) -> None:
    """Let what this transaction erases be gone from the database's files too once it is committed,
    as far as that is ours to see to (`core.db.clear_log`)."""
    session.info[ERASES] = True


BigId = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite numbers rows by itself only for INTEGER keys; PostgreSQL needs BIGINT for millions."""

Id = Annotated[int, mapped_column(BigId, primary_key=True)]


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of those rows alone for which a condition holds, the same on both databases."""
    return Index(
        name, *columns, unique=unique, postgresql_where=text(where), sqlite_where=text(where)
    )


class Seeded(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """Content that `flask seed` brings and editors may change.

    `seed_digest` is the hash of the file's row as last taken over. A row whose file changed is
    updated, unless `edited_at` says that an editor changed it since: then the editor's words stay
    and the seed reports the difference.
    """

    seed_key: Mapped[str | None] = mapped_column(String(160), unique=True, default=None)
    seed_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


def is_postgresql(on: Session | Connection | Engine | Dialect) -> bool:
    """Return whether the database is PostgreSQL; if not, it is SQLite."""
    bind = on.get_bind() if isinstance(on, Session) else on
    return (bind if isinstance(bind, Dialect) else bind.dialect).name == "postgresql"


def upsert(on: Session | Connection | Dialect, target: type[Base] | Table) -> postgresql.Insert:
    """Return an INSERT that may say what to do when a row with its key is there already:
    `on_conflict_do_nothing`, or `on_conflict_do_update` with its `excluded` row."""
    if is_postgresql(on):
        return postgresql.insert(target)
    # SQLite's takes the same arguments, as far as they name columns and not constraints.
    return cast(postgresql.Insert, sqlite.insert(target))


def take_lock(session: Session, key: int | ColumnElement[int]) -> None:
    """Wait until no other transaction holds the lock of this key, and hold it until this one ends.

    SQLite has one writer at a time, so there is nothing to wait for.
    """
    if is_postgresql(session):
        session.execute(select(func.pg_advisory_xact_lock(key)))


def try_lock(session: Session, key: int) -> bool:
    """Take the same lock if nobody holds it; return whether this transaction has it now."""
    return not is_postgresql(session) or bool(
        session.scalar(select(func.pg_try_advisory_xact_lock(key)))
    )


def has_rows(session: Session, *conditions: ColumnElement[bool]) -> bool:
    """Return whether there is any row, of the tables that the conditions name, which meets them."""
    return bool(session.scalar(select(exists().where(*conditions))))


def affected(done: Result[Any]) -> int:
    """Return how many rows an INSERT, UPDATE or DELETE touched; `Session.execute` hides it in its
    type."""
    return cast(CursorResult[Any], done).rowcount


def table_of(model: type[Base]) -> Table:
    """The table of a model, for statements that load no objects."""
    return cast(Table, model.__table__)


def insert_selected(
    model: type[Base],
    values: Mapping[str, object],
    *where: ColumnElement[bool],
    source: FromClause | None = None,
) -> Insert:
    """INSERT … SELECT: a row of a model for each row of `source`, or of what `values` name.

    Plain values stand in the statement itself, so pass what changes each time as a parameter.
    """
    table = table_of(model)
    columns = [
        value.label(name)
        if isinstance(value, ColumnElement | QueryableAttribute)
        else constant(value, table.c[name].type).label(name)
        for name, value in values.items()
    ]
    rows = select(*columns).where(*where)
    if source is not None:
        rows = rows.select_from(source)
    return insert(table).from_select(list(values), rows)


def constant(value: object, type_: TypeEngine[T]) -> ColumnClause[T]:
    """Return a value that stands in the statement itself: what never changes need not be sent."""
    bound = literal(value, type_)
    return literal_column(str(bound.compile(compile_kwargs={"literal_binds": True})), type_)
