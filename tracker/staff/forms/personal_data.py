"""The forms of personal data: their export, a search by address, and the list of reads."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Email, Length, Optional

from tracker.core.forms import DayField
from tracker.initiatives.models import Initiative
from tracker.staff.forms.fields import ANY, AddressForm, initiative_choices, kind_choices


class PersonalForm(AddressForm):
    """The part of the personal data that is exported."""

    initiative = SelectField(_l("Initiative"))
    kind = SelectField(_l("Kind"), choices=kind_choices())

    def __init__(self, initiatives: list[Initiative], **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.initiative.choices = initiative_choices(initiatives)


class FindForm(FlaskForm):
    """A search for the entries of one address."""

    email = EmailField(
        _l("Email address"),
        validators=[
            DataRequired(_l("Please fill this in.")),
            Email(_l("This is not an email address.")),
            Length(max=254),
        ],
        render_kw={"autocomplete": "off"},
    )


class ReadsForm(AddressForm):
    """The filters of the list of reads."""

    person = SelectField(_l("Person"))
    day = DayField(_l("Day (UTC)"), validators=[Optional()])

    def __init__(self, people: list[tuple[int, str]]) -> None:
        super().__init__()
        self.person.choices = [
            SelectChoice(ANY, _l("Everybody")),
            *(SelectChoice(str(id), name) for id, name in people),
        ]
