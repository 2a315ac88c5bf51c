"""Staff: who may verify, edit and administer. Flask-Security's models under Rollcall's names."""

from __future__ import annotations

from enum import StrEnum

from flask_security.models.sqla import FsModels, FsRoleMixin, FsUserMixin, FsWebAuthnMixin
from sqlalchemy import String, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from tracker.core.orm import Base


class StaffRole(StrEnum):
    REVIEWER = "reviewer"
    EDITOR = "editor"
    ADMIN = "admin"


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

    name: Mapped[str] = mapped_column(String(120), default="", server_default=text("''"))


class WebAuthn(StaffBase, FsWebAuthnMixin):
    """A passkey of a member of staff."""

    __tablename__ = "passkeys"
