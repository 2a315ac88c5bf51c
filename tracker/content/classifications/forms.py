"""The form of a classification of a vetoed text."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import DataRequired, Length, ValidationError

from tracker.content.schema.initiative_fields import SOURCE_HINT
from tracker.core.dates import last_day
from tracker.staff.forms.fields import trim
from tracker.vetoes.models import Basis
from tracker.vetoes.services import Statement

FILL = _l("Please fill this in.")


class ClassificationForm(FlaskForm):
    """A classifier, the situation and date they name, and where that can be read."""

    seen = HiddenField()
    classifier = StringField(
        _l("Who classified it"),
        description=_l(
            "The body or person whose word it is, always under the same name. This site classifies"
            " nothing itself."
        ),
        filters=[trim],
        validators=[DataRequired(_l("Say who classified the text.")), Length(max=200)],
    )
    classified = StringField(
        _l("When"),
        description=_l(
            "The classifier’s own date: a day, a month or a year, such as 2017-03-31, 2017-03 or"
            " 2017."
        ),
        filters=[trim],
        validators=[DataRequired(_l("Say when it was classified.")), Length(max=10)],
    )
    situation = StringField(
        _l("Situation"),
        description=_l("As the classifier names it. Empty only to take a classification back."),
        filters=[trim],
        validators=[Length(max=80)],
    )
    basis = RadioField(
        _l("Basis"),
        choices=[
            SelectChoice(Basis.STATED.value, _l("stated: the classifier names this situation")),
            SelectChoice(Basis.INFERRED.value, _l("inferred: it follows from what is said")),
        ],
        default=Basis.STATED.value,
    )
    evidence = StringField(
        _l("Evidence"),
        description=_l(SOURCE_HINT),
        filters=[trim],
        validators=[DataRequired(FILL), Length(max=500)],
    )
    note = TextAreaField(
        _l("Note"),
        description=_l("What a reader must know of it; may stay empty."),
        filters=[trim],
        validators=[Length(max=1000)],
        render_kw={"rows": 3},
    )
    takes_back = BooleanField(
        _l("This takes the classifier’s classification of the text back"),
        description=_l(
            "It stays readable. Of a mistake made here, give the same date as before; where the"
            " classifier changed its mind, the day on which it did."
        ),
    )

    def validate_classified(self, field: Field) -> None:
        """Refuse what is no date."""
        try:
            last_day(field.data)
        except ValueError as error:
            raise ValidationError(
                _l("Write a day, a month or a year, such as 2017-03-31, 2017-03 or 2017.")
            ) from error

    def validate_situation(self, field: Field) -> None:
        """Refuse a situation with what takes a classification back, and its absence without."""
        if not field.data and not self.takes_back.data:
            raise ValidationError(_l("Say which situation the classifier names."))
        if field.data and self.takes_back.data:
            raise ValidationError(_l("Leave this empty when a classification is taken back."))

    def said(self) -> Statement:
        """Return what was typed in."""
        return Statement(
            classifier=self.classifier.data,
            classified=self.classified.data,
            situation=self.situation.data or "",
            basis=Basis(self.basis.data),
            evidence=self.evidence.data,
            note=self.note.data or "",
            takes_back=self.takes_back.data,
        )
