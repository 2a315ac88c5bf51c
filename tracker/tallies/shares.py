"""Shares: what a number of governments is a part of, the membership, its groups, its majorities,
the Security Council. Always of Member States; observers have no vote and are told apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tracker.supporters.models import Membership, RegionalGroup, State


def two_thirds(voting: int) -> int:
    """Return the fewest votes that are two-thirds (Charter, Article 18, paragraph 2): 129 of
    193."""
    return -(-2 * voting // 3)


def majority(voting: int) -> int:
    """Return the fewest votes that are more than half (Charter, Article 18, paragraph 3): 97 of
    193."""
    return voting // 2 + 1


@dataclass(frozen=True, kw_only=True)
class Share:
    """So many of a known number."""

    count: int
    of: int

    @property
    def part(self) -> float:
        """Between 0 and 1."""
        return self.count / self.of if self.of else 0.0

    @property
    def reached(self) -> bool:
        return self.count >= self.of


@dataclass(frozen=True, kw_only=True)
class Shares:
    """Of some Member States, what they are a share of."""

    members: Share
    groups: Mapping[RegionalGroup, Share]
    two_thirds: Share
    majority: Share
    permanent: Share
    council: Share | None
    """None for a day whose Security Council is not known here."""


def shares(
    supporting: Collection[str], states: Sequence[State], council: Collection[str] | None
) -> Shares:
    """Return the shares of Member States, by their codes, among today's membership and a day's
    Council."""
    members = [state for state in states if state.membership is Membership.MEMBER]

    def share(of: Collection[str]) -> Share:
        return Share(count=len(set(of) & set(supporting)), of=len(of))

    membership = share([state.iso3 for state in members])
    return Shares(
        members=membership,
        groups={
            group: share([state.iso3 for state in members if state.regional_group is group])
            for group in RegionalGroup
            if group is not RegionalGroup.NONE
        },
        two_thirds=Share(count=membership.count, of=two_thirds(membership.of)),
        majority=Share(count=membership.count, of=majority(membership.of)),
        permanent=share([state.iso3 for state in members if state.permanent]),
        council=share(council) if council is not None else None,
    )
