"""What everything is measured against: a bare Flask application that answers with a little JSON."""

from __future__ import annotations

from flask import Flask, Response, jsonify

app = Flask("floor")


@app.get("/bare.json")
def bare() -> Response:
    return jsonify(initiative="bare", members=39, observers=0)
