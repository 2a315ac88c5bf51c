"""Staff: who may verify, edit and administer. Flask-Security's models under Rollcall's names.

Beside them: the append-only log of what concerns accounts, the sessions that are open, invitations,
and what somebody had filled in when they were asked to prove again who they are.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum

from flask_security.models.sqla import FsModels, FsRoleMixin, FsUserMixin, FsWebAuthnMixin
from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from tracker.core.orm import Base, BigId, Choice, Id, UtcDateTime


class StaffRole(StrEnum):
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


UNCONFIRMED = datetime(9000, 1, 1, tzinfo=UTC)
"""Stands for a day that has not been set: no wait ends it."""


class StaffAction(StrEnum):
    """An event of an account, or something done with it besides decisions."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED = "locked"
    GUESSED = "guessed"
    """So many wrong passwords came from unknown browsers that the owner was told."""
    UNLOCKED = "unlocked"
    SIGNED_OUT = "signed_out"
    SESSION_REVOKED = "session_revoked"
    ADDED = "added"
    INVITED = "invited"
    INVITATION_CANCELLED = "invitation_cancelled"
    INVITATION_ACCEPTED = "invitation_accepted"
    ROLE_GIVEN = "role_given"
    ROLE_TAKEN = "role_taken"
    ROLE_CONFIRMED = "role_confirmed"
    """A second administrator agreed that somebody is a reviewer or an administrator."""
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    SECOND_FACTOR_SET = "second_factor_set"
    SECOND_FACTOR_RESET = "second_factor_reset"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_RENAMED = "passkey_renamed"
    PASSKEY_REMOVED = "passkey_removed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105  an action's name
    RECOVERY_CODES_MADE = "recovery_codes_made"
    EXPORTED = "exported"
    EXPORTED_PERSONAL = "exported_personal"
    READ_LIMIT = "read_limit"
    """Somebody asked for more individuals' details than are shown within an hour."""
    COUNCIL_YEAR = "council_year"
    """A year of the Security Council was recorded; `detail` names it."""
    VETO_CLASSIFIED = "veto_classified"
    """Somebody's classification of a vetoed text was recorded; `detail` numbers the text."""


class SessionEnd(StrEnum):
    """The way in which a session ended."""

    SIGNED_OUT = "signed_out"
    REVOKED = "revoked"
    TOO_OLD = "too_old"
    ACCOUNT = "account"
    """The account was deactivated, its password changed, or its second factor reset."""


class StaffBase(DeclarativeBase):
    """Flask-Security's mixins are no dataclasses, so staff have a base of their own."""

    metadata = Base.metadata


FsModels.set_db_info(
    base_model=StaffBase,
    user_table_name="staff",
    role_table_name="roles",
    webauthn_table_name="passkeys",
)


class Role(StaffBase, FsRoleMixin):
    """One of `StaffRole`."""

    __tablename__ = "roles"


class User(StaffBase, FsUserMixin):
    """A member of staff. The name is Flask-Security's; the table is `staff`."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(String(120), server_default=text("''"))
    """The name that colleagues see. The database refuses an empty one."""
    last_code: Mapped[int | None] = mapped_column(BigInteger)
    """The time step (RFC 6238) of the last code taken: no code up to it is taken again."""
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """Wrong passwords and codes from unknown browsers since `failing_since`."""
    failing_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Until when unknown browsers are refused."""
    locks: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """The number of times since somebody last signed in from an unknown browser."""
    governments_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """From when on a reviewer may approve governments, and a reviewer or an editor is one of two
    people; `UNCONFIRMED` until a second administrator confirms the role; none for a role that is
    older than this rule."""
    confirms_from: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """The same for an administrator's power to confirm others, and to be one of two people."""

    @property
    def shown(self) -> str:
        """The name that colleagues see."""
        return self.name

    def approves_governments(self, now: datetime) -> bool:
        """Return whether a reviewer's approval counts for governments by now."""
        return self.governments_from is None or self.governments_from <= now

    def confirms(self, now: datetime) -> bool:
        """Return whether an administrator can confirm the roles that others gave by now."""
        return self.confirms_from is None or self.confirms_from <= now

    def counts(self, now: datetime) -> bool:
        """Return whether somebody is one of the two people that a change takes, by now: an account
        in use, with a role that has been confirmed or has waited."""
        decides = self.role_names & {StaffRole.REVIEWER, StaffRole.EDITOR}
        return self.active and (
            (bool(decides) and self.approves_governments(now))
            or (StaffRole.ADMIN in self.role_names and self.confirms(now))
        )

    @property
    def waits_for_confirmation(self) -> bool:
        """Return whether only a second administrator's word lets this reviewer approve
        governments."""
        return self.governments_from == UNCONFIRMED

    @property
    def waits_to_confirm(self) -> bool:
        """Return whether only a second administrator's word lets this administrator confirm
        others."""
        return self.confirms_from == UNCONFIRMED

    @property
    def role_names(self) -> frozenset[str]:
        return frozenset(role.name for role in self.roles)


class WebAuthn(StaffBase, FsWebAuthnMixin):
    """A passkey of a member of staff."""

    __tablename__ = "passkeys"


class StaffEvent(Base):
    """An event of an account, when and by whom. The database refuses to change or delete it.

    It holds ids and codes, no personal words. An address that belongs to nobody stands here as a
    keyed hash, and where it was done from in `StaffEventMark`, which goes after 30 days.
    """

    __tablename__ = "staff_events"
    __table_args__ = (
        CheckConstraint("(staff_id IS NULL) = (address_digest IS NOT NULL)", name="about_whom"),
        CheckConstraint("(by_id IS NULL) = (cites <> '')", name="by_whom"),
        Index("ix_staff_events_at_id", "at", "id"),
        Index("ix_staff_events_staff_id_at_id", "staff_id", "at", "id"),
        Index("ix_staff_events_by_id_at_id", "by_id", "at", "id"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    action: Mapped[StaffAction] = mapped_column(Choice(StaffAction))
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    """About whom."""
    by_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), default=None)
    cites: Mapped[str] = mapped_column(String(80), default="")
    """The actor when no known person was: the command line, somebody at the sign-in page."""
    detail: Mapped[str] = mapped_column(String(160), default="")
    """A short code: the role given, the way of signing in, what was exported."""
    address_digest: Mapped[str | None] = mapped_column(String(64), default=None)


class StaffEventMark(Base):
    """The network that an event came from, as `core.limits.network` marks it. Erasable."""

    __tablename__ = "staff_event_marks"

    event_id: Mapped[int] = mapped_column(BigId, ForeignKey("staff_events.id"), primary_key=True)
    network: Mapped[str] = mapped_column(String(32))
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class StaffSession(Base):
    """One signed-in browser. The cookie holds a random token, this table only its hash."""

    __tablename__ = "staff_sessions"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (how_ended IS NULL)", name="ended_how"),
    )

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    began_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """To the minute."""
    browser: Mapped[str] = mapped_column(String(20))
    system: Mapped[str] = mapped_column(String(20))
    network: Mapped[str] = mapped_column(String(32))
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    how_ended: Mapped[SessionEnd | None] = mapped_column(Choice(SessionEnd), default=None)


class Invitation(Base):
    """An account that waits for its owner to follow the mailed link. One an account."""

    __tablename__ = "staff_invitations"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), primary_key=True)
    stamp: Mapped[str] = mapped_column(String(32))
    """Stands in the newest link: an older one does not open any more."""
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class KnownBrowser(Base):
    """A browser in which somebody signed in before. Its cookie holds a random token, new at each
    sign-in; this table only the token's hash, and what was typed wrongly there."""

    __tablename__ = "staff_browsers"

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    last_used_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    failing_since: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class FailingNetwork(Base):
    """A network from whose unknown browsers wrong passwords came, under its mark of the day."""

    __tablename__ = "staff_networks"

    network: Mapped[str] = mapped_column(String(32), primary_key=True)
    failing_since: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    failures: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    locks: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class Draft(Base):
    """A form that was sent when its sender had to prove anew who they are. Kept for a day."""

    __tablename__ = "staff_drafts"

    id: Mapped[Id] = mapped_column(init=False)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    fields_sealed: Mapped[str] = mapped_column(Text)
    """``[[name, value], …]``, without the token of the form."""
