"""The forms in which staff describe a text, and where in it an entry's support stands."""

from __future__ import annotations

from typing import Any, TypedDict

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    IntegerField,
    SelectField,
    StringField,
    TextAreaField,
    URLField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from tracker.endorsements.evidence.forms import ScanField, archive_address, languages, un_symbol
from tracker.endorsements.evidence.models import Evidence, Instrument, InstrumentType
from tracker.review.evidence import services
from tracker.staff.forms.fields import (
    CHOSEN,
    DATED_HINT,
    FILE_HINT,
    FILLED,
    SOURCE_HINT,
    options,
    past_partial_date,
    trim,
    web_address,
)
from tracker.staff.labels import TEXT_FIELDS


class SeenForm(FlaskForm):
    """A button, and what the page showed when it was pressed."""

    seen = IntegerField(validators=[InputRequired()])


class Place(TypedDict):
    """The page and the words of a text that state the support."""

    page: str
    quote: str


class PlaceForm(SeenForm):
    """The place in a text, and the words, that state an entry's support."""

    page = StringField(
        TEXT_FIELDS["page"],
        validators=[Optional(), Length(max=60)],
        description=_l("Such as p. 3, para. 12 or annex II."),
    )
    quote = TextAreaField(
        TEXT_FIELDS["quote"], validators=[Optional(), Length(max=2000)], render_kw={"rows": 3}
    )

    def place(self) -> Place:
        return {"page": trim(self.page.data), "quote": trim(self.quote.data)}


class ChangePlaceForm(PlaceForm):
    """The same of evidence that is there, and why it is changed or taken off."""

    why = TextAreaField(
        _l("Why, for colleagues"), validators=[Optional(), Length(max=1000)], render_kw={"rows": 2}
    )

    def __init__(self, piece: Evidence, seen: int, **kwargs: object) -> None:
        super().__init__(data={"page": piece.page, "quote": piece.quote, "seen": seen}, **kwargs)


class TextForm(SeenForm):
    """The facts of a text."""

    type = SelectField(TEXT_FIELDS["type"], choices=options(*InstrumentType), validators=[CHOSEN])
    source = TextAreaField(
        TEXT_FIELDS["source"],
        validators=[FILLED, Length(max=1000)],
        description=SOURCE_HINT,
        render_kw={"rows": 2},
    )
    publisher = StringField(TEXT_FIELDS["publisher"], validators=[Optional(), Length(max=200)])
    dated = StringField(
        TEXT_FIELDS["dated"],
        validators=[Optional(), past_partial_date],
        description=DATED_HINT,
    )
    symbol = StringField(
        TEXT_FIELDS["symbol"],
        validators=[Optional(), Length(max=80), un_symbol],
        description=_l("Such as A/70/621-S/2015/978. It becomes a link to the document."),
    )
    language = SelectField(TEXT_FIELDS["language"])
    link = URLField(
        TEXT_FIELDS["link"],
        validators=[Optional(), Length(max=500), web_address],
        description=_l("At its publisher. It becomes a link, unless only a copy was read."),
    )
    secondary_copy = BooleanField(
        _l("Only somebody else's copy was read: a mirror, or a newspaper that printed it")
    )
    archived_link = URLField(
        TEXT_FIELDS["archived_link"],
        validators=[Optional(), Length(max=500), archive_address],
        description=_l("Such as https://web.archive.org/web/2024/…"),
    )

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.language.choices = languages()

    def values(self) -> dict[str, Any]:
        return {
            name: trim(self[name].data) if isinstance(self[name].data, str) else self[name].data
            for name in services.FIELDS
        }


class NewTextForm(TextForm, PlaceForm):
    """A text that is not here yet, and where in it the support stands."""

    file = ScanField(_l("The text as a file"), description=FILE_HINT)


class EditTextForm(TextForm):
    """A text as it is. Saved only after a look at the difference."""

    why = TextAreaField(
        _l("Where the right form stands"),
        validators=[Optional(), Length(max=1000)],
        render_kw={"rows": 2},
    )

    def __init__(self, instrument: Instrument, **kwargs: object) -> None:
        data = services.present(instrument) | {"seen": instrument.revision}
        super().__init__(data=data, **kwargs)


class FileForm(SeenForm):
    file = ScanField(_l("Add or replace the file"), description=FILE_HINT)

    def validate_file(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_l("Please choose a file."))
