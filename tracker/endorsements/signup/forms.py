"""What every sign-up form shares, and the small forms of a supporter's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel import Locale
from flask import session
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from wtforms import (
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
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
from tracker.core.forms import DayField, Form, email_address
from tracker.core.i18n import said
from tracker.endorsements import own_words
from tracker.endorsements.abuse import flags, proof_of_work
from tracker.endorsements.abuse.proof_of_work import Proof
from tracker.endorsements.abuse.surges import Asking
from tracker.endorsements.evidence.forms import ScanField
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.models import ConsentPurpose, Reach
from tracker.endorsements.signup.addresses import domain_of
from tracker.endorsements.signup.consent_wording import REQUIRED
from tracker.initiatives.queries import Brief
from tracker.supporters import domains, mandates
from tracker.supporters.models import SupporterKind
from tracker.supporters.names import fold

NOT_SAID = "-"
OPENED = "opened"
"""Where the form's own cookie keeps when it was first opened."""
NOT_COUNTRIES = frozenset(
    {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
)
"""Codes of CLDR that are no country or territory of ISO 3166-1: unions, and parts of others."""
FILLED = DataRequired(_l("Please fill this in."))
CHOSEN = InputRequired(_l("Please choose one."))
AGREED = InputRequired(_l("We need your agreement to this."))
INSTRUMENTS = (
    SelectChoice("", _l("Choose …")),
    SelectChoice(InstrumentType.NOTE_VERBALE, _l("Note verbale")),
    SelectChoice(InstrumentType.LETTER, _l("Letter")),
    SelectChoice(InstrumentType.STATEMENT, _l("Public statement")),
)
REACHES = (
    SelectChoice("", _l("Choose …")),
    SelectChoice(Reach.LOCAL, _l("Local")),
    SelectChoice(Reach.NATIONAL, _l("National")),
    SelectChoice(Reach.REGIONAL, _l("Several countries")),
    SelectChoice(Reach.GLOBAL, _l("Worldwide")),
)


def at_most(length: int) -> Length:
    return Length(max=length, message=_l("Please use at most %(max)d characters."))


def countries(names: dict[str, str]) -> list[SelectChoice]:
    """States by their names at the United Nations, and territories (CLDR)."""
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
        return cls(choices, frozenset(str(one.value) for one in choices))


def by_name(names: dict[str, str]) -> list[SelectChoice]:
    return [
        SelectChoice(code, name)
        for code, name in sorted(names.items(), key=lambda pair: fold(pair[1]))
    ]


def words_only(_form: Form, field: Field) -> None:
    """One's own words hold no link."""
    try:
        own_words.refuse_links(field.data or "")
    except RuleBroken as error:
        raise ValidationError(said(error)) from error


def web_address(_form: Form, field: Field) -> None:
    """A plain http(s) address with a registrable host; "www.example.org" gets its https."""
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

    def pre_validate(self, form: Any) -> None:
        if self.data not in self._codes:
            raise ValidationError(CHOSEN.message)


class SignUpForm(Form):
    """What every kind is asked."""

    kind = SupporterKind.INDIVIDUAL

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
    """When the browser first opened a form, signed. With errors, a form keeps its own."""
    proof = HiddenField()
    """What the page's script calculated, if the form asked for it; never handed out again."""

    def __init__(self, others: list[Brief], asking: Asking | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.asking = asking or Asking({}, {})
        if "opened" in self and not self.is_submitted():
            handed_out = flags.handed_out(signer(), self.opened.data or "")
            if handed_out is None:  # otherwise it is shown again, as it was sent
                self.opened.data = _first_opened()
        self.others = {one.id: one for one in others}
        if others:
            self.also.choices = [SelectChoice(one.id, one.name) for one in others]
        elif "also" in self:
            del self.also

    def initiatives(self, first: Brief) -> tuple[Brief, ...]:
        chosen = (self.also.data or []) if "also" in self else []
        return (first, *(self.others[one] for one in chosen if one in self.others))

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
        """Whether the form, as it is handed out now, is to have its browser calculate."""
        return self.asking.of_form(limits.network()) is not None

    def common(self, first: Brief, locale: str) -> dict[str, Any]:
        flag, proof = self._judged(now=utcnow())
        return {
            "network": limits.network(),
            "kind": self.kind,
            "initiatives": self.initiatives(first),
            "email": self.email.data.strip(),
            "locale": locale,
            "consents": self.consents(),
            "flag": flag,
            "proof": proof,
        }

    def _judged(self, *, now: datetime) -> tuple[str, Proof | None]:
        """Why staff should look at this sign-up first; who sends it is not told. Where a proof of
        work was asked for, what counts as one."""
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
    """When this browser first opened a sign-up form, signed. Who comes back to one, filled in as it
    was left, has read it: the form's own cookie keeps its first stamp as long as that is good."""
    stamped = str(session.get(OPENED, ""))
    if flags.handed_out(signer(), stamped) is None:
        stamped = session[OPENED] = flags.stamp(signer(), now=utcnow())
    return stamped


class AskLinkForm(Form):
    """Asks for a fresh link by mail. Needs no CSRF token: it does nothing in anybody's name."""

    class Meta:
        csrf = False

    email = EmailField(
        _l("E-mail address"),
        validators=[FILLED, email_address],
        render_kw={"autocomplete": "email"},
    )


class OwnForm(Form):
    """One of several alike on a supporter's own page, so its ids end in the entry's number.

    The link in its address authorises it.
    """

    class Meta:
        csrf = False

    def __init__(self, entry_id: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.entry_id = entry_id
        for one in self:
            one.id = f"{one.id}-{entry_id}"


class MandateForm(OwnForm):
    """The day on which a parliamentarian's mandate ended."""

    on = DayField(_l("My mandate ended on"), validators=[FILLED])


class FileForm(OwnForm):
    """A government's document as a file."""

    file = ScanField(_l("The document as a file"), validators=[FILLED])


class OwnWordsForm(OwnForm):
    """What an individual says in their own words; empty to say nothing."""

    own_words = TextAreaField(
        _l("In your own words"),
        validators=[at_most(own_words.LONGEST), words_only],
        render_kw={"rows": 4},
    )


class WordsForm(OwnForm):
    """An answer or an appeal."""

    words = TextAreaField(
        _l("Your answer"), validators=[FILLED, at_most(2000)], render_kw={"rows": 5}
    )


def beside(form: Form, problems: mandates.Problems, **fields: str) -> bool:
    """Say each problem at its field, or at the one that the form has for it, unless something is
    wrong with that field already; whether there was none."""
    for name, problem in problems.items():
        field = form[fields.get(name, name)]
        if not field.errors:
            field.errors = [said(problem)]
    return not problems
