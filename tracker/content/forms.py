"""The forms of editors, made from what each kind of content consists of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
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
from tracker.content.schema.fields import Field, Kind, Takes, Values
from tracker.content.schema.rules import Problems
from tracker.core.forms import DayField
from tracker.core.i18n import said
from tracker.endorsements.evidence.forms import languages

ROWS = {"title": 3, "lead": 4, "asks": 5, "summary": 12, "notice": 5, "says": 3, "source": 3}


class Ticks(SelectMultipleField):
    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class Number(IntegerField):
    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("Please give a whole number.")) from error


class MayBeEmpty(Optional):
    """A draft may lack it, what is published may not: so it is not said to be optional."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags: dict[str, Any] = {}


class ActForm(FlaskForm):
    """One step about a piece of content: what was seen, and why."""

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
        """The form of a kind, filled with these values unless one was `sent` with the request.

        `states` are their names by code; what is `fixed` is shown and cannot be typed in.
        """
        fields = {one.name: _field(one, states, fixed=one.name in fixed) for one in kind.fields}
        made = type("FormOfContent", (cls,), fields | {"kind": kind})
        data = {one.name: _shown(one, (values or {}).get(one.name)) for one in kind.fields}
        form: ContentForm = made(data=data) if sent else made(formdata=None, data=data)
        return form

    @property
    def content(self) -> list[Any]:
        """The fields of the content itself, in their order."""
        return [self[one.name] for one in self.kind.fields]

    def values(self) -> dict[str, Any]:
        """What was typed in, as content has it."""
        return {one.name: _plain(self[one.name].data) for one in self.kind.fields}

    def say(self, problems: Problems) -> None:
        """Put each problem beside its field."""
        for name, problem in problems.items():
            if name in self:
                self[name].errors = [*self[name].errors, said(problem)]
            else:
                self.form_errors.append(said(problem))


def _field(field: Field, states: Mapping[str, str], *, fixed: bool) -> Any:
    common: dict[str, Any] = {
        "label": gettext(field.label),
        "description": gettext(field.hint) if field.hint else "",
        "validators": [MayBeEmpty() if field.required else Optional()],
    }
    if field.takes is Takes.CHOICES:
        choices = [SelectChoice(one, option(one)) for one in field.options]
        return Ticks(choices=choices, **common)
    if field.takes in (Takes.CHOICE, Takes.STATE):
        named = (
            states if field.takes is Takes.STATE else {one: option(one) for one in field.options}
        )
        empty = gettext("Choose …") if field.required else gettext("None")
        choices = [SelectChoice("", empty), *(SelectChoice(*one) for one in named.items())]
        return SelectField(choices=choices, **common)
    if field.takes is Takes.LANGUAGE:
        return SelectField(choices=languages(), **common)
    if field.takes is Takes.DAY:
        return DayField(**common)
    if field.takes is Takes.NUMBER:
        return Number(**common)
    kw: dict[str, Any] = {"maxlength": field.longest}
    if field.takes is Takes.PROSE:
        return TextAreaField(render_kw=kw | {"rows": ROWS.get(field.name, 6)}, **common)
    if fixed:
        kw["readonly"] = True
    return StringField(render_kw=kw, **common)


def _shown(field: Field, value: Any) -> Any:
    if field.takes is Takes.DAY and value:
        return date.fromisoformat(value)
    if field.takes is Takes.NUMBER and value == "":  # a draft may lack it
        return None
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return sorted(value)  # as a row gives it back, so that the same choice is no change
    return value.isoformat() if isinstance(value, date) else value
