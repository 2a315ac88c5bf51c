"""The forms that take a list in and say what its columns hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    Regexp,
)

from tracker.core.forms import DayField
from tracker.imports.columns import Field
from tracker.initiatives.models import Initiative

FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
MAX_TOTAL = 1_000_000
SAYS = {
    Field.STATE: _l("The State"),
    Field.ORGANISATION: _l("The organisation"),
    Field.DATE: _l("Since when"),
    Field.WEBSITE: _l("Its website"),
    Field.COUNTRY: _l("Its country (two letters)"),
}


class ListForm(FlaskForm):
    """The facts of a list as a whole."""

    initiative = SelectField(_l("Initiative"), validators=[CHOSEN])
    source = StringField(_l("Who published it, and where"), validators=[FILLED, Length(max=1000)])
    list_date = DayField(_l("The list’s own date"), validators=[Optional()])
    total = IntegerField(
        _l("The list’s own total"),
        validators=[
            Optional(),
            NumberRange(1, MAX_TOTAL, _l("Please give a number, such as 104.")),
        ],
    )

    def __init__(self, initiatives: Sequence[Initiative], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.initiative.choices = [
            SelectChoice("", _l("Choose …")),
            *(SelectChoice(initiative.slug, initiative.name) for initiative in initiatives),
        ]


class UploadForm(ListForm):
    file = FileField(
        _l("The list, as CSV (UTF-8) or XLSX"),
        validators=[FileRequired(_l("Please choose the file."))],
    )


class PasteForm(ListForm):
    names = TextAreaField(_l("The names, one a line"), validators=[FILLED], render_kw={"rows": 14})
    listed = SelectField(
        _l("Who is listed"),
        choices=[
            SelectChoice(Field.STATE.value, _l("States")),
            SelectChoice(Field.ORGANISATION.value, _l("Organisations")),
        ],
        default=Field.STATE.value,
    )
    list_date = DayField(_l("The list’s own date"), validators=[FILLED])


class ColumnsForm(ListForm):
    """The same, once the file is here, with what each column holds."""

    sha256 = HiddenField(validators=[Regexp(r"^[0-9a-f]{64}$")])
    file_name = HiddenField(validators=[Length(max=160)])

    @classmethod
    def of(cls, headers: Sequence[str]) -> type[ColumnsForm]:
        """Make the form for a file with these headers."""
        choices = [
            SelectChoice("", _l("Nothing that we need")),
            *(SelectChoice(field.value, text) for field, text in SAYS.items()),
        ]
        fields = {
            f"column_{number}": SelectField(header or "–", choices=choices)
            for number, header in enumerate(headers)
        }
        return type("ColumnsOfFile", (cls,), fields)

    def mapping(self, headers: Sequence[str]) -> dict[str, str]:
        chosen = {header: self[f"column_{number}"].data for number, header in enumerate(headers)}
        return {header: field for header, field in chosen.items() if header and field}
