"""Proposals to record something of a State, until a different person agrees or drops them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.core.dates import DatePrecision
from tracker.core.orm import Base, BigId, Choice, partial_index
from tracker.core.two_person_rule import Proposal
from tracker.core.words import translatable as _t
from tracker.supporters.changes import ChangeKind, SupporterChange
from tracker.supporters.models import Supporter


class StateProposal(Proposal, Base):
    """A new name, a group, a succession, that one of these was recorded in error, or what the data
    files say otherwise.

    A name leads a State's page and stands in every list, so it takes two people, as the database
    demands too. One proposal of a State waits at a time.
    """

    ITS_OWN = _t("You proposed this. A second, different person must agree to it.")
    SETTLED = _t("Somebody else has settled this already.")

    __tablename__ = "state_proposals"
    __table_args__ = (
        CheckConstraint("seconder_id IS NULL OR seconder_id <> proposer_id", name="by_two"),
        CheckConstraint(
            "(settled_at IS NULL) = (applied IS NULL)"
            " AND (applied IS NULL OR NOT applied"
            " OR (seconder_id IS NOT NULL AND proposer_id IS NOT NULL))",
            name="settled",
        ),
        CheckConstraint(
            "(undoes_id IS NULL AND kind <> 'corrected') = (happened_on IS NOT NULL)", name="dated"
        ),
        CheckConstraint("proposer_id IS NOT NULL OR kind = 'corrected'", name="by_somebody"),
        partial_index(
            "uq_state_proposals_one_open",
            "supporter_id",
            unique=True,
            where="settled_at IS NULL",
        ),
    )

    supporter_id: Mapped[int] = mapped_column(BigId, ForeignKey("supporters.id"))
    kind: Mapped[ChangeKind] = mapped_column(Choice(ChangeKind))
    wanted: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Of a renaming, ``{language: [short, formal]}``; of a succession, ``{"successor": code}``; of
    a regional group, ``{"group": name}``; of what the files say, ``{"rows": [...]}``
    (`file_rows`); empty for what takes something back."""
    source: Mapped[str] = mapped_column(Text)
    happened_on: Mapped[date | None]
    precision: Mapped[DatePrecision] = mapped_column(Choice(DatePrecision))
    undoes_id: Mapped[int | None] = mapped_column(BigId, ForeignKey("supporter_changes.id"))
    """The change that was recorded in error, if this takes one back."""
    seen: Mapped[int] = mapped_column(BigId)
    """The newest change of the State that the proposer saw; 0 for none."""
    proposer_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    """None while nobody has taken up what the files say."""

    supporter: Mapped[Supporter] = relationship(init=False)
    undoes: Mapped[SupporterChange | None] = relationship(init=False)
