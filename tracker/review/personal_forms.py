"""Whose personal data are exported."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from tracker.initiatives.models import Initiative
from tracker.review.forms import ANY, options
from tracker.supporters.models import SupporterKind


class PersonalForm(FlaskForm):
    """A GET form: it changes nothing."""

    class Meta:
        csrf = False

    initiative = SelectField(_l("Initiative"))
    kind = SelectField(
        _l("Kind"), choices=[SelectChoice(ANY, _l("All kinds")), *options(*SupporterKind)]
    )

    def __init__(self, initiatives: list[Initiative], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.initiative.choices = [
            SelectChoice(ANY, _l("All initiatives")),
            *(SelectChoice(one.slug, one.name) for one in initiatives),
        ]
        for field in self:
            if field.data in (None, "None"):
                field.data = ANY

    def chosen(self) -> dict[str, Any]:
        """What was chosen, as it stands in an address."""
        return {field.name: str(field.data) for field in self if field.data}
