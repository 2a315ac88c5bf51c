"""The form of a confirmation page: what a sign-up says, filled in, to be corrected or left so.

The same fields and rules as at sign-up, without what only a stranger is asked. A field that was not
sent at all keeps what came with the sign-up; the choice to be named is one only if it was sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import CombinedMultiDict, FileStorage, MultiDict
from wtforms import SelectMultipleField, widgets
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from tracker.endorsements.models import ConsentPurpose, Endorsement
from tracker.endorsements.signup.choices import Offered
from tracker.endorsements.signup.forms import NOT_SAID, SignUpForm
from tracker.endorsements.signup.kinds_forms import (
    SITTING,
    GovernmentForm,
    IndividualForm,
    OrganisationForm,
    ParliamentarianForm,
)
from tracker.endorsements.signup.submission import Submission
from tracker.initiatives.queries import Brief
from tracker.supporters.models import Supporter, SupporterKind

NAMED = "consent_named"


class Correctable(SignUpForm):
    """The fields that all confirmation pages have in common. The link authorises them."""

    class Meta(SignUpForm.Meta):
        csrf = False

    email = also = nickname = opened = proof = None
    consent_counted = consent_age = consent_authorised = consent_contact = None
    initiative = SelectMultipleField(
        _l("Initiatives"),
        coerce=int,
        widget=widgets.ListWidget(prefix_label=False),
        option_widget=widgets.CheckboxInput(),
        validators=[InputRequired(_l("Choose at least one initiative."))],
    )

    def __init__(
        self, waiting: Sequence[Endorsement], offered: Offered, formdata: MultiDict[str, object]
    ) -> None:
        super().__init__(offered, others=[], formdata=formdata)
        self.initiative.choices = [
            SelectChoice(endorsement.initiative_id, endorsement.initiative.name)
            for endorsement in waiting
        ]

    def corrected(self, briefs: Iterable[Brief], locale: str) -> Submission:
        """Return the submission as its owner confirms it. Who sent the form stays as it was."""
        chosen = tuple(initiative for initiative in briefs if initiative.id in self.initiative.data)
        return self.submission(chosen, locale)

    def common(self, initiatives: tuple[Brief, ...], locale: str) -> dict[str, Any]:
        named = "consent_named" in self and self.consent_named.data
        return {
            "kind": self.kind,
            "initiatives": initiatives,
            "email": "",
            "locale": locale,
            "consents": (ConsentPurpose.NAMED,) if named else (),
        }


class ConfirmIndividualForm(Correctable, IndividualForm):
    pass


class ConfirmParliamentarianForm(Correctable, ParliamentarianForm):
    pass


class ConfirmOrganisationForm(Correctable, OrganisationForm):
    pass


class ConfirmGovernmentForm(Correctable, GovernmentForm):
    pass


FORMS: dict[SupporterKind, type[Correctable]] = {
    SupporterKind.INDIVIDUAL: ConfirmIndividualForm,
    SupporterKind.ORGANISATION: ConfirmOrganisationForm,
    SupporterKind.PARLIAMENTARIAN: ConfirmParliamentarianForm,
    SupporterKind.GOVERNMENT: ConfirmGovernmentForm,
}


def form_for(
    waiting: Sequence[Endorsement],
    known: Supporter,
    offered: Offered,
    typed: MultiDict[str, str] | None = None,
    files: MultiDict[str, FileStorage] | None = None,
) -> Correctable:
    """Return the form of what waits for one link, filled in with it, or with what was `typed`.

    A person who is `known` by the address already is shown as recorded.
    """
    filled: MultiDict[str, object] = MultiDict(typed or {})
    for name, value in _as_recorded(waiting[0], known).items():
        if name not in filled and (typed is None or name != NAMED):
            filled[name] = value
    if typed is None:
        filled.setlist("initiative", [str(endorsement.initiative_id) for endorsement in waiting])
    sent: list[MultiDict[str, Any]] = [files, filled] if files else [filled]
    return FORMS[waiting[0].kind](waiting, offered, CombinedMultiDict(sent))


def _as_recorded(endorsement: Endorsement, supporter: Supporter) -> dict[str, str]:
    """Return what a sign-up says, as its form would send it."""
    country = supporter.country
    if country is None and endorsement.kind is SupporterKind.INDIVIDUAL:
        country = NOT_SAID
    values: dict[str, object] = {
        "name": supporter.name,
        "country": country,
        "words": endorsement.words,
        NAMED: "y" if endorsement.be_named else None,
        "website": supporter.website,
        "reach": endorsement.reach,
        "chamber": supporter.chamber,
        "mandate": next(
            (choice for choice, now in SITTING.items() if now is supporter.sitting), None
        ),
        "mandate_from": supporter.mandate_from,
        "mandate_until": supporter.mandate_until,
        "official_page": supporter.official_page,
        "state": supporter.state_iso3,
    }
    if (officer := endorsement.officer) is not None:
        values |= {"officer": officer.name, "title": officer.title, "body": officer.body}
    for evidence in endorsement.evidence:
        instrument = evidence.instrument
        values |= {
            "instrument_type": instrument.type,
            "instrument_date": instrument.dated,
            "symbol": instrument.symbol,
            "link": instrument.link,
        }
    return {name: str(value) for name, value in values.items() if value is not None}
