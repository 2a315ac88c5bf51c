"""The fields of an initiative, and those that other kinds have too."""

from __future__ import annotations

from tracker.content.schema.fields import Field, Takes, choice, supporter_kinds
from tracker.core.words import translatable as _t
from tracker.initiatives.grades import EVERY_GRADE, Grade
from tracker.initiatives.models import AimUnit

DATE_HINT = _t("A day, a month or a year: 2015-10-23, 2015-10 or 2015.")
UNDATED_HINT = _t("A day, a month or a year: 2015-10-23, 2015-10 or 2015. Empty if undated.")
SOURCE_HINT = _t("As a citation reads: publisher, title, date, address.")
SLUG = Field(
    "slug",
    _t("Address"),
    Takes.SLUG,
    _t("The end of the page’s address, such as veto-restraint. It stays for ever once public."),
    longest=60,
)
POSITION = Field("position", _t("Place in the list"), Takes.NUMBER, _t("1 stands first."))
SOURCE = Field("source", _t("Source"), Takes.PROSE, SOURCE_HINT)
DATED = Field("dated", _t("Date"), Takes.PARTIAL, UNDATED_HINT, required=False, longest=10)

FIELDS: tuple[Field, ...] = (
    Field("name", _t("Name"), longest=120),
    SLUG,
    Field("official_name", _t("Official name"), longest=200),
    Field(
        "asks",
        _t("What it asks"),
        Takes.PROSE,
        _t("What a supporter pledges or asks for, in a sentence or two."),
    ),
    Field("summary", _t("Summary"), Takes.PROSE),
    Field("launched", _t("Launched"), Takes.PARTIAL, DATE_HINT, longest=10),
    Field(
        "reference",
        _t("The text that is endorsed"),
        hint=_t("As the record cites it: A/70/621-S/2015/978 (14 December 2015), annex I."),
        longest=200,
    ),
    Field(
        "website",
        _t("Website"),
        Takes.WEBSITE,
        required=False,
        longest=200,
        absent=None,
    ),
    supporter_kinds(
        "signatory_kinds",
        _t("Whom the instrument itself invites"),
        _t("They make the headline; the others are counted beside them."),
    ),
    supporter_kinds(
        "open_kinds",
        _t("Who may record support here"),
        _t("To take nobody any more, give the closing day instead."),
    ),
    Field(
        "grades",
        _t("Grades that it uses"),
        Takes.CHOICES,
        _t("Of governments. Only endorsed is counted. Tick none for all three."),
        required=False,
        options=tuple(grade.value for grade in Grade),
        enum=Grade,
        absent=EVERY_GRADE,
    ),
    Field(
        "aim",
        _t("How much support it aims for"),
        Takes.NUMBER,
        _t("If it names a number. Two thirds of the Member States are 129 of 193."),
        required=False,
        absent=None,
    ),
    choice(
        "aim_unit",
        _t("Of what"),
        AimUnit,
        _t("Shown beside the tally, with how much is documented so far."),
        required=False,
        absent=None,
    ),
    POSITION,
    Field(
        "notice",
        _t("Notice"),
        Takes.PROSE,
        _t("What a visitor must know first, such as that a summit is past."),
        required=False,
    ),
    Field(
        "reforms_note",
        _t("On its reforms"),
        Takes.PROSE,
        _t("What must be known to read them, such as when they were written."),
        required=False,
    ),
    Field(
        "opens_on",
        _t("Opens on"),
        Takes.DAY,
        _t("The first day on which support can be recorded. Empty: at once."),
        required=False,
        absent=None,
    ),
    Field(
        "closed_on",
        _t("Closed on"),
        Takes.DAY,
        _t("From this day on nobody can record support. Tallies and history stay."),
        required=False,
        absent=None,
    ),
    Field(
        "archived_on",
        _t("Archived on"),
        Takes.DAY,
        _t("Only of a closed one for which nothing waits. It can then only be read."),
        required=False,
        absent=None,
    ),
)
