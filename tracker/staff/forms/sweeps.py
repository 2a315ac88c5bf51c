"""The forms of sweeps: the search, and the step that is taken with what it found."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import DateTimeLocalField, Field, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional, Regexp, ValidationError

from tracker.core.i18n import translated
from tracker.endorsements.abuse.flags import FLAGS, HELD
from tracker.endorsements.lifecycle import Action
from tracker.endorsements.signup.addresses import domain_of
from tracker.initiatives.models import Initiative
from tracker.review.bulk.sweeps import KINDS, Query, utc
from tracker.staff.forms.decisions import BulkForm
from tracker.staff.forms.fields import ANY, AddressForm, initiative_choices, options, trim
from tracker.staff.labels import SEARCHED, TO_DO
from tracker.supporters.models import SupporterKind

MARK = Regexp(r"^[0-9a-f]{8,32}$", message=_l("A network's mark has 8 to 32 digits, 0 to f."))


class SearchForm(AddressForm):
    """The search of a sweep."""

    initiative = SelectField(SEARCHED["initiative"], default=ANY)
    kind = SelectField(
        SEARCHED["kind"],
        choices=[SelectChoice(ANY, _l("All but governments")), *options(*KINDS)],
        default=ANY,
    )
    mail_domain = StringField(SEARCHED["mail_domain"], validators=[Length(max=255)])
    network = StringField(SEARCHED["network"], validators=[Optional(), MARK])
    since = DateTimeLocalField(SEARCHED["since"], validators=[Optional()])
    until = DateTimeLocalField(SEARCHED["until"], validators=[Optional()])
    flag = SelectField(SEARCHED["flag"], default=ANY)
    name = StringField(SEARCHED["name"], validators=[Length(max=100)])

    def __init__(self, initiatives: list[Initiative], **kwargs: object) -> None:
        super().__init__(**kwargs)
        for field in self:
            field.flags.optional = False  # all of them are, so none says so
        self.initiative.choices = initiative_choices(initiatives)
        self.flag.choices = [
            SelectChoice(ANY, _l("Any or none")),
            *(SelectChoice(flag, translated(flag)) for flag in (*FLAGS, HELD)),
        ]

    def validate_until(self, field: Field) -> None:
        if field.data and self.since.data and field.data <= self.since.data:
            raise ValidationError(_l("This is not after the beginning."))

    def query(self) -> Query:
        domain = trim(self.mail_domain.data).lstrip("@")
        return Query(
            initiative=self.initiative.data or "",
            kind=SupporterKind(self.kind.data) if self.kind.data else None,
            network=trim(self.network.data),
            mail_domain=domain_of(f"a@{domain}") if domain else "",
            since=utc(self.since.data),
            until=utc(self.until.data),
            flag=self.flag.data or "",
            name=trim(self.name.data),
        )


class StepForm(BulkForm):
    """The next step of a sweep, with its reason."""

    def __init__(self, actions: tuple[Action, ...], **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.offer(actions)

    def offer(self, actions: tuple[Action, ...]) -> None:
        """Let one of these actions be chosen."""
        self.action.choices = [SelectChoice(action.value, TO_DO[action]) for action in actions]
        if len(actions) > 1:
            self.action.choices.insert(0, SelectChoice(ANY, _l("Choose …")))
