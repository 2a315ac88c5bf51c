"""The fields that every sign-up form shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from babel import Locale
from flask import session
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from wtforms import (
    HiddenField,
    SelectMultipleField,
    StringField,
    widgets,
)
from wtforms.fields import EmailField, Field, SelectField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    ValidationError,
)

from tracker.core import limits
from tracker.core.clock import utcnow
from tracker.core.components import signer
from tracker.core.errors import RuleBroken
from tracker.core.forms import Form, email_address
from tracker.core.i18n import localized
from tracker.endorsements import labels, own_words
from tracker.endorsements.abuse import flags, proof_of_work
from tracker.endorsements.abuse.proof_of_work import Proof
from tracker.endorsements.abuse.surges import Asking
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.models import ConsentPurpose
from tracker.endorsements.signup.addresses import domain_of
from tracker.endorsements.signup.consent_wording import REQUIRED
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.queries import Brief
from tracker.supporters import domains, mandates
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold

if TYPE_CHECKING:
    from tracker.endorsements.signup.choices import Offered

NOT_SAID = "-"
OPENED = "opened"
"""The key in the form's own cookie of the instant at which it was first opened."""
NOT_COUNTRIES = frozenset(
    {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)
"""Codes of CLDR that are no country or territory of ISO 3166-1: unions, and parts of others."""
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
AGREED = InputRequired(_l("We need your agreement to this."))
INSTRUMENTS = (
    SelectChoice("", _l("Choose …")),
    SelectChoice(InstrumentType.NOTE_VERBALE, labels.INSTRUMENTS[InstrumentType.NOTE_VERBALE]),
    SelectChoice(InstrumentType.LETTER, labels.INSTRUMENTS[InstrumentType.LETTER]),
    SelectChoice(InstrumentType.STATEMENT, _l("Public statement")),
)
REACHES = (
    SelectChoice("", _l("Choose …")),
    *(SelectChoice(reach, label) for reach, label in labels.REACHES.items()),
)


def at_most(length: int) -> Length:
    return Length(max=length, message=_l("Please use at most %(max)d characters."))


def countries(names: dict[str, str]) -> list[SelectChoice]:
    """Return States by their names at the United Nations, and territories (CLDR)."""
    territories = (get_locale() or Locale("en")).territories
    listed = dict(names)
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES:
            listed.setdefault(code, str(name))
    return [SelectChoice("", _l("Choose …")), *by_name(listed)]


@dataclass(frozen=True)
class Listed:
    """Choices in the order in which they are shown, and their codes."""

    choices: list[SelectChoice]
    codes: frozenset[str]

    @classmethod
    def of(cls, choices: list[SelectChoice]) -> Listed:
        return cls(choices, frozenset(str(choice.value) for choice in choices))


def by_name(names: dict[str, str]) -> list[SelectChoice]:
    return [
        SelectChoice(code, name)
        for code, name in sorted(names.items(), key=lambda pair: fold(pair[1]))
    ]


def words_only(_form: Form, field: Field) -> None:
    """Refuse a link in somebody's own words."""
    try:
        own_words.refuse_links(field.data or "")
    except RuleBroken as error:
        raise ValidationError(localized(error)) from error


def web_address(_form: Form, field: Field) -> None:
    """Take a plain http(s) address with a registrable host; "www.example.org" gets its https."""
    text = (field.data or "").strip()
    if text and "://" not in text:
        text = f"https://{text}"
    field.data = domains.plain_address(text) or field.data
    if not domains.of_website(text):
        raise ValidationError(_l("Please give a web address, such as https://www.example.org."))


class LongSelect(widgets.Select):
    """Hundreds of options, each written at once: WTForms takes its attributes through five
    functions, which for the States of the world is a third of a page's time."""

    @classmethod
    def render_option(cls, choice: SelectChoice, **attributes: Any) -> Markup:
        if attributes or choice.render_kw:
            return Markup(super().render_option(choice, **attributes))  # noqa: S704  its own  # nosec B704
        chosen = Markup("selected ") if choice.selected else ""
        return Markup('<option %svalue="%s">%s</option>') % (chosen, choice.value, choice.label)


class LongSelectField(SelectField):
    """A choice among hundreds, looked up where WTForms would compare with one after the other."""

    widget = LongSelect()

    def offer(self, listed: Listed) -> None:
        self.choices = listed.choices
        self._codes = listed.codes

    def pre_validate(self, form: Form) -> None:
        if self.data not in self._codes:
            raise ValidationError(CHOSEN.message)


class SignUpForm(Form):
    """The fields that every kind is asked for."""

    kind = SupporterKind.INDIVIDUAL
    order: tuple[str, ...] = ()
    """The fields as pages show them, where that is not the order in which they are declared."""

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, email_address],
        render_kw={"autocomplete": "email"},
    )
    also = SelectMultipleField(
        _l("Endorse these as well"),
        coerce=int,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
        validate_choice=True,
    )
    nickname = StringField(
        _l("Leave this empty"), render_kw={"autocomplete": "off", "tabindex": "-1"}
    )
    """A trap for machines that fill in everything; people do not see it."""
    opened = HiddenField()
    """The instant, signed, at which the browser first opened a form. With errors it stays."""
    proof = HiddenField()
    """The result of the page's script, if the form asked for one; never handed out again."""

    def __init__(
        self, offered: Offered, others: list[Brief], asking: Asking | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.fill_choices(offered)
        self.asking = asking or Asking({}, {})
        if "opened" in self and not self.is_submitted():
            handed_out = flags.handed_out(signer(), self.opened.data or "")
            if handed_out is None:  # otherwise it is shown again, as it was sent
                self.opened.data = _first_opened()
        self.others = {initiative.id: initiative for initiative in others}
        if others:
            self.also.choices = [
                SelectChoice(initiative.id, initiative.name) for initiative in others
            ]
        elif "also" in self:
            del self.also

    def fill_choices(self, offered: Offered) -> None:
        """Give long lists their choices, which are read once for everybody."""

    def submission(self, initiatives: tuple[Brief, ...], locale: str) -> Submission:
        """Return what the form says, once it is valid."""
        raise NotImplementedError

    def initiatives(self, first: Brief) -> tuple[Brief, ...]:
        """Return the initiative whose form this is, and those endorsed as well."""
        chosen = (self.also.data or []) if "also" in self else []
        return (first, *(self.others[id_] for id_ in chosen if id_ in self.others))

    @property
    def first_fields(self) -> list[str]:
        """Return `order`, with the initiatives of a confirmation, as far as the form has them."""
        return [name for name in ("initiative", *self.order) if name in self]

    @property
    def consent_fields(self) -> list[Field]:
        return [self[f"consent_{purpose.value}"] for purpose in self.consents_asked()]

    @classmethod
    def consents_asked(cls) -> list[ConsentPurpose]:
        named = [ConsentPurpose.NAMED] if cls.kind.is_person else []
        return [*REQUIRED[cls.kind], *named]

    def consents(self) -> tuple[ConsentPurpose, ...]:
        return tuple(
            purpose for purpose in self.consents_asked() if self[f"consent_{purpose.value}"].data
        )

    @property
    def asks_for_proof(self) -> bool:
        """Return whether the form, as it is handed out now, is to have its browser calculate."""
        return self.asking.of_form(limits.network()) is not None

    def common(self, initiatives: tuple[Brief, ...], locale: str) -> dict[str, Any]:
        """Return what a submission says whatever its kind."""
        flag, proof = self._judged(now=utcnow())
        return {
            "network": limits.network(),
            "kind": self.kind,
            "initiatives": initiatives,
            "email": self.email.data.strip(),
            "locale": locale,
            "consents": self.consents(),
            "flag": flag,
            "proof": proof,
        }

    def _judged(self, *, now: datetime) -> tuple[str, Proof | None]:
        """Return why staff should look at this sign-up first, of which its sender is not told; and,
        where a proof of work was asked for, what counts as one."""
        if self.nickname.data:
            return flags.TRAPPED, None
        if flags.is_throw_away(self.email.data):
            return flags.THROW_AWAY, None
        handed_out = flags.handed_out(signer(), self.opened.data or "")
        flag = flags.of_stamp(handed_out, now=now)
        network = limits.network()
        if flag or not self.asking.of_sign_up(network, domain_of(self.email.data)):
            return flag, None
        proof = proof_of_work.read(signer(), self.proof.data or "", now=now)
        since = self.asking.of_form(network)
        if proof is None and handed_out is not None and since is not None:
            proof = proof_of_work.excuse(handed_out, since=since, now=now)
        return ("" if proof else flags.WITHOUT_PROOF), proof


def _first_opened() -> str:
    """Return when this browser first opened a sign-up form, signed. Who comes back to one, filled
    in as it was left, has read it: the form's own cookie keeps its first stamp as long as that is
    good."""
    stamped = str(session.get(OPENED, ""))
    if flags.handed_out(signer(), stamped) is None:
        stamped = session[OPENED] = flags.stamp(signer(), now=utcnow())
    return stamped


def beside(form: Form, problems: mandates.Problems, **fields: str) -> bool:
    """Say each problem at its field, or at the one that the form has for it, unless something is
    wrong with that field already; return whether there was none."""
    for name, problem in problems.items():
        field = form[fields.get(name, name)]
        if not field.errors:
            field.errors = [localized(problem)]
    return not problems
