"""What each kind of content consists of, field by field."""

from __future__ import annotations

from tracker.content.fields import Field, Kind, Takes, choice, supporter_kinds
from tracker.content.models import ContentKind
from tracker.core.words import translatable as _t
from tracker.initiatives.models import (
    EVERY_GRADE,
    AimUnit,
    Campaign,
    Convenor,
    Document,
    DocumentCategory,
    Grade,
    Initiative,
    Milestone,
    Preference,
    Reform,
    ReformStatus,
    ReportedTally,
    Statement,
)
from tracker.initiatives.reported import QUALIFIERS, UNITS

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

KINDS: dict[ContentKind, Kind] = {
    one.kind: one
    for one in (
        Kind(
            ContentKind.CAMPAIGN,
            Campaign,
            _t("Campaign"),
            _t("Campaigns"),
            (
                Field("name", _t("Name"), longest=120),
                SLUG,
                Field(
                    "theme",
                    _t("Theme"),
                    hint=_t("What it is about, in about three words: Restraint of the veto."),
                    longest=120,
                ),
                Field(
                    "lead", _t("Lead"), Takes.PROSE, _t("One or two sentences on the first page.")
                ),
                POSITION,
            ),
            belongs_to=(),
        ),
        Kind(
            ContentKind.INITIATIVE,
            Initiative,
            _t("Initiative"),
            _t("Initiatives"),
            (
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
                    hint=_t(
                        "As the record cites it: A/70/621-S/2015/978 (14 December 2015), annex I."
                    ),
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
                    options=tuple(one.value for one in Grade),
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
            ),
            belongs_to=(ContentKind.CAMPAIGN,),
        ),
        Kind(
            ContentKind.DOCUMENT,
            Document,
            _t("Document"),
            _t("Documents"),
            (
                Field("title", _t("Title"), Takes.PROSE),
                choice("category", _t("Category"), DocumentCategory),
                DATED,
                Field(
                    "reference",
                    _t("Where it can be read"),
                    hint=_t("A UN symbol, the publisher’s own address, or the place of a copy."),
                ),
                Field("publisher", _t("Publisher"), longest=160),
                Field(
                    "source",
                    _t("Where we read it"),
                    Takes.PROSE,
                    _t("If that is not the place above."),
                    required=False,
                ),
            ),
            known_by=("title", "dated"),
        ),
        Kind(
            ContentKind.MILESTONE,
            Milestone,
            _t("Milestone"),
            _t("Milestones"),
            (
                Field("dated", _t("Date"), Takes.PARTIAL, DATE_HINT, longest=10),
                Field("what", _t("What happened"), Takes.PROSE),
                SOURCE,
            ),
            known_by=("dated", "what"),
        ),
        Kind(
            ContentKind.REFORM,
            Reform,
            _t("Reform"),
            _t("Reforms"),
            (
                Field("number", _t("Number"), Takes.NUMBER),
                Field("demand", _t("Demand"), Takes.PROSE),
                Field("source", _t("Source of the demand"), Takes.PROSE, SOURCE_HINT),
                choice(
                    "status",
                    _t("Assessment"),
                    ReformStatus,
                    _t("Anything but “not assessed” needs evidence and its source."),
                ),
                Field(
                    "evidence",
                    _t("Evidence"),
                    Takes.PROSE,
                    _t("What shows that the demand is met, partly met or not met."),
                    required=False,
                ),
                Field(
                    "evidence_source",
                    _t("Source of the evidence"),
                    Takes.PROSE,
                    SOURCE_HINT,
                    required=False,
                ),
            ),
            known_by=("number",),
        ),
        Kind(
            ContentKind.CONVENOR,
            Convenor,
            _t("Convenor"),
            _t("Convenors"),
            (
                Field("name", _t("Name"), longest=200),
                Field("role", _t("Role"), longest=200),
                SOURCE,
            ),
            known_by=("name",),
        ),
        Kind(
            ContentKind.STATEMENT,
            Statement,
            _t("Statement"),
            _t("Statements"),
            (
                Field(
                    "speaker",
                    _t("Speaker"),
                    hint=_t("An office, a State, a parliament, an organisation or a person."),
                    longest=200,
                ),
                Field(
                    "person",
                    _t("Person"),
                    hint=_t("Who spoke for the office."),
                    required=False,
                    longest=160,
                ),
                Field(
                    "state_iso3",
                    _t("State"),
                    Takes.STATE,
                    _t("If the speaker is a government: it then stands on that State’s page too."),
                    required=False,
                    absent=None,
                ),
                DATED,
                Field("what", _t("What was said"), Takes.PROSE),
                Field(
                    "document",
                    _t("UN document"),
                    Takes.SYMBOL,
                    _t("Its symbol, such as A/63/677."),
                    required=False,
                    longest=60,
                ),
                SOURCE,
            ),
            belongs_to=(ContentKind.CAMPAIGN, ContentKind.INITIATIVE),
            known_by=("speaker", "person", "dated", "what"),
        ),
        Kind(
            ContentKind.REPORTED_TALLY,
            ReportedTally,
            _t("Reported tally"),
            _t("Reported tallies"),
            (
                Field("value", _t("Number"), Takes.NUMBER),
                Field("qualifier", _t("Exact or not"), Takes.CHOICE, options=QUALIFIERS),
                Field("unit", _t("What it counts"), Takes.CHOICE, options=UNITS),
                Field(
                    "observers",
                    _t("Observers besides"),
                    Takes.NUMBER,
                    required=False,
                    absent=None,
                ),
                Field("reported_on", _t("Date"), Takes.DAY, required=False, absent=None),
                Field(
                    "date_precision",
                    _t("How exact the date is"),
                    hint=_t(
                        "With a date: day, about, month or since month."
                        " Without: the years, such as 2017 or 2018, or undated."
                    ),
                    longest=40,
                ),
                Field("what", _t("What was reported"), Takes.PROSE),
                SOURCE,
                choice(
                    "preferred",
                    _t("May it stand as the reported figure?"),
                    Preference,
                    _t("The newest preferred figure dated by a day is the one shown for that day."),
                ),
            ),
            belongs_to=(ContentKind.CAMPAIGN, ContentKind.INITIATIVE),
            kept=("tally_id", "subject"),
            known_by=("tally_id",),
        ),
    )
}
