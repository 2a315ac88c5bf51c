"""Mail that leaves exactly when its reason was committed: a transactional outbox.

A service queues a mail in its own transaction; the worker renders and sends it afterwards. Sending
is at least once, so every mail keeps one Message-ID (RFC 5322, 3.6.4) over all attempts.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from email.utils import make_msgid
from typing import cast

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ColumnElement,
    Dialect,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.crypto import Vault
from tracker.core.errors import NotFound
from tracker.core.orm import Base, Id, JsonObject, UtcDateTime, affected, partial_index, upsert

MAX_MAILS_PER_DAY = 3
"""Mails a day that all forms together may cause to one address; and links to an own page that one
network may ask for it, which are counted apart."""
MAX_LINKS_PER_DAY = 12
"""Such links a day that all networks together may ask for one address."""
SENT_TTL = timedelta(days=7)
"""Time for which a sent mail's body is kept."""
GIVEN_UP_TTL = timedelta(days=30)
"""Time for which staff can look into a mail that was given up, and try it again."""
CLAIM_TTL = timedelta(minutes=5)
MAX_ATTEMPTS = 12
CLAIMED = 50
"""Mails that one worker takes at once."""
MAX_SHOWN = 200
"""Mails that were given up that staff see at once."""
NOT_SENT_YET = "queued.invalid"
"""The domain of a Message-ID until the mail is first sent, then that of its sender."""
WAITING = "sent_at IS NULL AND given_up_at IS NULL"
NO_RECIPIENT = "nobody to write to"
"""The error of a mail that was settled without being sent."""


class OutboxMail(Base):
    """One mail, its recipient and contents encrypted until they are deleted."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("address_digest", "day", "lane", "slot", name="uq_outbox_three_a_day"),
        CheckConstraint(f"slot BETWEEN 1 AND {MAX_MAILS_PER_DAY}", name="slot"),
        partial_index(
            "ix_outbox_due",
            "due_at",
            where=WAITING,
        ),
        Index("ix_outbox_sent_at", "sent_at"),
        partial_index(
            "ix_outbox_given_up",
            "given_up_at",
            where="given_up_at IS NOT NULL",
        ),
    )

    id: Mapped[Id] = mapped_column(init=False)
    template: Mapped[str] = mapped_column(String(40))
    locale: Mapped[str] = mapped_column(String(8))
    payload_sealed: Mapped[str] = mapped_column(Text)
    """``{"to": address, "context": {...}}``."""
    message_id: Mapped[str] = mapped_column(String(120), unique=True)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    address_digest: Mapped[str | None] = mapped_column(String(64), default=None)
    day: Mapped[date | None] = mapped_column(default=None)
    lane: Mapped[str] = mapped_column(String(32), default="", server_default=text("''"))
    """The kind of mails that are counted together: empty for strangers' forms; for links to an own
    page, the mark of the network that asks."""
    slot: Mapped[int | None] = mapped_column(SmallInteger, default=None)
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(String(300), default="")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    about: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """Numbers of the rows that the link in it is for: one statement may make them and the mail."""
    given_up_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant at which it was found that it cannot be sent; none while it is tried."""


_outbox = cast(Table, OutboxMail.__table__)
_INSERT = insert(OutboxMail)
_COLUMNS = (
    "template",
    "locale",
    "payload_sealed",
    "message_id",
    "queued_at",
    "due_at",
    "attempts",
    "last_error",
    "address_digest",
    "day",
    "lane",
)
Row = JsonObject


def _row(
    vault: Vault, template: str, to: str, context: JsonObject, locale: str, now: datetime
) -> Row:
    return {
        "template": template,
        "locale": locale,
        "payload_sealed": vault.seal_json({"to": to, "context": context}),
        "message_id": make_msgid(domain=NOT_SENT_YET),
        "queued_at": now,
        "due_at": now,
        "attempts": 0,
        "last_error": "",
    }


def queue(
    session: Session,
    vault: Vault,
    *,
    template: str,
    to: str,
    context: JsonObject,
    now: datetime,
    locale: str = "en",
) -> None:
    """Queue a mail that a decision causes, with this transaction. No daily limit applies."""
    session.execute(_INSERT, _row(vault, template, to, context, locale, now))


def form_mail(
    vault: Vault,
    *,
    template: str,
    to: str,
    address_digest: str,
    context: JsonObject,
    now: datetime,
    locale: str = "en",
    about: Sequence[int] | None = None,
    lane: str = "",
) -> Row:
    """A mail that anybody's form causes, for `queue_by_form` or `in_next_slot`.

    Nothing is looked up: whether it is sent, and what it says, is found when it is composed.
    """
    row = _row(vault, template, to, context, locale, now)
    return row | {
        "address_digest": address_digest,
        "day": now.date(),
        "lane": lane,
        "about": about,
    }


def queue_by_form(session: Session, row: Row) -> bool:
    """Queue a form's mail; false once the address had its three today (UTC).

    The limit is a unique key of (address, day, slot 1 to 3), so that two requests at once cannot
    pass it together; who loses a slot to another tries the next one.
    """
    connection = session.connection()
    statement = _insert_in_next_slot(connection.dialect)
    for _ in range(MAX_MAILS_PER_DAY):
        if connection.execute(statement, row).rowcount:
            return True
        if (connection.scalar(_TAKEN_TODAY, row) or 0) >= MAX_MAILS_PER_DAY:
            return False
    return False


_TODAY = (
    _outbox.c.address_digest == bindparam("address_digest"),
    _outbox.c.day == bindparam("day"),
)
_TAKEN = select(func.count()).where(*_TODAY, _outbox.c.lane == bindparam("lane")).scalar_subquery()
_LINKS = select(func.count()).where(*_TODAY, _outbox.c.lane != "").scalar_subquery()
_LEFT = (_TAKEN < MAX_MAILS_PER_DAY, or_(bindparam("lane") == "", _LINKS < MAX_LINKS_PER_DAY))
_TAKEN_TODAY = select(_TAKEN)


@functools.lru_cache(maxsize=4)
def _insert_in_next_slot(dialect: Dialect) -> postgresql.Insert:
    about = bindparam("about", type_=_outbox.c.about.type)
    statement = in_next_slot(upsert(dialect, _outbox), about)
    return statement.execution_options(preserve_rowcount=True)


def in_next_slot(
    insert_: postgresql.Insert, about: ColumnElement[object], *conditions: ColumnElement[bool]
) -> postgresql.Insert:
    """Let an INSERT into the outbox bring a form's mail with the address's next slot of the day, if
    it has one left and nobody takes it. The row's other values are parameters of their names."""
    values = [bindparam(name, type_=_outbox.c[name].type).label(name) for name in _COLUMNS]
    chosen = select(*values, (_TAKEN + 1).label("slot"), about.label("about"))
    statement = insert_.from_select([*_COLUMNS, "slot", "about"], chosen.where(*_LEFT, *conditions))
    return statement.on_conflict_do_nothing(
        index_elements=["address_digest", "day", "lane", "slot"]
    )


def queued_before(session: Session, mail: OutboxMail) -> int:
    """Return how many mails forms had queued for the same address on the same day before this one,
    those apart that went to nobody."""
    before = select(func.count()).where(
        _outbox.c.address_digest == mail.address_digest,
        _outbox.c.day == mail.day,
        _outbox.c.id < mail.id,
        _outbox.c.last_error != NO_RECIPIENT,
    )
    return session.scalar(before) or 0


def due(session: Session, *, now: datetime) -> int:
    """Return how many mails are due by a moment and not sent."""
    return (
        session.scalar(
            select(func.count())
            .select_from(OutboxMail)
            .where(text(WAITING), OutboxMail.due_at <= now)
        )
        or 0
    )


def claim_due(session: Session, *, now: datetime) -> list[OutboxMail]:
    """Take mails that are due and put them off for five minutes, so that no other worker sends
    them meanwhile; a worker killed while sending leaves them to the next."""
    due = session.scalars(
        select(OutboxMail)
        .where(text(WAITING), OutboxMail.due_at <= now)
        .order_by(OutboxMail.due_at)
        .limit(CLAIMED)
        .with_for_update(skip_locked=True)
    ).all()
    for mail in due:
        mail.due_at = now + CLAIM_TTL
        mail.attempts += 1
    session.flush()  # before anybody detaches them
    return list(due)


def identify(mail: OutboxMail, *, domain: str) -> None:
    """Give a mail, before it is first sent, a Message-ID of its sender's domain (RFC 5322, 3.6.4);
    it keeps that for ever."""
    mail.message_id = mail.message_id.replace(f"@{NOT_SENT_YET}>", f"@{domain}>")


def settle(mail: OutboxMail, *, error: str | None, now: datetime, lasting: bool = False) -> None:
    """Note that a mail was sent, or had nobody to go to, or when to try again: after 1, 2, 4 …
    minutes, at most a day.

    One that failed too often, or for a reason that is `lasting`, is given up and shown to staff.
    `error` is the name of what went wrong: its words might repeat an address.
    """
    if error in (None, NO_RECIPIENT):
        mail.sent_at, mail.last_error = now, error or ""
        return
    mail.last_error = error[:300]
    mail.due_at = now + min(timedelta(minutes=2 ** (mail.attempts - 1)), timedelta(days=1))
    if lasting or mail.attempts >= MAX_ATTEMPTS:
        mail.given_up_at = now


def given_up(session: Session) -> Sequence[OutboxMail]:
    """Mails that could not be sent, the latest first."""
    return session.scalars(
        select(OutboxMail)
        .where(OutboxMail.given_up_at.is_not(None))
        .order_by(OutboxMail.given_up_at.desc(), OutboxMail.id.desc())
        .limit(MAX_SHOWN)
    ).all()


def try_again(session: Session, mail_id: int, *, now: datetime) -> None:
    """Let a mail that was given up be sent now. Raises NotFound when it is none, or no more."""
    tried = session.execute(
        update(OutboxMail)
        .where(OutboxMail.id == mail_id, OutboxMail.given_up_at.is_not(None))
        .values(given_up_at=None, attempts=0, due_at=now)
        .execution_options(synchronize_session=False)
    )
    if affected(tried) != 1:
        raise NotFound("This email is not among those that could not be sent.")


def forget_sent(session: Session, *, now: datetime) -> int:
    """Delete mails sent more than seven days ago, or given up more than thirty; their number."""
    gone = session.execute(
        delete(OutboxMail).where(
            or_(
                OutboxMail.sent_at < now - SENT_TTL,
                OutboxMail.given_up_at < now - GIVEN_UP_TTL,
            )
        )
    )
    return affected(gone)
