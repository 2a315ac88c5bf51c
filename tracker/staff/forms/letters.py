"""The form in which staff record one letter."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, EmailField, SelectField, StringField, TextAreaField, URLField
from wtforms.fields import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from tracker.core.clock import utcnow
from tracker.core.forms import DayField, Form, email_address, organisation_name, person_name
from tracker.endorsements.evidence.forms import ScanField, un_symbol
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.evidence.uploads import StoredFile
from tracker.endorsements.models import Reach
from tracker.endorsements.signup.choices import Offered
from tracker.endorsements.signup.forms import beside
from tracker.initiatives.grades import Grade
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision
from tracker.review.decisions.letters import Letter
from tracker.staff.forms.fields import (
    ANY,
    CHOSEN,
    DATED_HINT,
    FILE_HINT,
    FILLED,
    SOURCE_HINT,
    options,
    past_partial_date,
    trim,
    web_address,
)
from tracker.staff.labels import FIELDS, TEXT_FIELDS
from tracker.supporters import mandates
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import SupporterKind

OFFICER_FIELDS = ("officer", "title")
FIELDS_OF_KIND: dict[SupporterKind, tuple[str, ...]] = {
    SupporterKind.GOVERNMENT: ("iso3", "grade", "body", *OFFICER_FIELDS, "email"),
    SupporterKind.ORGANISATION: ("name", "website", "country", "reach", *OFFICER_FIELDS, "email"),
    SupporterKind.PARLIAMENTARIAN: (
        "name",
        "country",
        "chamber",
        "sitting",
        "mandate_from",
        "mandate_until",
        "be_named",
        "email",
    ),
}
"""Fields about who writes, of each kind, in this order."""
NOT_TEXT = ("grade", "reach", "sitting", "mandate_from", "mandate_until", "be_named")


class LetterForm(Form):
    """One endorsement received by letter. It has the fields of its kind only."""

    initiative = SelectField(_l("Initiative"), validators=[CHOSEN])
    iso3 = SelectField(_l("State"), validators=[InputRequired(_l("Please choose the State."))])
    grade = SelectField(FIELDS["grade"], choices=options(*Grade), default=Grade.ENDORSED.value)
    name = StringField(FIELDS["name"], validators=[FILLED, Length(max=200)])
    country = SelectField(_l("Country or territory"), validators=[Optional()])
    website = URLField(FIELDS["website"], validators=[Optional(), Length(max=300), web_address])
    reach = SelectField(
        _l("Where it works"),
        choices=[SelectChoice(ANY, _l("Not said")), *options(*Reach)],
        validators=[Optional()],
    )
    chamber = StringField(
        _l("Parliament and chamber"), validators=[Optional(), Length(max=160), person_name]
    )
    sitting = SelectField(
        _l("Mandate"),
        choices=[
            SelectChoice(ANY, _l("Not said")),
            SelectChoice("yes", _l("Sitting")),
            SelectChoice("no", _l("Former")),
        ],
        validators=[Optional()],
    )
    mandate_from = DayField(_l("Member since"), validators=[Optional()])
    mandate_until = DayField(
        _l("Member until"),
        validators=[Optional()],
        description=_l("For former members; otherwise leave it empty."),
    )
    be_named = BooleanField(_l("The letter agrees to publication of the name"))
    officer = StringField(
        _l("Name of the officer who signed"),
        validators=[DataRequired(_l("Please say who signed.")), Length(max=200), person_name],
    )
    title = StringField(
        _l("Their role or title"), validators=[Optional(), Length(max=200), person_name]
    )
    body = StringField(
        FIELDS["officer_body"], validators=[Optional(), Length(max=200), person_name]
    )
    email = EmailField(
        _l("E-mail address"),
        validators=[Optional(), email_address],
        description=_l("Where the outcome is told. Without one, nobody is mailed."),
    )
    instrument_type = SelectField(
        TEXT_FIELDS["type"],
        choices=options(
            InstrumentType.LETTER,
            InstrumentType.NOTE_VERBALE,
            InstrumentType.STATEMENT,
            InstrumentType.OFFICIAL_LIST,
        ),
    )
    dated = StringField(
        TEXT_FIELDS["dated"],
        validators=[FILLED, past_partial_date],
        description=DATED_HINT,
    )
    source = StringField(
        TEXT_FIELDS["source"],
        validators=[FILLED, Length(max=500)],
        description=SOURCE_HINT,
    )
    symbol = StringField(TEXT_FIELDS["symbol"], validators=[Optional(), Length(max=60), un_symbol])
    link = URLField(
        _l("Address at its publisher"), validators=[Optional(), Length(max=500), web_address]
    )
    quote = TextAreaField(
        TEXT_FIELDS["quote"],
        validators=[Optional(), Length(max=2000)],
        render_kw={"rows": 3},
    )
    file = ScanField(
        _l("The text as a file"),
        description=FILE_HINT,
    )
    effective_on = DayField(FIELDS["effective_on"], validators=[FILLED])
    effective_precision = SelectField(
        FIELDS["effective_precision"], choices=options(*DatePrecision)
    )

    def __init__(
        self, kind: SupporterKind, initiatives: list[Initiative], offered: Offered, **kwargs: object
    ) -> None:
        super().__init__(**kwargs)
        self.kind = kind
        self.by_slug = {
            initiative.slug: initiative
            for initiative in initiatives
            if kind in initiative.open_kinds
        }
        self.initiative.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(slug, initiative.name) for slug, initiative in self.by_slug.items()),
        ]
        self.iso3.choices = offered.states.choices
        self.country.choices = [
            SelectChoice(ANY, _l("Not said")),
            *(choice for choice in offered.countries.choices if choice.value != ANY),
        ]
        if kind is SupporterKind.ORGANISATION:
            self.name.label.text = _l("Registered name")
            self.country.label.text = _l("Country or territory of its seat")
        for name in set().union(*FIELDS_OF_KIND.values()) - set(FIELDS_OF_KIND[kind]):
            del self[name]

    @property
    def who(self) -> list[Field]:
        """The fields that say who writes."""
        return [self[name] for name in FIELDS_OF_KIND[self.kind]]

    @property
    def mandate(self) -> Mandate:
        """A parliamentarian's mandate as the letter states it; empty, of any other kind."""
        data = self.data
        return Mandate(
            sitting={"yes": True, "no": False}.get(data.get("sitting", ANY)),
            since=data.get("mandate_from"),
            until=data.get("mandate_until"),
        )

    def validate(self, extra_validators: object = None) -> bool:
        valid: bool = super().validate(extra_validators)
        return beside(self, mandates.problems(self.mandate, utcnow().date())) and valid

    def validate_name(self, field: Field) -> None:
        organisation = self.kind is SupporterKind.ORGANISATION
        (organisation_name if organisation else person_name)(self, field)

    def letter(self, file: StoredFile | None) -> Letter:
        data = self.data
        texts = [name for name in FIELDS_OF_KIND[self.kind] if name not in NOT_TEXT]
        texts += ["source", "dated", "symbol", "link", "quote"]
        return Letter(
            kind=self.kind,
            initiative=self.by_slug[data["initiative"]],
            effective_on=data["effective_on"],
            effective_precision=DatePrecision(data["effective_precision"]),
            grade=Grade(data.get("grade", Grade.ENDORSED)),
            instrument_type=InstrumentType(data["instrument_type"]),
            reach=Reach(data["reach"]) if data.get("reach") else None,
            mandate=self.mandate,
            be_named=bool(data.get("be_named")),
            file=file,
            **{name: trim(data[name]) for name in texts},
        )
