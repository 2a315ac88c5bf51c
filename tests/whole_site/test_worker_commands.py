"""The worker's work by hand: `flask mail send` and `flask retention run`."""

from __future__ import annotations

import os
import time
from datetime import timedelta

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support import files
from tests.support.signup import post
from tests.support.webclient import Client, Runner
from tracker.core.outbox import OutboxMail
from tracker.endorsements.evidence import uploads
from tracker.endorsements.lifecycle import LINK_LIFE, Status
from tracker.endorsements.models import Endorsement, Origin


def test_mail_is_sent_by_hand(app: Flask, client: Client, runner: Runner, session: Session) -> None:
    post(client, "individual")
    done = runner.invoke(args=["mail", "send"])
    assert done.exit_code == 0 and done.output.startswith("Sent 1;")
    assert session.scalars(select(OutboxMail.sent_at)).one() is not None
    assert runner.invoke(args=["mail", "send"]).output.startswith("Sent 0;")


def test_mail_that_cannot_be_sent_is_said(
    app: Flask, client: Client, runner: Runner, session: Session
) -> None:
    post(client, "individual")
    folder = app.extensions["rollcall"].mail_dir
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file where the folder should be")
    failed = runner.invoke(args=["mail", "send"])
    assert failed.exit_code == 1 and "1 could not be sent" in failed.output


def test_what_is_due_expires_by_hand(
    app: Flask, client: Client, runner: Runner, session: Session
) -> None:
    post(client, "individual")
    mine = Endorsement.origin == Origin.SIGN_UP
    entry = session.scalars(select(Endorsement).where(mine)).one()
    entry.status_since = entry.status_since - (LINK_LIFE + timedelta(hours=1))
    done = runner.invoke(args=["retention", "run"])
    assert done.exit_code == 0 and "1 entries expired" in done.output
    assert session.scalars(select(Endorsement.status).where(mine)).one() is Status.EXPIRED


def test_files_that_no_text_names_go_by_hand_as_in_the_worker(app: Flask, runner: Runner) -> None:
    folder = app.extensions["rollcall"].upload_dir
    kept = uploads.store(folder, "scan.pdf", files.PDF)
    path = folder / kept.sha256
    done = runner.invoke(args=["retention", "run"])
    assert "0 files" in done.output and path.exists()
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(path, (two_days_ago, two_days_ago))
    done = runner.invoke(args=["retention", "run"])
    assert done.exit_code == 0 and "1 files" in done.output and not path.exists()
