"""The forms of editors, made from what each kind of content consists of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field as FormField
from wtforms import (
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional
from wtforms.widgets import CheckboxInput, ListWidget

from tracker.content.labels import option
from tracker.content.models import Content
from tracker.content.schema.fields import Field, Kind, Takes, Values
from tracker.content.schema.places import Problems
from tracker.core.forms import DayField
from tracker.core.i18n import localized
from tracker.endorsements.evidence.forms import languages

ROWS = {"title": 3, "lead": 4, "asks": 5, "summary": 12, "notice": 5, "says": 3, "source": 3}


class Ticks(SelectMultipleField):
    """Boxes to tick, for a field that takes several choices."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Number(IntegerField):
    """A whole number."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("Please give a whole number.")) from error


class MayBeEmpty(Optional):
    """A draft may lack it, what is published may not: so it is not said to be optional."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags: dict[str, bool] = {}


class ActForm(FlaskForm):
    """The form of one step: the version that was seen, and the reason."""

    seen = HiddenField()
    why = StringField(_l("Why it is taken off"))


class ContentForm(FlaskForm):
    """A piece of content. Which fields it has depends on its kind."""

    seen = HiddenField()
    note = StringField(
        _l("What you changed and why"),
        description=_l("For the history; only staff see it."),
        validators=[Optional()],
    )
    kind: Kind

    @classmethod
    def of(
        cls,
        kind: Kind,
        states: Mapping[str, str],
        *,
        values: Values | None = None,
        fixed: tuple[str, ...] = (),
        sent: bool = True,
    ) -> ContentForm:
        """Return the form of a kind, filled with these values unless one was `sent`.

        `states` are their names by code; what is `fixed` is shown and cannot be typed in.
        """
        fields = {
            field.name: _field(field, states, fixed=field.name in fixed) for field in kind.fields
        }
        form_class = type("FormOfContent", (cls,), fields | {"kind": kind})
        data = {field.name: _shown(field, (values or {}).get(field.name)) for field in kind.fields}
        form: ContentForm = form_class(data=data) if sent else form_class(formdata=None, data=data)
        return form

    @property
    def content(self) -> list[FormField]:
        """The fields of the content itself, in their order."""
        return [self[field.name] for field in self.kind.fields]

    def values(self) -> Content:
        """Return what was typed in, as content has it."""
        return {field.name: _plain(self[field.name].data) for field in self.kind.fields}

    def say(self, problems: Problems) -> None:
        """Put each problem beside its field."""
        for name, problem in problems.items():
            if name in self:
                self[name].errors = [*self[name].errors, localized(problem)]
            else:
                self.form_errors.append(localized(problem))


def _field(field: Field, states: Mapping[str, str], *, fixed: bool) -> FormField:
    common: dict[str, object] = {
        "label": gettext(field.label),
        "description": gettext(field.hint) if field.hint else "",
        "validators": [MayBeEmpty() if field.required else Optional()],
    }
    if field.takes is Takes.CHOICES:
        choices = [SelectChoice(value, option(value)) for value in field.options]
        return Ticks(choices=choices, **common)
    if field.takes in (Takes.CHOICE, Takes.STATE):
        options = {value: option(value) for value in field.options}
        named = states if field.takes is Takes.STATE else options
        empty = gettext("Choose …") if field.required else gettext("None")
        choices = [SelectChoice("", empty), *(SelectChoice(*choice) for choice in named.items())]
        return SelectField(choices=choices, **common)
    if field.takes is Takes.LANGUAGE:
        return SelectField(choices=languages(), **common)
    if field.takes is Takes.DAY:
        return DayField(**common)
    if field.takes is Takes.NUMBER:
        return Number(**common)
    attributes: dict[str, object] = {"maxlength": field.longest}
    if field.takes is Takes.PROSE:
        rows = ROWS.get(field.name, 6)
        return TextAreaField(render_kw=attributes | {"rows": rows}, **common)
    if fixed:
        attributes["readonly"] = True
    return StringField(render_kw=attributes, **common)


def _shown(field: Field, value: object) -> object:
    if field.takes is Takes.DAY and value and isinstance(value, str):
        return date.fromisoformat(value)
    if field.takes is Takes.NUMBER and value == "":  # a draft may lack it
        return None
    return value


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return sorted(value)  # as a row gives it back, so that the same choice is no change
    return value.isoformat() if isinstance(value, date) else value
