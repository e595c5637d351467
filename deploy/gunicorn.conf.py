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


def post_worker_init(server_process: object) -> None:  # gunicorn calls it in each process that answers, once it can
    """Run a worker beside this process where that is asked for, as `manage.py demo` does."""
    if os.environ.get("WITH_WORKER"):
        from tracker.jobs.beside import WORKER  # noqa: PLC0415  # Django is set up by now

        WORKER.keep()


def worker_exit(server: object, server_process: object) -> None:  # gunicorn calls it in the process that ends
    """Let the worker beside this process end with it."""
    if os.environ.get("WITH_WORKER"):
        from tracker.jobs.beside import WORKER  # noqa: PLC0415  # as above

        WORKER.end()
