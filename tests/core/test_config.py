"""Settings: what production refuses, and what development makes for itself."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from config import REQUIRED_IN_PRODUCTION, Config, SettingsError

PRODUCTION = {
    "TRACKER_ENV": "production",
    "TRACKER_SECRET_KEY": "s" * 40,
    "TRACKER_DATA_KEYS": Fernet.generate_key().decode(),
    "TRACKER_LOOKUP_KEY": "k" * 40,
    "TRACKER_DATABASE_URL": "postgresql:///rollcall",
    "TRACKER_PUBLIC_URL": "https://rollcall.example",
    "TRACKER_SMTP_URL": "smtp://relay.example",
    "TRACKER_CONTACT_EMAIL": "contact@rollcall.example",
}


def test_production_names_everything_it_lacks() -> None:
    with pytest.raises(SettingsError) as refusal:
        Config.from_env({"TRACKER_ENV": "production"})
    assert all(name in str(refusal.value) for name in REQUIRED_IN_PRODUCTION)


@pytest.mark.parametrize("name", REQUIRED_IN_PRODUCTION)
def test_production_refuses_without_each(name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Config.from_env(PRODUCTION | {name: "  "})


def test_production_starts_with_all_and_writes_no_secret(tmp_path: Path) -> None:
    config = Config.from_env(PRODUCTION | {"TRACKER_VAR_DIR": str(tmp_path)})
    assert config.production
    assert config.secret_key == "s" * 40
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRACKER_SECRET_KEY", "short"),
        ("TRACKER_LOOKUP_KEY", "short"),
        ("TRACKER_DATA_KEYS", "not a Fernet key"),
        ("TRACKER_PUBLIC_URL", "http://rollcall.example"),
        ("TRACKER_PUBLIC_URL", "rollcall.example"),
        ("TRACKER_SMTP_URL", "mail.example"),
        ("TRACKER_SMTP_URL", "smtp://"),
        ("TRACKER_DATABASE_URL", "postgres://localhost/rollcall"),
        ("TRACKER_REDIS_URL", "localhost:6379"),
        ("TRACKER_CONTACT_EMAIL", "the desk"),
        ("TRACKER_PORT", "eighty"),
        ("TRACKER_CHECK_LINKS", "yes"),
        ("TRACKER_CHECK_INTERNAL_LINKS", "1"),
    ],
)
def test_a_setting_that_would_fail_later_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Config.from_env(PRODUCTION | {name: value})


def test_an_unknown_environment_is_refused() -> None:
    with pytest.raises(SettingsError, match="TRACKER_ENV"):
        Config.from_env({"TRACKER_ENV": "staging"})


def test_development_makes_its_secrets_once_for_its_owner_only(tmp_path: Path) -> None:
    env = {"TRACKER_VAR_DIR": str(tmp_path / "var")}
    first, second = Config.from_env(env), Config.from_env(env)
    assert first == second
    kept = tmp_path / "var" / "secrets.env"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secrets.env"]
    assert Config.from_env({"TRACKER_VAR_DIR": str(tmp_path / "other")}) != first


def test_development_moves_with_its_port_and_folder(tmp_path: Path) -> None:
    config = Config.from_env({"TRACKER_VAR_DIR": str(tmp_path), "TRACKER_PORT": "8123"})
    assert config.public_url == "http://127.0.0.1:8123"
    assert config.database_url == f"sqlite:///{tmp_path}/rollcall.db"
    assert config.mail_dir == tmp_path / "mail"
