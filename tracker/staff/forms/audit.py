"""The search form of the log."""

from __future__ import annotations

import re

from flask_babel import lazy_gettext as _l
from wtforms import Field, SearchField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, ValidationError

from tracker.accounts.labels import EVENTS
from tracker.accounts.models import StaffAction
from tracker.core.forms import DayField
from tracker.endorsements.lifecycle import Action, ActorKind, ReasonCode
from tracker.initiatives.models import Initiative
from tracker.review.audit.queries import Sought
from tracker.staff.forms.fields import (
    ANY,
    AddressForm,
    initiative_choices,
    kind_choices,
    options,
    trim,
)
from tracker.staff.labels import DONE
from tracker.supporters.models import SupporterKind

REFERENCE = re.compile(r"(?:R-?)?0*(\d{1,18})", re.IGNORECASE)


class LogForm(AddressForm):
    """The filters of the log."""

    person = SelectField(_l("Person"))
    actor = SelectField(
        _l("Who acted"),
        choices=[
            SelectChoice(ANY, _l("Anybody")),
            SelectChoice(ActorKind.STAFF.value, _l("Staff")),
            SelectChoice(ActorKind.SUPPORTER.value, _l("Supporters")),
            SelectChoice(ActorKind.SYSTEM.value, _l("The system, or a stranger")),
        ],
    )
    action = SelectField(
        _l("What"),
        choices=[
            SelectChoice(ANY, _l("Everything")),
            *(SelectChoice(one.value, said) for one, said in DONE.items()),
            *(SelectChoice(one.value, said) for one, said in EVENTS.items()),
        ],
    )
    kind = SelectField(_l("Kind"), choices=kind_choices())
    initiative = SelectField(_l("Initiative"))
    reason = SelectField(
        _l("Reason"), choices=[SelectChoice(ANY, _l("Any")), *options(*ReasonCode)]
    )
    since = DayField(_l("From"), validators=[Optional()])
    until = DayField(_l("To"), validators=[Optional()])
    reference = StringField(
        _l("Reference"), validators=[Length(max=20)], render_kw={"placeholder": "R-000123"}
    )
    words = SearchField(_l("In the words beside a decision"), validators=[Length(max=100)])

    def __init__(
        self, people: list[tuple[int, str]], initiatives: list[Initiative], **kwargs: object
    ) -> None:
        super().__init__(**kwargs)
        self.person.choices = [
            SelectChoice(ANY, _l("Anybody")),
            *(SelectChoice(str(id), name) for id, name in people),
        ]
        self.initiative.choices = initiative_choices(initiatives)

    def validate_reference(self, field: Field) -> None:
        if trim(field.data) and not REFERENCE.fullmatch(trim(field.data)):
            raise ValidationError(_l("A reference looks like R-000123."))

    def validate_until(self, field: Field) -> None:
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError(_l("This day is before the first."))

    def sought(self) -> Sought:
        """Return what a valid form asks for."""
        reference = REFERENCE.fullmatch(trim(self.reference.data))
        action = self.action.data
        return Sought(
            person=int(self.person.data) if self.person.data else None,
            actor=ActorKind(self.actor.data) if self.actor.data else None,
            action=(Action(action) if action in set(Action) else StaffAction(action))
            if action
            else None,
            kind=SupporterKind(self.kind.data) if self.kind.data else None,
            initiative=self.initiative.data or None,
            reason=ReasonCode(self.reason.data) if self.reason.data else None,
            since=self.since.data,
            until=self.until.data,
            entry_id=int(reference[1]) if reference else None,
            words=trim(self.words.data),
        )
