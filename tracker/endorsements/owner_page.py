"""An owner's own page: what it says of their entries, and what can be done there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from flask_babel import gettext as _

from tracker.core.crypto import Vault
from tracker.core.i18n import day
from tracker.endorsements import labels, owner_status, queries, services
from tracker.endorsements.decisions import Decision
from tracker.endorsements.lifecycle import AWAITING, Status
from tracker.endorsements.manage_forms import (
    FileForm,
    MandateForm,
    OwnForm,
    OwnWordsForm,
    WordsForm,
)
from tracker.endorsements.models import Endorsement
from tracker.endorsements.owner_status import CONFIRMED
from tracker.endorsements.retention import periods
from tracker.supporters.models import SupporterKind

NAMED = frozenset({CONFIRMED, Status.VERIFIED})
TO_BE_NAMED = frozenset({Status.IN_REVIEW, Status.NEEDS_INFO, Status.SUSPENDED})
NAMING = NAMED | TO_BE_NAMED
"""Statuses, as an owner reads them, in which a person can choose whether to be named."""
AnyOwnForm = TypeVar("AnyOwnForm", bound=OwnForm)


class OwnEntry:
    """One entry as its owner sees it.

    `sent` is a form of the page that could not be taken: it is shown again with what was typed.
    """

    def __init__(self, entry: Endorsement, *, now: datetime, sent: OwnForm | None = None) -> None:
        self.entry = entry
        self.state = owner_status.state(entry)
        self.may_withdraw = owner_status.may_withdraw(entry)
        self.may_appeal = owner_status.may_appeal(entry)
        self._now = now
        self._sent = sent

    @property
    def label(self) -> str:
        return labels.for_owner(self.entry, self.state)

    @property
    def name(self) -> str:
        return self.entry.supporter.name or str(_("erased"))

    @property
    def officer(self) -> str:
        """Name, title and body of whoever acted for the supporter, as far as they are kept."""
        officer = self.entry.officer
        return (
            ", ".join(filter(None, (officer.name, officer.title, officer.body))) if officer else ""
        )

    @property
    def country(self) -> str | None:
        is_government = self.entry.kind is SupporterKind.GOVERNMENT
        return None if is_government else self.entry.supporter.country

    @property
    def words_note(self) -> str:
        """Say whether an individual's words are public."""
        if self.entry.kind is not SupporterKind.INDIVIDUAL:
            return ""
        shown = self.entry.public_words and self.entry.be_named and self.state == CONFIRMED
        return str(_("shown beside your name") if shown else _("not shown"))

    @property
    def naming_note(self) -> str:
        """Say whether a person's name is public."""
        if not self.entry.be_named or self.state not in NAMING:
            return str(_("not shown"))
        return str(_("shown") if self.state in NAMED else _("to be shown once this is verified"))

    @property
    def withdrawal_note(self) -> str:
        """Say that the withdrawal is asked for and waits for reviewers."""
        asked_at = self.entry.withdrawal_requested_at
        if asked_at is None or self.state != Status.VERIFIED:
            return ""
        on = day(asked_at)
        return str(_("You asked for withdrawal on %(day)s; our reviewers will confirm it.", day=on))

    @property
    def erased_on(self) -> date | None:
        """The day on which personal details were erased."""
        if self.state in (CONFIRMED, Status.SUSPENDED):
            return None
        return periods.erased_on(self.entry, now=self._now)

    @property
    def is_asked(self) -> bool:
        """Return whether reviewers wait for an answer."""
        return self.state == Status.NEEDS_INFO

    @property
    def question(self) -> str:
        return queries.question(self.entry)

    @property
    def last_sent(self) -> Decision | None:
        """The latest answer or appeal, if its words are kept."""
        decision = queries.own_words(self.entry)
        return decision if decision and decision.note else None

    @cached_property
    def words_form(self) -> WordsForm:
        return self._form(WordsForm)

    @property
    def unsent(self) -> WordsForm | None:
        """An answer or appeal that came when none could be given any more."""
        too_late = not (self.is_asked or self.may_appeal)
        return self.words_form if too_late and self.words_form.errors else None

    @cached_property
    def own_words_form(self) -> OwnWordsForm | None:
        is_individual = self.entry.kind is SupporterKind.INDIVIDUAL
        if not is_individual or self.state not in (CONFIRMED, Status.NEEDS_INFO):
            return None
        return self._form(OwnWordsForm, own_words=self.entry.words)

    @cached_property
    def file_form(self) -> FileForm | None:
        return self._form(FileForm) if services.lacks_file(self.entry) else None

    @cached_property
    def mandate_form(self) -> MandateForm | None:
        """The form that ends a mandate; none where it has ended."""
        until = self.entry.supporter.mandate_until
        sits = until is None or until > self._now.date()
        is_counted = self.entry.status is Status.VERIFIED
        if self.entry.kind is not SupporterKind.PARLIAMENTARIAN or not (is_counted and sits):
            return None
        return self._form(MandateForm)

    @property
    def may_choose_naming(self) -> bool:
        """Return whether a person can be named, or be so no longer."""
        return self.entry.kind.is_person and self.state in NAMING

    @property
    def may_erase(self) -> bool:
        return self.state != Status.ERASED

    @property
    def withdraws_by_request(self) -> bool:
        """Return whether reviewers confirm a withdrawal: of what they verified for others."""
        return self.state == Status.VERIFIED

    @property
    def is_withdrawn_by_erasing(self) -> bool:
        """Return whether nobody could verify the entry once its officer is erased."""
        return not self.entry.kind.is_person and self.entry.status in AWAITING

    def _form(self, kind: type[AnyOwnForm], **data: str) -> AnyOwnForm:
        """Return the form that was sent; an empty one, or one with `data`, if another was."""
        if isinstance(self._sent, kind) and self._sent.entry_id == self.entry.id:
            return self._sent
        return kind(self.entry.id, formdata=None, data=data)


class OwnerPage:
    """All entries that a link opens, and the address under which they are recorded."""

    def __init__(
        self,
        entries: Sequence[Endorsement],
        vault: Vault,
        *,
        now: datetime,
        sent: OwnForm | None = None,
    ) -> None:
        self.entries = [OwnEntry(entry, now=now, sent=sent) for entry in entries]
        sealed = next(filter(None, map(queries.sealed_address, entries)), None)
        self.address = vault.open(sealed) if sealed else None
        """None once all entries are erased."""
