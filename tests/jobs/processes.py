"""Workers as processes of their own, on the tests' database."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from urllib.parse import quote

from django.conf import settings
from django.db import connection

HEARTBEAT, STALLED = 1, 3


def database_url() -> str:
    """Return the address of the tests' database, as the application's role; a socket's folder as the host."""
    parameters = connection.get_connection_params()
    name = quote(parameters["user"]) + (f":{quote(parameters['password'])}" if parameters.get("password") else "")
    host = quote(str(parameters.get("host") or "127.0.0.1"), safe="")
    return f"postgres://{name}@{host}:{parameters.get('port') or 5432}/{parameters['dbname']}"


def start(*command: str) -> subprocess.Popen[str]:
    """Start a Python program of this checkout on the tests' database, with short times for workers."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    environment |= {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "WORKER_HEARTBEAT": str(HEARTBEAT),
        "WORKER_STALLED": str(STALLED),
    }
    return subprocess.Popen([sys.executable, *command], cwd=settings.BASE_DIR, env=environment, text=True)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    """Wait for something that happens soon."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)
