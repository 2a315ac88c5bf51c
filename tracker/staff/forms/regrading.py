"""The text on which a new grade rests: one that is evidence already, or one that came."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Field, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, ValidationError

from tracker.endorsements.evidence.models import Evidence, InstrumentType
from tracker.initiatives.grades import Grade
from tracker.review.decisions.proposals import NewText
from tracker.staff import labels
from tracker.staff.forms.fields import DATED_HINT, SOURCE_HINT, options, partial_date

OF_A_TEXT = ("text", "text_type", "source", "dated")


class TextForm(FlaskForm):
    text = SelectField(
        _l("The text that shows it"),
        description=_l("A grade of “endorsed” rests on a text. It becomes evidence of the entry."),
    )
    source = StringField(
        labels.TEXT_FIELDS["source"],
        validators=[Length(max=500)],
        description=SOURCE_HINT,
    )
    text_type = SelectField(
        labels.TEXT_FIELDS["type"],
        choices=options(*InstrumentType),
    )
    dated = StringField(
        labels.TEXT_FIELDS["dated"],
        validators=[partial_date],
        description=DATED_HINT,
    )

    def offer(self, evidence: Sequence[Evidence]) -> None:
        """Offer what is evidence of the entry already."""
        self.text.choices = [
            SelectChoice("", _l("Another text, named below")),
            *(
                SelectChoice(str(piece.instrument_id), piece.instrument.source[:120])
                for piece in evidence
            ),
        ]

    def validate_source(self, field: Field) -> None:
        endorsed = self["grade"].data == Grade.ENDORSED.value
        if endorsed and not self.text.data and not (field.data or "").strip():
            raise ValidationError(_l("Please say which text shows it."))

    def chosen_text(self) -> int | NewText | None:
        """Return an instrument's id, or a new text; none was needed where it is none."""
        if self.text.data:
            return int(self.text.data)
        source = (self.source.data or "").strip()
        if not source:
            return None
        kind = InstrumentType(self.text_type.data)
        return NewText(type=kind, source=source, dated=(self.dated.data or "").strip())
