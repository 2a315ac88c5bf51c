"""What happened to a supporter, in fixed neutral words."""

from __future__ import annotations

from flask_babel import gettext as _

from tracker.core.dates import DatePrecision
from tracker.core.i18n import day
from tracker.supporters.changes import ChangeKind, SupporterChange


def happened(change: SupporterChange) -> str:
    """What a reader learns of something that happened to a supporter, or that it was an error."""
    on = day(change.happened_on)
    if change.precision is DatePrecision.BY:
        on = _("by %(day)s", day=on)
    if change.undoes_id is None:
        return _said(change, on, change.before, change.after)
    said = _said(change, on, change.after, change.before)
    return str(_("Recorded in error and taken back: %(what)s", what=said))


def _said(change: SupporterChange, on: str, before: str, after: str) -> str:
    name = change.successor.name if change.successor else ""
    if change.kind is ChangeKind.RENAMED:
        if before == after:
            return str(_("Name changed in some languages (%(day)s)", day=on))
        said = _("Renamed from “%(old)s” to “%(new)s” (%(day)s)", old=before, new=after, day=on)
        return str(said)
    return str(
        {
            ChangeKind.DISSOLVED: _("Dissolved (%(day)s)", day=on),
            ChangeKind.MERGED_INTO: _("Merged into %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.SUCCEEDED: _("Succeeded by %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.MANDATE_ENDED: _("Mandate ended (%(day)s)", day=on),
            ChangeKind.MANDATE_BEGAN: _("Mandate began again (%(day)s)", day=on),
        }[change.kind]
    )
