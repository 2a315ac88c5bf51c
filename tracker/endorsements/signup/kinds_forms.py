"""The sign-up form of each kind of supporter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import Field, URLField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    Optional,
    ValidationError,
)

from tracker.core.clock import utcnow
from tracker.core.dates import FOUNDED, latest_day
from tracker.core.forms import DayField, organisation_name, person_name
from tracker.core.i18n import day
from tracker.endorsements import own_words
from tracker.endorsements.evidence.forms import ScanField, un_symbol
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.models import ConsentPurpose, Reach
from tracker.endorsements.signup.choices import Offered
from tracker.endorsements.signup.consent_wording import WORDS
from tracker.endorsements.signup.forms import (
    AGREED,
    CHOSEN,
    FILLED,
    INSTRUMENTS,
    NOT_SAID,
    REACHES,
    LongSelectField,
    SignUpForm,
    at_most,
    beside,
    web_address,
    words_only,
)
from tracker.endorsements.signup.standing_record import Recorded
from tracker.endorsements.signup.submission import InstrumentDetails, Submission
from tracker.initiatives.queries import Brief
from tracker.ledger.models import DatePrecision
from tracker.supporters import domains, mandates
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import SupporterKind

NAME = (FILLED, at_most(200), person_name)


def _consent(purpose: ConsentPurpose, *, required: bool = True) -> BooleanField:
    return BooleanField(_l(WORDS[purpose]), validators=[AGREED] if required else [])


class PersonForm(SignUpForm):
    name = StringField(_l("Your name"), validators=NAME, render_kw={"autocomplete": "name"})
    country = LongSelectField(
        _l("Country or territory"), validators=[CHOSEN], render_kw={"autocomplete": "country"}
    )
    consent_counted = _consent(ConsentPurpose.COUNTED)
    consent_named = _consent(ConsentPurpose.NAMED, required=False)

    def fill_choices(self, offered: Offered) -> None:
        self.country.offer(offered.countries)

    def person(self, initiatives: tuple[Brief, ...], locale: str) -> dict[str, Any]:
        country = self.country.data
        return self.common(initiatives, locale) | {
            "name": self.name.data.strip(),
            "country": None if country == NOT_SAID else country,
            "be_named": bool(self.consent_named.data),
        }


class IndividualForm(PersonForm):
    order = ("name", "email", "country", "words")
    words = TextAreaField(
        _l("In your own words"),
        validators=[at_most(own_words.MAX_LENGTH), words_only],
        render_kw={"rows": 4},
    )
    consent_age = _consent(ConsentPurpose.AGE)

    def fill_choices(self, offered: Offered) -> None:
        self.country.offer(offered.individuals)

    def submission(self, initiatives: tuple[Brief, ...], locale: str) -> Submission:
        return Submission(**self.person(initiatives, locale), words=(self.words.data or "").strip())


SITTING = {"sitting": True, "former": False}


class ParliamentarianForm(PersonForm):
    kind = SupporterKind.PARLIAMENTARIAN
    order = (
        *("name", "email", "country", "chamber"),
        *("mandate", "mandate_from", "mandate_until", "official_page"),
    )
    chamber = StringField(
        _l("Parliament and chamber"), validators=[FILLED, at_most(160), person_name]
    )
    mandate = RadioField(
        _l("Your mandate"),
        choices=[
            SelectChoice("sitting", _l("I am a sitting member")),
            SelectChoice("former", _l("I am a former member")),
        ],
        validators=[CHOSEN],
    )
    mandate_from = DayField(_l("Member since"), validators=[FILLED])
    mandate_until = DayField(_l("Member until"), validators=[Optional()])
    official_page = URLField(
        _l("Your official page"), validators=[FILLED, at_most(300), web_address]
    )

    def validate(self, extra_validators: object = None) -> bool:
        valid: bool = super().validate(extra_validators)
        stated = Mandate(
            sitting=SITTING.get(self.mandate.data),
            since=self.mandate_from.data,
            until=self.mandate_until.data,
        )
        return beside(self, mandates.problems(stated, utcnow().date()), sitting="mandate") and valid

    def submission(self, initiatives: tuple[Brief, ...], locale: str) -> Submission:
        return Submission(
            **self.person(initiatives, locale),
            chamber=self.chamber.data.strip(),
            sitting=SITTING[self.mandate.data],
            mandate_from=self.mandate_from.data,
            mandate_until=self.mandate_until.data,
            official_page=self.official_page.data,
        )


class OfficerForm(SignUpForm):
    officer = StringField(_l("Your name"), validators=NAME, render_kw={"autocomplete": "name"})
    title = StringField(
        _l("Your role or title"), validators=NAME, render_kw={"autocomplete": "organization-title"}
    )
    consent_authorised = _consent(ConsentPurpose.AUTHORISED)
    consent_contact = _consent(ConsentPurpose.CONTACT)


class OrganisationForm(OfficerForm):
    kind = SupporterKind.ORGANISATION
    order = ("name", "website", "country", "reach", "officer", "title", "email")
    name = StringField(
        _l("Registered name of the organisation"),
        validators=(FILLED, at_most(200), organisation_name),
        render_kw={"autocomplete": "organization"},
    )
    website = URLField(_l("Website"), validators=[FILLED, at_most(300), web_address])
    country = LongSelectField(_l("Country or territory of its seat"), validators=[CHOSEN])
    reach = SelectField(_l("Where it works"), choices=REACHES, validators=[CHOSEN])

    def fill_choices(self, offered: Offered) -> None:
        self.country.offer(offered.countries)

    def submission(self, initiatives: tuple[Brief, ...], locale: str) -> Submission:
        return Submission(
            **self.common(initiatives, locale),
            name=self.name.data.strip(),
            website=self.website.data,
            domain=domains.of_website(self.website.data),
            country=self.country.data,
            reach=Reach(self.reach.data),
            officer=self.officer.data.strip(),
            title=self.title.data.strip(),
        )


class GovernmentForm(OfficerForm):
    kind = SupporterKind.GOVERNMENT
    order = (
        *("state", "body", "instrument_type", "instrument_date", "symbol", "link", "file"),
        *("officer", "title", "email"),
    )
    state = LongSelectField(_l("State"), validators=[CHOSEN])
    body = StringField(_l("Mission or ministry"), validators=NAME)
    instrument_type = SelectField(
        _l("Form of the instrument"), choices=INSTRUMENTS, validators=[CHOSEN]
    )
    instrument_date = DayField(_l("Date of the instrument"), validators=[FILLED])
    symbol = StringField(_l("UN document symbol"), validators=[at_most(60), un_symbol])
    link = URLField(_l("Public address"), validators=[Optional(), at_most(500), web_address])
    file = ScanField(_l("The instrument as a file"))

    def fill_choices(self, offered: Offered) -> None:
        self.state.offer(offered.states)

    def mark_recorded(self, recorded: Iterable[Recorded]) -> None:
        """Say beside each State that counts already since when it does."""
        since = {entry.iso3: entry for entry in recorded}
        self.state.choices = [
            SelectChoice(choice.value, _beside(choice.label, since.get(str(choice.value))))
            for choice in self.state.choices or ()
        ]

    def validate_instrument_date(self, field: Field) -> None:
        _not_to_come(field)
        if field.data and field.data < FOUNDED:
            raise ValidationError(_l("That is before the United Nations was founded."))

    def submission(self, initiatives: tuple[Brief, ...], locale: str) -> Submission:
        return Submission(
            **self.common(initiatives, locale),
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
                file=self.file.handed(),
            ),
        )


def _beside(name: str, recorded: Recorded | None) -> str:
    if recorded is None:
        return name
    if recorded.precision is DatePrecision.BY:
        return str(_("%(state)s (recorded by %(day)s)", state=name, day=day(recorded.on)))
    return str(_("%(state)s (recorded since %(day)s)", state=name, day=day(recorded.on)))


def _not_to_come(field: Field) -> None:
    if field.data and field.data > latest_day(utcnow()):
        raise ValidationError(_l("This day is still to come."))
