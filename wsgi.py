"""What a WSGI server and the `flask` command load."""

from config import Config
from tracker.app import create_app

app = create_app(Config.from_env())
