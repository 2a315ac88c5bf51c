"""Languages: what a visitor reads in, and names and dates said in it."""

from __future__ import annotations

import functools
from datetime import date, datetime, timedelta

from babel import Locale
from babel.dates import format_date
from babel.support import NullTranslations, Translations
from babel.units import format_unit
from flask import Flask, Request
from flask_babel import Babel, format_decimal, get_locale, gettext
from wtforms.i18n import messages_path

from tracker.core import bidi
from tracker.core.dates import PARTIAL
from tracker.core.errors import TrackerError, Value

LANGUAGES = ("en",)
"""The languages whose catalogues are complete; the six official ones are to come."""
OFFICIAL = ("ar", "zh", "en", "fr", "ru", "es")
"""The official languages of the United Nations, in the order in which it lists them."""


class ReadRequest(Request):
    """A request whose form errors need no catalogue read from disk for it."""

    @property
    def wtforms_translations(self) -> NullTranslations:
        """WTForms' own sentences: Flask-WTF looks here before it reads them anew."""
        return _form_sentences(locale_code())


@functools.cache
def _form_sentences(language: str) -> NullTranslations:
    locales = [language.replace("-", "_")]
    return Translations.load(messages_path(), locales, domain="wtforms")


def init_i18n(app: Flask) -> None:
    app.request_class = ReadRequest
    Babel(app, locale_selector=lambda: LANGUAGES[0])
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.add_template_filter(bidi.isolate)
    app.jinja_env.add_extension(bidi.Isolation)
    app.add_template_filter(day)
    app.add_template_filter(dated)
    app.add_template_filter(isoday)
    app.add_template_filter(period)
    app.add_template_filter(country)
    app.add_template_filter(language)
    app.add_template_filter(translated)
    app.add_template_global(locale_code, "locale_code")
    app.add_template_global(text_direction, "text_direction")


def _locale() -> Locale:
    return get_locale() or Locale("en")


def locale_code() -> str:
    """The BCP 47 language of the page."""
    return str(_locale()).replace("_", "-")


def text_direction() -> str:
    """``rtl`` for Arabic, else ``ltr``."""
    return str(_locale().text_direction)


def day(value: date | datetime) -> str:
    """A day as a reader writes it: "23 Oct 2015"."""
    return _written(value, _locale())


@functools.lru_cache(maxsize=16_384)
def _written(value: date | datetime, locale: Locale) -> str:
    """Ten years of days in four languages: a long page writes the same days again and again."""
    pattern = "d MMM y" if locale.language == "en" else "medium"
    return str(format_date(value, pattern, locale=locale))


def dated(value: str) -> str:
    """A day, month or year of reduced precision: "Jul 2015"; "undated" for none."""
    match = PARTIAL.match(value)
    if match is None:
        return str(gettext("undated"))
    if match[3]:
        return day(date.fromisoformat(value))
    if match[2]:
        return str(format_date(date(int(match[1]), int(match[2]), 1), "MMM y", locale=_locale()))
    return value


def isoday(value: str) -> str:
    """A day of the form ``2015-10-23``, as a stored text has it, as a reader writes it."""
    return day(date.fromisoformat(value))


def period(value: timedelta) -> str:
    """A whole number of days, or of years of 365 days: "90 days", "2 years"."""
    years, rest = divmod(value.days, 365)
    if years and not rest:
        return str(format_unit(years, "duration-year", locale=_locale()))
    return str(format_unit(value.days, "duration-day", locale=_locale()))


def country(alpha2: str) -> str:
    """A country or territory of a person's address (CLDR); a State's own name is UNTERM's."""
    return str(_locale().territories.get(alpha2, alpha2))


def language(code: str) -> str:
    """A language by its code of two letters (CLDR), in the page's language."""
    return str(_locale().languages.get(code, code))


def localized(error: TrackerError) -> str:
    """Return what an error says, its days and numbers too, in the reader's language."""
    values = {name: _said(value) for name, value in error.values.items()}
    return str(gettext(error.sentence, **values))


def translated(text: str) -> str:
    """A text that was stored, in the reader's language if the catalogue has it.

    A template's own ``_()`` would take a per cent sign in it for a place to fill.
    """
    return str(gettext(text))


def _said(value: Value) -> str:
    if isinstance(value, date):
        return day(value)
    return str(format_decimal(value)) if isinstance(value, int) else value
