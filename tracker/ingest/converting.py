"""Reading web pages and PDFs in a process of their own, with limits: a crafted one can take all memory, or never end.

`python -m tracker.ingest.converting html|pdf CHARSET ADDRESS` reads the file on standard input and prints the Reading as
JSON, or, with exit code 3, one line why there is none.
"""

import os
import resource
import subprocess
import sys
from typing import Final

from tracker.environment import CHECKOUT
from tracker.ingest.errors import Unusable
from tracker.ingest.limits import CONVERTING_BYTES, CONVERTING_SECONDS
from tracker.ingest.readings import Reading

UNUSABLE: Final = 3
SECRETS: Final = ("DATABASE_", "SECRET_")
"""Variables that a process which reads strangers' files has no need of."""


def convert(kind: str, content: bytes, *, charset: str = "", address: str = "") -> Reading:
    """Return what a web page ("html") or a PDF ("pdf") holds, and where it was fetched. Raises Unusable."""
    program = [sys.executable, "-m", "tracker.ingest.converting", kind, charset, address]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(SECRETS)}
    try:
        done = subprocess.run(
            program,
            input=content,
            capture_output=True,
            cwd=CHECKOUT,
            env=environment,
            timeout=CONVERTING_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Unusable(
            f"its text could not be read in {CONVERTING_SECONDS} seconds: give the text in a text file"
        ) from error
    if done.returncode == UNUSABLE:
        raise Unusable(done.stdout.decode().strip())
    if done.returncode != 0:
        raise Unusable(f"damaged, or no {kind.upper()} that can be read: give its text in a text file")
    return Reading.of_json(done.stdout.decode())


def _main(kind: str, charset: str, address: str) -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (CONVERTING_SECONDS, CONVERTING_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (CONVERTING_BYTES, CONVERTING_BYTES))
    content = sys.stdin.buffer.read()
    try:
        if kind == "pdf":
            from tracker.ingest.pdf import read_pdf  # noqa: PLC0415  # each takes a tenth of a second, and one is needed

            reading = read_pdf(content, address)
        else:
            from tracker.ingest.web_page import read_web_page  # noqa: PLC0415  # the same

            reading = read_web_page(content, charset, address)
    except Unusable as error:
        sys.stdout.buffer.write(str(error).encode())
        return UNUSABLE
    sys.stdout.buffer.write(reading.as_json().encode())
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
