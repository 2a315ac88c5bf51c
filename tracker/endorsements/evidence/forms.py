"""The fields in which people describe a text that supports: its symbol, its file, its language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel import Locale
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms.fields import Field
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from tracker.core.errors import RuleBroken
from tracker.core.i18n import OFFICIAL, localized
from tracker.endorsements.evidence import links, un_symbols, uploads
from tracker.endorsements.evidence.uploads import HandedFile, StoredFile


class ScanField(FileField):
    """A PDF, PNG or JPEG, refused beside the field if its content is something else."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        kwargs.setdefault("render_kw", {"accept": uploads.ACCEPT})
        super().__init__(label, **kwargs)

    def pre_validate(self, form: Any) -> None:
        if not self.data:
            return
        try:
            uploads.recognise(self._content())
        except RuleBroken as error:
            raise ValidationError(localized(error)) from error

    def handed(self) -> HandedFile | None:
        """Return the file itself, once the form is valid; none if none was chosen."""
        if not self.data:
            return None
        return uploads.handed(self.data.filename or "", self._content())

    def store(self, folder: Path) -> StoredFile | None:
        """Keep the file, once the form is valid; none if none was chosen."""
        if not self.data:
            return None
        return uploads.store(folder, self.data.filename or "", self._content())

    def _content(self) -> bytes:
        self.data.seek(0)
        content: bytes = self.data.read()
        return content


def un_symbol(_form: FlaskForm, field: Field) -> None:
    """Put a UN document symbol into the form in which the United Nations print it."""
    try:
        field.data = un_symbols.canonical(field.data or "")
    except RuleBroken as error:
        raise ValidationError(localized(error)) from error


def archive_address(_form: FlaskForm, field: Field) -> None:
    field.data = (field.data or "").strip()
    if field.data and not links.is_archive(field.data):
        raise ValidationError(
            _l("Please give the page's address in a web archive, such as web.archive.org.")
        )


def languages() -> list[SelectChoice]:
    """Return the languages with a code of two letters (ISO 639-1), the official six first, in the
    words of the page's language."""
    names = (get_locale() or Locale("en")).languages
    first = [SelectChoice(code, names[code]) for code in OFFICIAL]
    others = sorted(
        ((name, code) for code, name in names.items() if len(code) == 2 and code not in OFFICIAL),
        key=lambda pair: pair[0].casefold(),
    )
    return [
        SelectChoice("", _l("Not said")),
        *first,
        *(SelectChoice(code, name) for name, code in others),
    ]
