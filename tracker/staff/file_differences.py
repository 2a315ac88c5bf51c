"""The changes of a State that the data files propose, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from tracker.core.i18n import day
from tracker.staff import labels
from tracker.staff.forms.succession import LANGUAGES
from tracker.supporters import file_rows
from tracker.supporters.change_labels import group_of
from tracker.supporters.changes import StateNamePeriod
from tracker.supporters.file_rows import Row
from tracker.supporters.models import Membership, RegionalGroup, StateName
from tracker.supporters.proposals import StateProposal

COLUMNS = {
    "name": _l("Name in the United Nations’ list"),
    "short_name": _l("short"),
    "formal_name": _l("formal"),
    "article": _l("article"),
    "source": _l("source"),
    "held_from": _l("held from"),
    "held_until": _l("held until"),
    "membership": _l("Standing"),
    "regional_group": _l("Regional group"),
    "admitted_on": _l("Admitted"),
    "permanent": _l("Permanent seat in the Security Council"),
    "note": _l("Note"),
    "read_on": _l("Read on"),
    "iso2": _l("Two-letter code"),
}


@dataclass(frozen=True)
class Difference:
    """One thing before and after, in words."""

    what: str
    before: str
    after: str


def in_words(session: Session, proposal: StateProposal) -> list[Difference]:
    """Return every value that the files would change."""
    return [
        Difference(_label(session, row, name), _as_text(before), _as_text(after))
        for row in file_rows.rows_of(proposal)
        for name, before, after in file_rows.differences(session, row)
        if name in COLUMNS and _as_text(before) != _as_text(after)
    ]


def sources(proposal: StateProposal) -> list[str]:
    """On whose word the files say it, each once."""
    texts = (row["values"].get("source") for row in file_rows.rows_of(proposal))
    return list(dict.fromkeys(filter(None, texts)))


def _label(session: Session, row: Row, column: str) -> str:
    """Return what differs, as in "French, short" or "Former name Dahomey (French), held until"."""
    word = str(COLUMNS[column])
    if row["table"] not in (StateName.__tablename__, StateNamePeriod.__tablename__):
        return word[0].upper() + word[1:]
    values = row["values"] or vars(file_rows.present(session, row))
    language = str(LANGUAGES[values["language"]])
    if row["table"] == StateName.__tablename__:
        return str(_("%(language)s, %(what)s", language=language, what=word))
    return str(
        _(
            "Former name “%(name)s” (%(language)s), %(what)s",
            name=values["short_name"],
            language=language,
            what=word,
        )
    )


def _as_text(value: object) -> str:
    if isinstance(value, RegionalGroup):
        return group_of(value)
    if isinstance(value, Membership):
        return str(labels.for_value(value))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return day(value) if isinstance(value, date) else str(value or "")
