"""The form in which staff record one letter."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Email, Length, Optional, ValidationError

from tracker.core.dates import last_day
from tracker.endorsements.evidence_forms import ScanField, un_symbol
from tracker.endorsements.instruments import InstrumentType
from tracker.endorsements.models import Reach
from tracker.endorsements.submission import StoredFile
from tracker.initiatives.models import Initiative
from tracker.ledger.models import DatePrecision, Grade
from tracker.review.forms import ALPHA2, ANY, CHOSEN, FILLED, options, trim, web_address
from tracker.review.recording import RECORDED, Letter
from tracker.supporters.models import SupporterKind


class LetterForm(FlaskForm):
    """One endorsement received by letter. Which fields are needed depends on the kind."""

    kind = RadioField(_l("Who writes"), choices=options(*RECORDED), validators=[CHOSEN])
    initiative = SelectField(_l("Initiative"), validators=[CHOSEN])
    iso3 = SelectField(_l("State"))
    grade = SelectField(_l("Grade"), choices=options(*Grade), default=Grade.ENDORSED.value)
    name = StringField(_l("Registered name, or the person's name"), validators=[Length(max=200)])
    country = StringField(
        _l("Country"), validators=[Optional(), ALPHA2], description=_l("Two letters, such as KE.")
    )
    website = URLField(_l("Website"), validators=[Optional(), Length(max=300), web_address])
    reach = SelectField(
        _l("Where it works"), choices=[SelectChoice(ANY, _l("Not said")), *options(*Reach)]
    )
    chamber = StringField(_l("Parliament and chamber"), validators=[Length(max=160)])
    sitting = SelectField(
        _l("Mandate"),
        choices=[
            SelectChoice(ANY, _l("Not said")),
            SelectChoice("yes", _l("Sitting")),
            SelectChoice("no", _l("Former")),
        ],
    )
    be_named = BooleanField(_l("The letter agrees to publication of the name"))
    officer = StringField(_l("Name of the officer who signed"), validators=[Length(max=200)])
    title = StringField(_l("Their role or title"), validators=[Length(max=200)])
    body = StringField(_l("Mission or ministry"), validators=[Length(max=200)])
    email = EmailField(
        _l("E-mail address"),
        validators=[
            Optional(),
            Length(max=254),
            Email(_l("Please give a complete e-mail address.")),
        ],
        description=_l("Where the outcome is told. Without one, nobody is mailed."),
    )
    effective_on = DateField(_l("Supports since"), validators=[FILLED])
    effective_precision = SelectField(_l("Precision"), choices=options(*DatePrecision))
    instrument_type = SelectField(
        _l("Kind of text"),
        choices=options(
            InstrumentType.LETTER,
            InstrumentType.NOTE_VERBALE,
            InstrumentType.STATEMENT,
            InstrumentType.OFFICIAL_LIST,
        ),
    )
    source = StringField(
        _l("How it is cited"),
        validators=[FILLED, Length(max=500)],
        description=_l("From whom, to whom, and where it is kept. Public."),
    )
    dated = StringField(
        _l("Date of the text"),
        validators=[FILLED],
        description=_l("A day, month or year: 2026-03-31, 2026-03 or 2026."),
    )
    symbol = StringField(_l("UN document symbol"), validators=[Length(max=60), un_symbol])
    link = URLField(
        _l("Address at its publisher"), validators=[Optional(), Length(max=500), web_address]
    )
    quote = TextAreaField(
        _l("The words that support"), validators=[Length(max=2000)], render_kw={"rows": 3}
    )
    file = ScanField(
        _l("The text as a file"),
        description=_l("A PDF, PNG or JPEG of up to 10 MB. Held back until somebody publishes it."),
    )

    def __init__(
        self, initiatives: list[Initiative], states: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.by_slug = {one.slug: one for one in initiatives}
        self.initiative.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(one.slug, one.name) for one in initiatives),
        ]
        self.iso3.choices = [
            SelectChoice(ANY, _l("Choose …")),
            *(SelectChoice(code, name) for code, name in states),
        ]

    def validate_iso3(self, field: Any) -> None:
        if self.kind.data == SupporterKind.GOVERNMENT.value and not field.data:
            raise ValidationError(_l("Please choose the State."))

    def validate_name(self, field: Any) -> None:
        if self.kind.data != SupporterKind.GOVERNMENT.value and not trim(field.data):
            raise ValidationError(_l("Please fill this in."))

    def validate_dated(self, field: Any) -> None:
        try:
            last_day(trim(field.data))
        except ValueError as error:
            raise ValidationError(
                _l("Write a day, a month or a year, such as 2026-03-31.")
            ) from error

    def validate_officer(self, field: Any) -> None:
        organised = (SupporterKind.GOVERNMENT.value, SupporterKind.ORGANISATION.value)
        if self.kind.data in organised and not trim(field.data):
            raise ValidationError(_l("Please say who signed."))

    def letter(self, file: StoredFile | None) -> Letter:
        kind = SupporterKind(self.kind.data)
        government = kind is SupporterKind.GOVERNMENT
        texts: tuple[str, ...] = ("name", "website", "chamber", "officer", "title", "body", "email")
        texts += ("source", "dated", "symbol", "link", "quote")
        return Letter(
            kind=kind,
            initiative=self.by_slug[self.initiative.data],
            effective_on=self.effective_on.data,
            effective_precision=DatePrecision(self.effective_precision.data),
            grade=Grade(self.grade.data) if government else Grade.ENDORSED,
            instrument_type=InstrumentType(self.instrument_type.data),
            iso3=self.iso3.data if government else "",
            country=trim(self.country.data).upper(),
            reach=Reach(self.reach.data) if self.reach.data else None,
            sitting={"yes": True, "no": False}.get(self.sitting.data),
            be_named=bool(self.be_named.data),
            file=file,
            **{name: trim(self[name].data) for name in texts},
        )
