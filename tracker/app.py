"""The application factory: the only module that knows every feature."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

import tracker.accounts.models
import tracker.challenges.models
import tracker.content.models
import tracker.core.demonstration_mark
import tracker.core.upgrade_notes
import tracker.endorsements.abuse.disownments
import tracker.endorsements.abuse.proof_of_work
import tracker.endorsements.abuse.surges
import tracker.endorsements.abuse.traces
import tracker.endorsements.decisions
import tracker.endorsements.evidence.held_files
import tracker.endorsements.evidence.models
import tracker.endorsements.manage_links
import tracker.endorsements.merging.models
import tracker.endorsements.models
import tracker.imports.models
import tracker.links.models
import tracker.review.models
import tracker.tallies.models
import tracker.vetoes.models  # noqa: F401  every model must be known before it is mapped
from config import ROOT, Config
from tracker import seed, worker_tasks
from tracker.accounts import cli as accounts_cli
from tracker.accounts import views as accounts
from tracker.accounts.sign_in import init_signin
from tracker.api import cli as api_cli
from tracker.api import docs_views, export_views
from tracker.api.blueprint import init_api
from tracker.challenges import views as challenges
from tracker.content import cli as content_cli
from tracker.content import views as content
from tracker.core import audience, health_views
from tracker.core.cache import Caches
from tracker.core.crypto import Signer, Vault
from tracker.core.db import init_db
from tracker.core.i18n import init_i18n
from tracker.core.library_internals import expect_libraries
from tracker.core.limits import init_limits
from tracker.core.log import init_logging
from tracker.core.mail import init_mail
from tracker.core.web import Application, FormProtection, init_web
from tracker.endorsements.signup import mail
from tracker.endorsements.signup import views as endorsements
from tracker.imports import cli as imports_cli
from tracker.imports import views as imports
from tracker.links import views as links
from tracker.pages import views as pages
from tracker.sharing import views as sharing
from tracker.staff import cli as review_cli
from tracker.staff import views as staff
from tracker.tallies import cli as tallies_cli
from tracker.tallies import views as tallies
from tracker.work_lists import views as lists

csrf = FormProtection()


def create_app(config: Config) -> Flask:
    """Rollcall, ready to serve under these settings."""
    expect_libraries()
    init_logging(json=config.production, level=config.log_level)
    app = Application(
        "tracker",
        root_path=str(Path(__file__).parent),
        template_folder=str(ROOT / "templates"),
        static_url_path="/static",
    )
    app.config.from_mapping(
        SECRET_KEY=config.secret_key,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},
        SESSION_COOKIE_NAME=config.cookie_name("rollcall_demo" if config.demo else "rollcall"),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SECURE=config.https,
        SESSION_COOKIE_PATH="/",
        SEND_FILE_MAX_AGE_DEFAULT=3600,
        WTF_CSRF_TIME_LIMIT=8 * 3600,
        TESTING=config.environment == "test",
    )
    vault = Vault(config.data_keys, config.lookup_key)
    signer = Signer(config.secret_key)
    app.extensions["rollcall"] = config
    app.extensions["vault"] = vault
    app.extensions["signer"] = signer
    app.extensions["caches"] = Caches()
    init_db(app)
    init_i18n(app)
    init_web(app, config)  # before FormProtection, which reads the form: a body is judged unread
    csrf.init_app(app)
    init_limits(app, config)
    init_mail(app, config, vault, signer, mail.WRITERS)
    init_signin(app, config)
    features = (
        health_views,
        tallies,
        pages,
        sharing,
        endorsements,
        challenges,
        staff,
        imports,
        content,
        lists,
        links,
        accounts,
        export_views,
        docs_views,
    )
    for feature in features:
        app.register_blueprint(feature.bp)
    init_api(app, config.public_url)
    for view in (*endorsements.WITHOUT_COOKIE, *challenges.WITHOUT_COOKIE):
        csrf.exempt(view)
    audience.declare(app, "static", "public")
    for module in (
        seed,
        worker_tasks,
        accounts_cli,
        imports_cli,
        tallies_cli,
        api_cli,
        content_cli,
        review_cli,
    ):
        app.cli.add_command(module.command)
    app.cli.add_command(worker_tasks.mail_command)
    app.cli.add_command(worker_tasks.retention_command)
    return app
