"""A sign-up as its form says it, checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.endorsements.abuse.proof_of_work import Proof
from tracker.endorsements.evidence.models import InstrumentType
from tracker.endorsements.evidence.uploads import HandedFile
from tracker.endorsements.models import ConsentPurpose, Reach
from tracker.initiatives.queries import Brief
from tracker.supporters.mandates import Mandate
from tracker.supporters.models import SupporterKind


@dataclass(frozen=True, kw_only=True)
class InstrumentDetails:
    """An officer's description of the document on which a government's support rests."""

    type: InstrumentType
    dated: date
    symbol: str = ""
    link: str = ""
    file: HandedFile | None = None
    """It waits for the confirmation (`held_files`)."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """Everything that one sign-up says, for one kind of supporter and one or more initiatives."""

    kind: SupporterKind
    initiatives: tuple[Brief, ...]
    email: str
    name: str
    """A person's name, or an organisation's registered name; a State's is known."""
    consents: tuple[ConsentPurpose, ...]
    country: str | None = None
    locale: str = "en"
    be_named: bool = False
    words: str = ""
    flag: str = ""
    proof: Proof | None = None
    """The proof that was brought, where one was asked for. It must not have counted before."""
    network: str = "unknown"
    """The ID that the network it comes from has today."""
    website: str | None = None
    domain: str | None = None
    reach: Reach | None = None
    officer: str = ""
    title: str = ""
    body: str = ""
    chamber: str = ""
    sitting: bool | None = None
    mandate_from: date | None = None
    mandate_until: date | None = None
    official_page: str | None = None
    iso3: str | None = None
    instrument: InstrumentDetails | None = None

    @property
    def mandate(self) -> Mandate:
        return Mandate(sitting=self.sitting, since=self.mandate_from, until=self.mandate_until)
