"""Who decides in tests of review."""

from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.review_cases import reviewers
from tracker.accounts.models import User


@pytest.fixture
def staff(app: Flask, session: Session) -> list[User]:
    """Four reviewers, written but not yet committed."""
    return reviewers(app, session, "ada", "ben", "cleo", "dan")
