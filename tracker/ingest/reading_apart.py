"""Reading figures in a process of its own, with a limit: a text that the rules never finish would stop the whole queue.

A thread could not be stopped in the middle of a regular expression; a process can.
"""

import os
import resource
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread

from tracker.extraction.propose import propose as propose_here
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.text.article import Article
from tracker.ingest.errors import Unusable
from tracker.ingest.limits import READING_SECONDS


def propose(article: Article) -> list[ProposedFigure]:
    """Return the figures in an article, as the extractor does. Raises Unusable when it takes too long."""
    with ProcessPoolExecutor(1, get_context("spawn"), _limit, (READING_SECONDS,)) as pool:
        try:
            return pool.submit(propose_here, article).result()
        except BrokenProcessPool as error:
            message = f"reading its figures took more than {READING_SECONDS} seconds, or more memory than there is"
            raise Unusable(message) from error


def _limit(seconds: int) -> None:
    """Let this process end after so much processor time, or with the one that asked.

    Ctrl+C and SIGTERM, which may be sent to both, are for the one that asked: it may want to wait for the answer.
    """
    allowed = resource.getrlimit(resource.RLIMIT_CPU)[1]
    seconds = seconds if allowed == resource.RLIM_INFINITY else min(seconds, allowed)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process is killed that asked: the pool would wait for its next question for ever."""
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
