"""What Flask itself costs on this machine: the floors that Rollcall's figures are ratios of.

A bare JSON route, and the smallest honest sign-up: session CSRF, validation, one ORM insert, one
commit, a redirect.
"""

from __future__ import annotations

import os
from typing import Any

from flask import Flask, jsonify, redirect
from flask.typing import ResponseReturnValue
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import FlaskForm
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from wtforms import EmailField, StringField
from wtforms.validators import DataRequired, Email, Length


class Base(DeclarativeBase):
    pass


class FloorSignup(Base):
    __tablename__ = "floor_signups"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)


class FloorForm(FlaskForm):
    name = StringField(validators=[DataRequired(), Length(max=200)])
    email = EmailField(validators=[DataRequired(), Email()])


db = SQLAlchemy(model_class=Base)


def create_floor(database_url: str) -> Flask:
    """The smallest application that does what is measured; its table is made if need be."""
    app = Flask("floor")
    app.config["SECRET_KEY"] = "a key for a measurement"
    app.config["SQLALCHEMY_DATABASE_URI"] = database_url
    db.init_app(app)
    with app.app_context():
        db.create_all()

    @app.get("/bare")
    def bare() -> Any:
        return jsonify(status="ok", count=39)

    @app.route("/signup", methods=["GET", "POST"])
    def signup() -> ResponseReturnValue:
        form = FloorForm()
        if form.validate_on_submit():
            db.session.add(FloorSignup(name=form.name.data or "", email=form.email.data or ""))
            db.session.commit()
            return redirect("/bare", code=303)
        return f"<form>{form.csrf_token}</form>", 422 if form.is_submitted() else 200

    return app


if url := os.environ.get("TRACKER_DATABASE_URL"):
    app = create_floor(url)
