"""A proof of work: a small calculation that a browser does by itself, and that counts once.

Made and checked by altcha. The amount of work is fixed when a challenge is made, so that no phone
is unlucky, and checking it costs no more than two hashes. A challenge is signed and dated; it is
bound to nobody, and tells nothing of whoever solves it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from altcha import Payload, create_challenge, verify_solution
from sqlalchemy import String, delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.core.crypto import Signer
from tracker.core.orm import Base, UtcDateTime, upsert

ALGORITHM = "PBKDF2/SHA-256"
"""A hash that every browser has built in; the page registers its worker under this name."""
ITERATIONS, MIN_TRIES, MAX_TRIES = 2_000, 300, 500
"""Of each try, and how many tries a challenge takes: at most a million rounds of SHA-256, half a
second on one core of a desk computer, two or three on two cores of an old phone."""
PUZZLE_TTL = timedelta(hours=1)
"""Time in which a challenge can be solved and sent. An open form fetches a fresh one by itself."""
SETTLING = timedelta(seconds=5)
"""Time for which web processes may go on handing out forms as before (they keep what they read for
a second), and the most by which the clocks of two machines may differ."""
_PURPOSE = "proof of work"


class SpentProof(Base):
    """A proof that has counted once, kept until it would be refused anyway."""

    __tablename__ = "spent_proofs"

    mark: Mapped[str] = mapped_column(String(64), primary_key=True)
    until: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


@dataclass(frozen=True)
class Proof:
    """A good proof, or what stands in for one, that may have counted already."""

    mark: str
    until: datetime


def challenge(signer: Signer, *, now: datetime) -> dict[str, object]:
    """Make a challenge, as the widget wants it in JSON."""
    challenge = create_challenge(
        ALGORITHM,
        ITERATIONS,
        counter=MIN_TRIES + secrets.randbelow(MAX_TRIES - MIN_TRIES + 1),
        expires_at=now + PUZZLE_TTL,
        hmac_secret=signer.key(_PURPOSE),
        hmac_key_secret=signer.key(f"{_PURPOSE}: solution"),
    )
    return dict(challenge.to_dict())


def read(signer: Signer, sent: str, *, now: datetime) -> Proof | None:
    """Return the proof that a form brought; none if it is missing, wrong or expired."""
    result = verify_solution(
        sent,
        signer.key(_PURPOSE),
        hmac_key_secret=signer.key(f"{_PURPOSE}: solution"),
    )
    if not result.verified:
        return None
    solved = Payload.from_base64(sent).challenge
    until = datetime.fromtimestamp(solved.parameters.expires_at or 0, UTC)
    if solved.signature is None or until <= now:
        return None
    return Proof(mark=solved.signature, until=until)


def excuse(handed_out: datetime, *, since: datetime, now: datetime) -> Proof | None:
    """Return a substitute for a proof, once, for a form of the last hour that could not ask for
    one."""
    if handed_out >= since + SETTLING or now >= handed_out + PUZZLE_TTL:
        return None
    return Proof(mark=f"form {handed_out.timestamp():.3f}", until=handed_out + PUZZLE_TTL)


def spend(session: Session, proof: Proof) -> bool:
    """Let a proof count; false if it has counted before. Two at once: one wins."""
    spent = session.execute(
        upsert(session, SpentProof)
        .values(mark=proof.mark, until=proof.until)
        .on_conflict_do_nothing(index_elements=["mark"])
        .returning(SpentProof.mark)
    )
    return spent.first() is not None


def forget(session: Session, *, now: datetime) -> None:
    """Delete what has expired."""
    session.execute(delete(SpentProof).where(SpentProof.until <= now))
