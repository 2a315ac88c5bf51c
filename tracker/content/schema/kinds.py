"""The kinds of content, field by field."""

from __future__ import annotations

from tracker.content.models import ContentKind
from tracker.content.schema import initiative_fields
from tracker.content.schema.fields import Field, Kind, Takes, choice
from tracker.content.schema.initiative_fields import (
    DATE_HINT,
    DATED,
    POSITION,
    SLUG,
    SOURCE,
    SOURCE_HINT,
)
from tracker.core.words import translatable as _t
from tracker.initiatives.models import (
    Assessor,
    Campaign,
    Convenor,
    Document,
    DocumentCategory,
    Initiative,
    Milestone,
    Reform,
    ReformStatus,
)
from tracker.initiatives.reported_figures import QUALIFIERS, UNITS, Preference, ReportedTally
from tracker.initiatives.statements import Statement, Step, Voice

KINDS: dict[ContentKind, Kind] = {
    kind.kind: kind
    for kind in (
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
            initiative_fields.FIELDS,
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
                choice(
                    "assessor",
                    _t("Who assesses"),
                    Assessor,
                    _t("Only of an assessment: it then stands with the others of its group."),
                    required=False,
                    absent=None,
                ),
                DATED,
                Field("language", _t("Language"), Takes.LANGUAGE, required=False, longest=2),
                Field(
                    "says",
                    _t("What it says"),
                    Takes.PROSE,
                    _t("In a sentence or two, in our own words."),
                    required=False,
                    longest=1000,
                ),
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
                choice(
                    "voice",
                    _t("Speaks as"),
                    Voice,
                    _t("The statement then stands with the others of its group."),
                    required=False,
                    absent=None,
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
                    "quote",
                    _t("In the speaker’s own words"),
                    Takes.PROSE,
                    _t("Word for word, without quotation marks around it."),
                    required=False,
                ),
                Field(
                    "reforms",
                    _t("Reforms"),
                    hint=_t("Of an initiative with reforms: their numbers, such as 3;5."),
                    required=False,
                    longest=40,
                ),
                choice(
                    "step",
                    _t("Step of a parliament"),
                    Step,
                    _t("A committee’s step or a request is no resolution, and marked so."),
                    required=False,
                    absent=None,
                ),
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
