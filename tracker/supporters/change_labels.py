"""Events of supporters, in fixed neutral words."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from tracker.core.dates import DatePrecision
from tracker.core.i18n import day
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.models import RegionalGroup

NO_GROUP = _l("No regional group")


def group(regional_group: RegionalGroup) -> str:
    """Return the heading under which the States of a group stand."""
    return str(GROUPS[regional_group])


def group_of(regional_group: RegionalGroup) -> str:
    """Return the group of a single State."""
    return str(NO_GROUP) if regional_group is RegionalGroup.NONE else group(regional_group)


GROUPS = {
    RegionalGroup.AFRICAN: _l("African Group"),
    RegionalGroup.ASIA_PACIFIC: _l("Asia-Pacific Group"),
    RegionalGroup.EASTERN_EUROPEAN: _l("Eastern European Group"),
    RegionalGroup.GRULAC: _l("Latin American and Caribbean Group"),
    RegionalGroup.WEOG: _l("Western European and Others Group"),
    RegionalGroup.NONE: _l("Observer States"),
}


def happened(change: SupporterChange) -> str:
    """Return what a reader learns of something that happened to a supporter, or that it was an
    error."""
    on = day(change.happened_on)
    if change.precision is DatePrecision.BY:
        on = _("by %(day)s", day=on)
    before, after = change.before, change.after
    if change.kind is ChangeKind.REGROUPED:
        groups = map(RegionalGroup, change.difference["regional_group"])
        before, after = map(group_of, groups)
    if change.undoes_id is None:
        return _sentence(change, on, before, after)
    text = _sentence(change, on, after, before)
    return str(_("Recorded in error and taken back: %(what)s", what=text))


def _sentence(change: SupporterChange, on: str, before: str, after: str) -> str:
    name = change.successor.name if change.successor else ""
    if change.kind is ChangeKind.RENAMED:
        if before == after:
            return str(_("Name changed in some languages (%(day)s)", day=on))
        text = _("Renamed from “%(old)s” to “%(new)s” (%(day)s)", old=before, new=after, day=on)
        return str(text)
    if change.kind is ChangeKind.REGROUPED:
        return str(
            _(
                "Regional group changed from “%(old)s” to “%(new)s” (%(day)s)",
                old=before,
                new=after,
                day=on,
            )
        )
    return str(
        {
            ChangeKind.DISSOLVED: _("Dissolved (%(day)s)", day=on),
            ChangeKind.MERGED_INTO: _("Merged into %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.SUCCEEDED: _("Succeeded by %(name)s (%(day)s)", name=name, day=on),
            ChangeKind.MANDATE_ENDED: _("Mandate ended (%(day)s)", day=on),
            ChangeKind.MANDATE_BEGAN: _("Mandate began again (%(day)s)", day=on),
        }[change.kind]
    )
