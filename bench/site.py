"""Measures the demonstration as a new user meets it: from an empty folder to the first page, then page by page.

Timings depend on the machine and on what else it does: compare numbers of one run.
"""

import gzip
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PAGES = ["/", "/places/", "/places/eastern-ghouta/", "/places/east-aleppo/", "/places/eastern-ghouta/series.json"]
PAGES += ["/figures/", "/figures/1/", "/documents/1/", "/methodology/", "/figures.csv", "/healthz"]
REPEATS = 30


def free_port() -> int:
    """Return a port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(address: str) -> bytes:
    """Return the bytes of a page."""
    with urllib.request.urlopen(address, timeout=30) as response:
        return bytes(response.read())


def first_page(address: str) -> None:
    """Wait until the site answers."""
    while True:
        try:
            fetch(address)
        except OSError:
            time.sleep(0.02)
        else:
            return


def start(data: Path, port: int) -> tuple[subprocess.Popen[bytes], float]:
    """Start the demonstration; return it and the seconds until its first page."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("DATABASE_")} | {"TRACKER_DATA": str(data)}
    command = [sys.executable, "manage.py", "demo", "--no-browser", "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=CHECKOUT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first_page(f"http://127.0.0.1:{port}/places/eastern-ghouta/")
    return process, time.perf_counter() - began


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop the demonstration and wait until it is gone."""
    process.terminate()
    process.wait(timeout=30)


def main() -> None:
    """Print the measurements."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        process, seconds = start(data, port)
        print(f"from an empty folder to the first page: {seconds:.1f} s")
        stop(process)
        process, seconds = start(data, port)
        print(f"started again:                          {seconds:.1f} s")
        print(f"{'page':<38}{'median ms':>10}{'bytes':>10}{'gzipped':>10}")
        for page in PAGES:
            address = f"http://127.0.0.1:{port}{page}"
            times = []
            for _ in range(REPEATS):
                began = time.perf_counter()
                body = fetch(address)
                times.append((time.perf_counter() - began) * 1000)
            print(f"{page:<38}{statistics.median(times):>10.1f}{len(body):>10}{len(gzip.compress(body)):>10}")
        stop(process)
