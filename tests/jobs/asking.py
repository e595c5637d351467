"""A process that has figures read apart, with something happening meanwhile: `python -m tests.jobs.asking MOMENT`."""

import os
import signal
import sys
from datetime import date

from tracker.extraction.propose import propose
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article
from tracker.ingest import reading_apart

ARTICLE = Article("At least 40 people were killed on Monday, the UN said.", date(2018, 3, 6), ())


def told_to_stop(article: Article) -> list[ProposedFigure]:
    """Read while a terminal, or whoever ends a group of processes, tells this one to stop as well."""
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(os.getpid(), number)
    return propose(article)


def abandoned(article: Article) -> list[ProposedFigure]:
    """Read while the process that asked is killed."""
    os.kill(os.getppid(), signal.SIGKILL)
    return propose(article)


if __name__ == "__main__":
    reading_apart.propose_here = {"told to stop": told_to_stop, "abandoned": abandoned}[sys.argv[1]]  # type: ignore[attr-defined]  # imported there
    print(len(reading_apart.propose(ARTICLE)), flush=True)  # noqa: T201  # read by the test
