"""The form in which staff record a State's own declaration, or that it was withdrawn."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from tracker.core.forms import DayField
from tracker.endorsements import declarations
from tracker.endorsements.evidence.forms import languages
from tracker.endorsements.models import Endorsement
from tracker.staff.forms.evidence import SeenForm
from tracker.staff.forms.fields import CHOSEN, FILLED, trim


class WithdrawalForm(SeenForm):
    """Since when a declaration is withdrawn, and which text says so."""

    on = DayField(_l("Withdrawn on"), validators=[FILLED])
    instrument = SelectField(
        _l("The text that says so"),
        validators=[CHOSEN],
        description=_l("A text of the entry’s evidence. Add a new one there first."),
    )
    why = TextAreaField(
        _l("Why, for colleagues"), validators=[Optional(), Length(max=1000)], render_kw={"rows": 2}
    )

    def __init__(self, entry: Endorsement, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.instrument.choices = [
            SelectChoice(str(piece.instrument_id), piece.instrument.source[:120])
            for piece in entry.evidence
        ]

    @property
    def words(self) -> str:
        return trim(self.why.data)


class DeclarationForm(WithdrawalForm):
    """A declaration as its text has it: its words, day and language, and where it stands."""

    text = TextAreaField(
        _l("The declaration"),
        validators=[FILLED, Length(max=declarations.MAX_LENGTH)],
        description=_l("The State’s own words, whole, as the text has them. Public."),
        render_kw={"rows": 8},
    )
    language = SelectField(_l("Language of these words"), validators=[CHOSEN])
    on = DayField(_l("Made on"), validators=[FILLED])

    def __init__(self, entry: Endorsement, **kwargs: object) -> None:
        super().__init__(entry, **kwargs)
        self.language.choices = languages()[1:]
        self.instrument.label.text = _l("The text in which it stands")
