"""The sign-up form of each kind of supporter, and the small forms of a supporter's own page."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from publicsuffixlist import PublicSuffixList
from wtforms import (
    BooleanField,
    DateField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    widgets,
)
from wtforms.fields import EmailField, Field, URLField
from wtforms.validators import (
    DataRequired,
    Email,
    InputRequired,
    Length,
    Optional,
    StopValidation,
    ValidationError,
)

from tracker.core.errors import RuleBroken
from tracker.endorsements import evidence, uploads
from tracker.endorsements.models import ConsentPurpose, InstrumentType, Reach
from tracker.endorsements.services import InstrumentDetails, StoredFile, Submission
from tracker.endorsements.wording import REQUIRED, WORDS
from tracker.initiatives.models import Initiative
from tracker.supporters.models import State, SupporterKind

NOT_SAID = "-"
SUFFIXES = PublicSuffixList()
NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
AGREED = InputRequired(_l("We need your agreement to this."))
INSTRUMENTS = (
    (InstrumentType.NOTE_VERBALE, _l("Note verbale")),
    (InstrumentType.LETTER, _l("Letter")),
    (InstrumentType.STATEMENT, _l("Public statement")),
)
REACHES = (
    (Reach.LOCAL, _l("Local")),
    (Reach.NATIONAL, _l("National")),
    (Reach.REGIONAL, _l("Several countries")),
    (Reach.GLOBAL, _l("Worldwide")),
)


def at_most(length: int) -> Length:
    return Length(max=length, message=_l("Please use at most %(max)d characters."))


def countries(names: dict[str, str]) -> list[tuple[str, Any]]:
    """States by their names at the United Nations, then territories (CLDR), for a person's
    address; first of all, the choice not to say."""
    territories = (get_locale() or Locale("en")).territories
    listed = dict(names)
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES:
            listed.setdefault(code, str(name))
    choices = sorted(listed.items(), key=lambda pair: pair[1].casefold())
    return [("", _l("Choose …")), (NOT_SAID, _l("I prefer not to say")), *choices]


def web_address(_form: FlaskForm, field: Field) -> None:
    """An http(s) address with a registrable host; "www.example.org" gets its https."""
    text = (field.data or "").strip()
    if text and "://" not in text:
        text = field.data = f"https://{text}"
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not _domain(text):
        raise ValidationError(_l("Please give a web address, such as https://www.example.org."))


def _domain(address: str) -> str | None:
    """The registrable domain of a web address."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    found: str | None = SUFFIXES.privatesuffix(host.lower()) if "." in host else None
    return found


class SignUpForm(FlaskForm):
    """What every kind is asked."""

    kind = SupporterKind.INDIVIDUAL

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, at_most(254), Email(_l("Please give a complete e-mail address."))],
        render_kw={"autocomplete": "email"},
    )
    also = SelectMultipleField(
        _l("Endorse these as well"),
        coerce=int,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
        validate_choice=True,
    )
    nickname = StringField(
        _l("Leave this empty"), render_kw={"autocomplete": "off", "tabindex": "-1"}
    )
    """A trap for machines that fill in everything; people do not see it."""

    def __init__(self, others: list[Initiative], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.also.choices = [(one.id, one.name) for one in others]
        self.others = {one.id: one for one in others}
        if not others:
            del self.also

    def initiatives(self, first: Initiative) -> tuple[Initiative, ...]:
        chosen = (self.also.data or []) if "also" in self else []
        return (first, *(self.others[one] for one in chosen if one in self.others))

    @property
    def consent_fields(self) -> list[Field]:
        return [self[f"consent_{purpose.value}"] for purpose in self.consents_asked()]

    @classmethod
    def consents_asked(cls) -> list[ConsentPurpose]:
        named = [ConsentPurpose.NAMED] if cls.kind.is_person else []
        return [*REQUIRED[cls.kind], *named]

    def consents(self) -> tuple[ConsentPurpose, ...]:
        return tuple(
            purpose
            for purpose in self.consents_asked()
            if self[f"consent_{purpose.value}"].data
        )

    def common(self, first: Initiative, locale: str) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "initiatives": self.initiatives(first),
            "email": self.email.data.strip(),
            "locale": locale,
            "consents": self.consents(),
            "flag": "filled in by a machine" if self.nickname.data else "",
        }


def _consent(purpose: ConsentPurpose, *, required: bool = True) -> BooleanField:
    return BooleanField(WORDS[purpose], validators=[AGREED] if required else [])


class PersonForm(SignUpForm):
    name = StringField(
        _l("Your name"), validators=[FILLED, at_most(200)], render_kw={"autocomplete": "name"}
    )
    country = SelectField(_l("Country or territory"), validators=[CHOSEN])
    consent_counted = _consent(ConsentPurpose.COUNTED)
    consent_named = _consent(ConsentPurpose.NAMED, required=False)

    def __init__(self, names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.country.choices = countries(names)

    def person(self, first: Initiative, locale: str) -> dict[str, Any]:
        country = self.country.data
        return self.common(first, locale) | {
            "name": self.name.data.strip(),
            "country": None if country == NOT_SAID else country,
            "be_named": bool(self.consent_named.data),
        }


class IndividualForm(PersonForm):
    words = TextAreaField(
        _l("In your own words"), validators=[at_most(500)], render_kw={"rows": 4}
    )
    consent_age = _consent(ConsentPurpose.AGE)

    def submission(self, first: Initiative, locale: str) -> Submission:
        return Submission(
            **self.person(first, locale), words=(self.words.data or "").strip()
        )


class ParliamentarianForm(PersonForm):
    kind = SupporterKind.PARLIAMENTARIAN
    chamber = StringField(_l("Parliament and chamber"), validators=[FILLED, at_most(160)])
    mandate = RadioField(
        _l("Your mandate"),
        choices=[("sitting", _l("I am a sitting member")), ("former", _l("I am a former member"))],
        validators=[CHOSEN],
    )
    mandate_from = DateField(_l("Member since"), validators=[FILLED])
    mandate_until = DateField(_l("Member until"), validators=[Optional()])
    official_page = URLField(
        _l("Your official page"), validators=[FILLED, at_most(300), web_address]
    )

    def validate_mandate_from(self, field: Field) -> None:
        _not_to_come(field)

    def validate_mandate_until(self, field: Field) -> None:
        if self.mandate_from.data and field.data and field.data < self.mandate_from.data:
            raise ValidationError(_l("A mandate cannot end before it began."))

    def validate_mandate(self, field: Field) -> None:
        if field.data == "former" and not self.mandate_until.data:
            self.mandate_until.errors = [_l("Please say until when you were a member.")]
            raise StopValidation(_l("A former member's mandate has an end; see below."))

    def submission(self, first: Initiative, locale: str) -> Submission:
        return Submission(
            **self.person(first, locale),
            chamber=self.chamber.data.strip(),
            sitting=self.mandate.data == "sitting",
            mandate_from=self.mandate_from.data,
            mandate_until=self.mandate_until.data,
            official_page=self.official_page.data,
        )


class OfficerForm(SignUpForm):
    officer = StringField(_l("Your name"), validators=[FILLED, at_most(200)])
    title = StringField(_l("Your role or title"), validators=[FILLED, at_most(200)])
    consent_authorised = _consent(ConsentPurpose.AUTHORISED)
    consent_contact = _consent(ConsentPurpose.CONTACT)


class OrganisationForm(OfficerForm):
    kind = SupporterKind.ORGANISATION
    name = StringField(
        _l("Registered name of the organisation"), validators=[FILLED, at_most(200)]
    )
    website = URLField(_l("Website"), validators=[FILLED, at_most(300), web_address])
    country = SelectField(_l("Country or territory of its seat"), validators=[CHOSEN])
    reach = SelectField(_l("Where it works"), choices=REACHES, validators=[CHOSEN])

    def __init__(self, names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.country.choices = countries(names)

    def submission(self, first: Initiative, locale: str) -> Submission:
        country = self.country.data
        return Submission(
            **self.common(first, locale),
            name=self.name.data.strip(),
            website=self.website.data,
            domain=_domain(self.website.data),
            country=None if country == NOT_SAID else country,
            reach=Reach(self.reach.data),
            officer=self.officer.data.strip(),
            title=self.title.data.strip(),
        )


class GovernmentForm(OfficerForm):
    kind = SupporterKind.GOVERNMENT
    state = SelectField(_l("State"), validators=[CHOSEN])
    body = StringField(_l("Mission or ministry"), validators=[FILLED, at_most(200)])
    instrument_type = SelectField(
        _l("Form of the instrument"), choices=INSTRUMENTS, validators=[CHOSEN]
    )
    instrument_date = DateField(_l("Date of the instrument"), validators=[FILLED])
    symbol = StringField(_l("UN document symbol"), validators=[at_most(60)])
    link = URLField(_l("Public address"), validators=[Optional(), at_most(500), web_address])
    file = FileField(_l("The instrument as a PDF"))

    def __init__(self, states: list[State], names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        listed = sorted(
            ((state.iso3, names.get(state.iso3, state.name)) for state in states),
            key=lambda pair: pair[1].casefold(),
        )
        self.state.choices = [("", _l("Choose …")), *listed]
        self.stored: StoredFile | None = None

    def validate_instrument_date(self, field: Field) -> None:
        _not_to_come(field)
        if field.data and field.data < date(1945, 10, 24):
            raise ValidationError(_l("That is before the United Nations was founded."))

    def validate_symbol(self, field: Field) -> None:
        field.data = (field.data or "").strip()
        if field.data and evidence.symbol_link(field.data) is None:
            raise ValidationError(_l("A UN document symbol looks like A/70/621."))

    def keep_file(self, folder: Any) -> bool:
        """Check and store the uploaded PDF, once the rest is right; false with an error beside it."""
        if not self.file.data:
            return True
        try:
            self.stored = uploads.store_pdf(
                folder, self.file.data.filename or "instrument.pdf", self.file.data.read()
            )
        except RuleBroken as error:
            self.file.errors = [error.message]
            return False
        return True

    def submission(self, first: Initiative, locale: str) -> Submission:
        return Submission(
            **self.common(first, locale),
            name="",
            iso3=self.state.data,
            body=self.body.data.strip(),
            officer=self.officer.data.strip(),
            title=self.title.data.strip(),
            instrument=InstrumentDetails(
                type=InstrumentType(self.instrument_type.data),
                dated=self.instrument_date.data,
                symbol=self.symbol.data or "",
                link=self.link.data or "",
                file=self.stored,
            ),
        )


def _not_to_come(field: Field) -> None:
    if field.data and field.data > date.today():
        raise ValidationError(_l("This day is still to come."))


class AskLinkForm(FlaskForm):
    """Asks for a fresh link by mail. Needs no CSRF token: it does nothing in anybody's name."""

    class Meta:
        csrf = False

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, at_most(254), Email(_l("Please give a complete e-mail address."))],
        render_kw={"autocomplete": "email"},
    )


class WordsForm(FlaskForm):
    """An answer or an appeal. The link in its address is what authorises it."""

    class Meta:
        csrf = False

    words = TextAreaField(
        _l("Your answer"), validators=[FILLED, at_most(2000)], render_kw={"rows": 5}
    )
