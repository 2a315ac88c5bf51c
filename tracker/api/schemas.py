"""The shapes of what the API answers."""

from __future__ import annotations

from marshmallow import Schema, fields

from tracker.api.described_fields import (
    DAY,
    count,
    described,
    invented,
    one_of,
    perhaps,
    text,
    whole,
)
from tracker.core import demonstration_mark
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.models import Origin
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import AimUnit
from tracker.initiatives.reported_figures import Preference
from tracker.initiatives.statements import Step, Voice
from tracker.ledger.models import DatePrecision
from tracker.supporters.models import Membership, RegionalGroup, SupporterKind
from tracker.tallies.roll import KINDS


class Problem(Schema):
    """A problem: something that went wrong (RFC 9457)."""

    type = text("about:blank: the status says what kind of problem it is.")
    title = text("In a few words.")
    status = whole("The status of the answer.")
    detail = text("The fault, and what to do about it.")


class Aim(Schema):
    value = whole("The number.")
    unit = one_of(AimUnit, "Of what; per cent is of the Member States.")


class Initiative(Schema):
    slug = text("Its name in addresses.")
    campaign = text("The slug of its campaign.")
    name = text("Its name.")
    official_name = text("Its name in full.")
    asks = text("A supporter's pledge or demand.")
    launched = text("A day, a month or a year.")
    reference = text("The text that is endorsed, as the record cites it.")
    website = perhaps("Its own website.")
    signatory_kinds = fields.List(
        one_of(SupporterKind, "A kind."),
        required=True,
        metadata=described("The kinds that the instrument itself invites: they make its headline."),
    )
    grades = fields.List(
        one_of(Grade, "A grade."),
        required=True,
        metadata=described("The grades in which governments' support is recorded."),
    )
    aim = fields.Nested(
        Aim, required=True, allow_none=True, metadata=described("Its aim, if it names one.")
    )
    open = fields.Boolean(
        required=True, metadata=described("True where support can be recorded today.")
    )
    opens_on = perhaps("The first day on which support can be recorded.", **DAY)
    closed_on = perhaps("From this day on nobody can record support.", **DAY)
    archived_on = perhaps("Since when it is read only.", **DAY)
    address = text("Its page.", format="uri")
    demonstration = invented()


class Campaign(Schema):
    slug = text("Its name in addresses.")
    name = text("Its name.")
    theme = text("Its subject, in three words.")
    initiatives = fields.List(fields.String(), required=True, metadata=described("Their slugs."))
    address = text("Its page.", format="uri")
    demonstration = invented()


class Governments(Schema):
    """Member and Observer States, counted apart; the other grades beside them."""

    members = count("Member States that endorsed.")
    observers = count("Observer States that endorsed.")
    announced = count("Those whose instrument is awaited. Not counted in a headline.")
    voiced = count("With support in words. Not counted in a headline.")


class Reported(Schema):
    """A figure that convenors published. Never added to our count."""

    value = whole("The figure.")
    qualifier = text("exact, about, nearly, over or more than.")
    unit = text("Of what.")
    observers = fields.Integer(
        required=True, allow_none=True, metadata=described("Observer States.")
    )
    date = perhaps("Its day.", **DAY)
    date_precision = text("The precision of its date.")
    source = text("Its publisher, and the place.")


class Tally(Schema):
    initiative = text("The slug.")
    as_of = text("The day of the count.", **DAY)
    ledger_size = count(
        "The number of ledger entries that it sums. With known_at, all those of its day (UTC)."
    )
    governments = fields.Nested(
        Governments, required=True, metadata=described("Members and observers, counted apart.")
    )
    organisations = count("Organisations.")
    parliamentarians = count("Parliamentarians, sitting or former.")
    individuals = count("Individuals.")
    awaiting_verification = fields.Integer(
        required=True,
        allow_none=True,
        metadata=described(
            "Entries of governments, organisations and parliamentarians that reviewers have not"
            " decided yet; part of no count. Null for any day but today."
        ),
    )
    reported = fields.Nested(
        Reported,
        required=True,
        allow_none=True,
        metadata=described("The convenors' figure; never added to our count."),
    )
    demonstration = invented()


class StatesCounted(Schema):
    members = count("Member States.")
    observers = count("Observer States.")


class CampaignTally(Schema):
    campaign = text("The slug.")
    as_of = text("The day of the count.", **DAY)
    ledger_size = count(
        "The number of ledger entries that it sums. With known_at, all those of its day (UTC)."
    )
    initiatives = fields.List(
        fields.Nested(Tally), required=True, metadata=described("The tally of each initiative.")
    )
    either = fields.Nested(
        StatesCounted, required=True, metadata=described("Governments that endorsed at least one.")
    )
    both = fields.Nested(
        StatesCounted, required=True, metadata=described("Governments that endorsed all.")
    )
    reported = fields.Nested(
        Reported,
        required=True,
        allow_none=True,
        metadata=described("The convenors' figure; never added to our count."),
    )
    demonstration = invented()


class Point(Schema):
    """The counts at the end of a day on which one of them changed."""

    date = text("The day.", **DAY)
    governments = fields.Nested(
        Governments, required=True, metadata=described("Members and observers, counted apart.")
    )
    organisations = count("Organisations.")
    parliamentarians = count("Parliamentarians.")
    individuals = count("Individuals.")


class Organisation(Schema):
    id = whole("Its number.")
    name = text("Its name; on an earlier day, its name then.")
    country = perhaps("ISO 3166-1 alpha-2.")
    website = perhaps("Its website.")
    address = text("Its page.", format="uri")
    demonstration = invented()


class Text(Schema):
    """A text on which entries rest."""

    id = whole("Its number.")
    type = one_of(InstrumentType, "The kind of text.")
    source = text("Publisher, title and place, as a citation reads.")
    publisher = perhaps("Its publisher.")
    dated = perhaps("A day, a month or a year.")
    symbol = perhaps("The symbol of the United Nations document.")
    language = perhaps("ISO 639-1.")
    link = perhaps("Its address at its publisher.")
    archived_link = perhaps("A copy in a web archive.")
    secondary_copy = fields.Boolean(
        required=True, metadata=described("True where only somebody else's copy was read.")
    )
    details = perhaps("What is known of how it was read.")
    last_checked = perhaps("The day on which staff last looked at it.", **DAY)
    sha256 = perhaps("Of its file, if that is published.")
    address = text("Its page.", format="uri")
    demonstration = invented()


class CitedText(Text):
    page = perhaps("The page, paragraph or annex.")


class Declaration(Schema):
    """A State's own declaration with its endorsement, in its own words. It changes no count."""

    language = text("Their language (ISO 639-1).")
    date = text("The day on which it was made.", **DAY)
    source = text("The text in which it stands, as a citation reads.")
    link = perhaps("Where that can be read at its publisher.")
    secondary_copy = fields.Boolean(
        required=True, metadata=described("Whether only somebody else's copy was read.")
    )
    withdrawn = fields.Boolean(
        required=True, metadata=described("Whether the State has withdrawn it by that day.")
    )
    withdrawn_on = perhaps("Since when.", **DAY)
    text = text("The words.")  # last, since it hides the function of its name


def declarations() -> fields.List[fields.Nested]:
    return fields.List(
        fields.Nested(Declaration),
        required=True,
        metadata=described("A government's own declarations with it, oldest first."),
    )


class Endorsement(Schema):
    id = whole("The entry's number.")
    initiative = text("The slug.")
    kind = one_of(KINDS, "The supporter's kind.")
    name = text("The supporter's name on that day.")
    state = perhaps("Of a government: ISO 3166-1 alpha-3.")
    membership = one_of(Membership, "Of a government.", none=True)
    regional_group = one_of(RegionalGroup, "Of a government.", none=True)
    organisation = fields.Integer(
        required=True, allow_none=True, metadata=described("Of an organisation: its number.")
    )
    country = perhaps("Of an organisation or a parliamentarian: ISO 3166-1 alpha-2.")
    grade = one_of(Grade, "The extent of the support. Only endorsed is counted in a headline.")
    since = text("The day on which this grade began.", **DAY)
    since_precision = one_of(DatePrecision, "On that day, or by that day at the latest.")
    since_known = fields.Boolean(
        required=True,
        metadata=described("False where it is only the day on which the entry was seen."),
    )
    origin = one_of(Origin, "The way by which the entry came here.")
    evidence = fields.List(
        fields.Nested(CitedText), required=True, metadata=described("The texts on which it rests.")
    )
    address = text("Its page.", format="uri")
    declarations = declarations()
    demonstration = invented()


class Statement(Schema):
    id = whole("Its number.")
    campaign = text("The slug.")
    initiative = perhaps("The slug, if it is about one initiative.")
    speaker = text("An office, a State, a parliament, an organisation or a person.")
    person = perhaps("The person who spoke for it.")
    state = perhaps("ISO 3166-1 alpha-3.")
    dated = perhaps("A day, a month or a year.")
    what = text("The words or the act.")
    document = perhaps("The document that records it.")
    source = text("The place where that can be read.")
    voice = one_of(Voice, "As what the speaker speaks.", none=True)
    quote = perhaps("The speaker's own words.")
    reforms = fields.List(
        fields.Integer(), required=True, metadata=described("The reforms that it is about.")
    )
    step = one_of(Step, "Of a parliament: only a resolution is one.", none=True)
    link = perhaps("The public address of a UN document that records it.")
    demonstration = invented()


class ReportedTally(Reported):
    id = text("Its number in the record.")
    subject = text("An initiative's slug, a campaign's with -combined behind it, or vetoes.")
    campaign = text("The slug.")
    initiative = perhaps("The slug.")
    stands_from = perhaps("The first day on which it can be shown.", **DAY)
    what = text("The things that it counts.")
    preferred = one_of(Preference, "Its right to stand as the reported figure.")
    demonstration = invented()


def pages_of(item: type[Schema]) -> type[Schema]:
    """A page of a list: its items, and the cursor of the next page."""
    shape: type[Schema] = Schema.from_dict(
        {
            "items": fields.List(fields.Nested(item), required=True),
            "next": perhaps("The cursor of the next page; null at the end."),
            demonstration_mark.KEY: invented(),
        },
        name=f"{item.__name__}s",
    )
    return shape
