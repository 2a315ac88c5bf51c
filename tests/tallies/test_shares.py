"""What governments are a share of, and the acceptance figures of the record on States."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.orm import Session

from tracker.initiatives import queries as initiatives
from tracker.supporters import queries as supporters
from tracker.supporters.models import Membership, RegionalGroup
from tracker.supporters.seed import rows
from tracker.tallies import shares, standing

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize(
    ("voting", "two_thirds", "majority"), [(193, 129, 97), (192, 128, 97), (3, 2, 2), (1, 1, 1)]
)
def test_the_majorities_of_the_general_assembly(
    voting: int, two_thirds: int, majority: int
) -> None:
    assert shares.two_thirds(voting) == two_thirds
    assert shares.majority(voting) == majority


def test_the_states_of_the_record(session: Session) -> None:
    every = supporters.all_states(session)
    assert len(every) == 195
    assert sum(state.membership is Membership.MEMBER for state in every) == 193
    assert supporters.member_count(session) == 193
    assert sum(state.permanent for state in every) == 5
    sizes = {group: share.of for group, share in shares.shares((), every, None).groups.items()}
    assert sizes == {
        RegionalGroup.AFRICAN: 54,
        RegionalGroup.ASIA_PACIFIC: 54,
        RegionalGroup.EASTERN_EUROPEAN: 23,
        RegionalGroup.GRULAC: 33,
        RegionalGroup.WEOG: 29,
    }


def test_the_council_is_known_only_whole(session: Session) -> None:
    assert {"FRA", "ESP", "CHL"} <= (supporters.council_of(session, 2015) or set())
    for year in range(2005, 2028):
        assert len(supporters.council_of(session, year) or ()) == 15
    assert supporters.council_of(session, 2004) is None
    session.delete(supporters.council_years(session, "FRA")[0])
    session.flush()
    assert supporters.council_of(session, 2005) is None


def test_the_shares_of_a_few(session: Session) -> None:
    every = supporters.all_states(session)
    council = supporters.council_of(session, 2015)
    counted = shares.shares({"FRA", "GBR", "MEX", "VAT"}, every, council)
    assert (counted.members.count, counted.members.of) == (3, 193), "an observer is no member"
    assert (counted.permanent.count, counted.permanent.of) == (2, 5)
    assert counted.council is not None and (counted.council.count, counted.council.of) == (2, 15)
    assert not counted.majority.reached
    members = [state.iso3 for state in every if state.membership is Membership.MEMBER]
    assert not shares.shares(members[:96], every, None).majority.reached
    assert shares.shares(members[:97], every, None).majority.reached
    assert not shares.shares(members[:128], every, None).two_thirds.reached
    assert shares.shares(members[:129], every, None).two_thirds.reached


def test_who_had_joined_the_code_by_september_2015(session: Session) -> None:
    """29 States: 25 of ACT, and four that its published text names beside them."""
    code = initiatives.by_slug(session, "act-code-of-conduct")
    joined = {
        row.state_iso3
        for row in standing.governments(session, code.id, as_of=date(2015, 9, 1))
        if row.grade == "endorsed"
    }
    beside = {"BLZ", "NLD", "ESP", "UKR"}
    published = rows("act_code_of_conduct.csv")
    act = {row["iso3"] for row in published if row["act_group_member_2015"] == "yes"}
    assert len(joined) == 29 and beside < joined
    assert len(joined & act) == 25 and not beside & act
