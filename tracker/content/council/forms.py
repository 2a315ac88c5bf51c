"""The form of a year of the Security Council."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional

from tracker.content.schema.initiative_fields import SOURCE_HINT

FILL = _l("Please fill this in.")


class CouncilForm(FlaskForm):
    """A year, its ten elected members, and on whose word. A draft may lack some of it."""

    seen = HiddenField()
    year = IntegerField(_l("Year"), validators=[InputRequired(_l("Please give a year."))])
    members = TextAreaField(
        _l("The ten elected members"),
        description=_l("One a line: a name in any of the six languages, or a code such as KEN."),
        validators=[DataRequired(FILL), Length(max=2000)],
        render_kw={"rows": 10},
    )
    source = StringField(_l("Source"), description=_l(SOURCE_HINT), validators=[Length(max=500)])
    note = StringField(
        _l("What you changed and why"),
        description=_l("For the history; only staff see it."),
        validators=[Optional(), Length(max=500)],
    )
