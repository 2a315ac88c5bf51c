"""Texts and days that are typed into forms, treated alike in every form."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from flask import g
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField, TextAreaField
from wtforms.fields import DateField, Field
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation, ValidationError

from tracker.core import mailboxes, name_rules, stale_forms
from tracker.core.components import postman
from tracker.core.db import db
from tracker.core.errors import BadInput, RuleBroken
from tracker.core.i18n import localized

REORDERING = frozenset(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]))
"""Marks by which a text is shown in another order than it has (UAX 9, 2.1 to 2.5). Right-to-left
scripts need none of them in a name: their letters have their direction."""
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters by their category, of which nothing is seen."""
VISIBLE_CATEGORIES = frozenset("LNPS")
"""Categories of Unicode, by their first letter, of what is seen."""


class Form(FlaskForm):
    """A form whose texts are shown as they were typed, and to be read by anybody."""

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form: BaseForm, formdata: object) -> object:
            """Return what was sent; on a page that is shown again, what it was sent with before."""
            data, before = super().wrap_formdata(form, formdata), stale_forms.refill()
            if data is None and before is not None and any(name in form for name in before):
                g.stale_form_refilled = True
                return before
            return data

        def bind_field(
            self, form: BaseForm, unbound_field: UnboundField, options: dict[str, object]
        ) -> Field:
            field: Field = super().bind_field(form, unbound_field, options)
            if isinstance(field, StringField) and not isinstance(
                field, (HiddenField, PasswordField)
            ):
                field.filters = (*field.filters, _tidied)
                field.validators = (in_reading_order, *field.validators)
            return field


class DayField(DateField):
    """A day; one that the calendar does not have is told apart from none."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        if not "".join(valuelist).strip():
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(
                _("The calendar has no such day. Write it like 2015-10-23.")
            ) from error

    def pre_validate(self, form: BaseForm) -> None:
        if self.process_errors:
            raise StopValidation  # or "Please fill this in." would stand in its place


def email_address(_form: FlaskForm, field: Field) -> None:
    """One plain address to which we can write (`core.mailboxes`), without spaces around it."""
    field.data = (field.data or "").strip()
    try:
        mailbox = mailboxes.parse(field.data)
    except BadInput as error:
        raise ValidationError(localized(error)) from error
    if not postman().can_write_to(db.session(), mailbox):
        raise ValidationError(
            _(
                "We can't write to this address: our mail service can't send to addresses with "
                "letters such as “é” before the @. Please give another one."
            )
        )


def person_name(_form: FlaskForm, field: Field) -> None:
    """The name of a person, or a title or body of one (`core.name_rules`)."""
    _check_name(name_rules.check_person, field)


def organisation_name(_form: FlaskForm, field: Field) -> None:
    """The name of an organisation."""
    _check_name(name_rules.check_organisation, field)


def _check_name(check: Callable[[str], None], field: Field) -> None:
    try:
        check(field.data or "")
    except RuleBroken as error:
        raise ValidationError(localized(error)) from error


def in_reading_order(_form: FlaskForm, field: Field) -> None:
    """Nothing in a text that turns its order or cannot be shown.

    A line may be broken where several can be typed in.
    """
    text = field.data or ""
    if text.isascii() and text.isprintable():
        return
    if not REORDERING.isdisjoint(text):
        raise ValidationError(
            _l(
                "This holds invisible marks that turn the order of letters (often copied along "
                "from another document). Please type it anew."
            )
        )
    allowed = "\n\t" if isinstance(field, TextAreaField) else ""
    if any(
        unicodedata.category(character) == "Cc" and character not in allowed for character in text
    ):
        raise ValidationError(
            _l("This holds a character that cannot be shown. Please type it anew.")
        )


def _tidied(text: object) -> object:
    """Return a text with line breaks of one character, as browsers count them; an empty one if
    nothing is seen."""
    if not isinstance(text, str):
        return text
    text = text.replace("\r\n", "\n")
    return text if any(map(_is_seen, text)) else ""


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in VISIBLE_CATEGORIES and character not in BLANK
