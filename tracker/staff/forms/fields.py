"""Fields, choices and checks that several forms of staff share."""

from __future__ import annotations

from enum import StrEnum

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Regexp, ValidationError

from tracker.core import query_args
from tracker.core.clock import utcnow
from tracker.core.dates import last_day, latest_day
from tracker.initiatives.models import Initiative
from tracker.staff import labels
from tracker.supporters import domains
from tracker.supporters.models import SupporterKind

ANY = ""
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
SOURCE_HINT = _l("From whom, to whom, and where it is kept. Public.")
DATED_HINT = _l("A day, month or year: 2026-03-31, 2026-03 or 2026.")
FILE_HINT = _l("A PDF, PNG or JPEG of up to 10 MB. Held back until somebody publishes it.")
ALPHA2 = Regexp(r"^[A-Za-z]{2}$", message=_l("A country has two letters (ISO 3166-1), such as KE."))


def trim(value: str | None) -> str:
    return (value or "").strip()


def options(*values: StrEnum) -> list[SelectChoice]:
    return [SelectChoice(value.value, labels.for_value(value)) for value in values]


def kind_choices() -> list[SelectChoice]:
    return [SelectChoice(ANY, _l("All kinds")), *options(*SupporterKind)]


def initiative_choices(initiatives: list[Initiative]) -> list[SelectChoice]:
    return [
        SelectChoice(ANY, _l("All initiatives")),
        *(SelectChoice(initiative.slug, initiative.name) for initiative in initiatives),
    ]


def web_address(_form: FlaskForm, field: Field) -> None:
    written = domains.plain_address(trim(field.data))
    field.data = written or field.data
    if written is None:
        raise ValidationError(_l("Please give a web address, such as https://www.example.org."))


def partial_date(_form: FlaskForm, field: Field) -> None:
    """Refuse what is neither a day, a month nor a year; an empty field is left to others."""
    try:
        last_day(trim(field.data) or "2000")
    except ValueError as error:
        raise ValidationError(_l("Write a day, a month or a year, such as 2026-03-31.")) from error


def past_partial_date(form: FlaskForm, field: Field) -> None:
    """Refuse the same, and a day, a month or a year that is still to come."""
    partial_date(form, field)
    field.data = trim(field.data)
    if field.data > latest_day(utcnow()).isoformat()[: len(field.data)]:
        raise ValidationError(_l("This day is still to come."))


class AddressForm(FlaskForm):
    """A form whose fields stand in the address. It changes nothing, so it needs no token."""

    class Meta:
        csrf = False

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**{"formdata": query_args.arguments(), **kwargs})
        for field in self:
            if isinstance(field, SelectField) and field.data in (None, "None"):
                field.data = ANY

    def chosen(self) -> dict[str, str]:
        """Return the fields that were filled in, as they stand in an address."""
        return {field.name: str(field.data) for field in self if field.data}
