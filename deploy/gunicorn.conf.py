"""How the application server runs: one process, eight threads; README, "Your own PostgreSQL", says how to run more."""

import os
import webbrowser

THREADS = 8

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = THREADS
timeout = 60
# Django's pool has four connections unless told otherwise: then four stalled downloads hang every page (measured).
raw_env = [f"DATABASE_POOL_SIZE={THREADS}"]


def when_ready(server: object) -> None:  # gunicorn calls it with the server
    """Say where the site is once it answers, as `manage.py demo` asked for."""
    welcome, address = os.environ.get("TRACKER_WELCOME"), os.environ.get("TRACKER_OPEN")
    if welcome:
        print(welcome, flush=True)  # noqa: T201  # this is what the person at the terminal waits for
    if address:
        webbrowser.open(address)
