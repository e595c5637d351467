"""Measures the extractor: how fast it reads, how soon it can start, and how much memory it takes.

Reading is measured on one core, in a process of its own, with sentences as the extractor parts them. The first pass meets
every word for the first time but for those of one text that warms it up; the passes after it have remembered some.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LABELLED = CHECKOUT / "tests" / "extraction" / "labelled"
STARTS = 5
PASSES = 5


def main(folder: Path) -> None:
    """Print the measurements over a folder's articles/*.txt."""
    texts = sorted((folder / "articles").glob("*.txt"))
    if not texts:
        sys.exit(f"{folder / 'articles'}: there are no texts (*.txt) here")
    print(f"extraction, over {folder}", flush=True)
    subprocess.run([sys.executable, "-m", "bench.extraction", *texts], cwd=CHECKOUT, check=True)
    command = [sys.executable, "manage.py", "propose_figures", str(texts[0])]
    starts = []
    for _ in range(STARTS):
        began = time.perf_counter()
        subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.DEVNULL)
        starts.append(time.perf_counter() - began)
    print(f"propose_figures with one text, whole:   {statistics.median(starts):.2f} s")


def measure(files: list[Path]) -> None:
    """Read the texts on one core and print what it took; the imports are part of the measurement."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    began = time.perf_counter()
    from tracker.extraction.propose import propose  # noqa: PLC0415
    from tracker.extraction.text.article import Article  # noqa: PLC0415
    from tracker.ingest.known_places import places_of_file  # noqa: PLC0415

    places = places_of_file()
    print(f"loaded, without Django:                 {time.perf_counter() - began:.2f} s")
    texts = [file.read_text(encoding="utf-8") for file in files]
    propose(Article(texts[0], None, places))
    rates = []
    for _ in range(PASSES):
        articles = [Article(text, None, places) for text in texts]
        began = time.perf_counter()
        figures = sum(len(propose(article)) for article in articles)
        seconds = time.perf_counter() - began
        sentences = sum(len(article.sentences) for article in articles)
        rates.append(sentences / seconds)
    print(f"texts, sentences, figures proposed:     {len(texts)}, {sentences}, {figures}")
    print(f"sentences a second, first pass:         {rates[0]:.0f}")
    print(f"sentences a second, later passes:       {statistics.median(rates[1:]):.0f}")
    print("share of a dependency parser in that:   0 % (none is used)")
    print(f"peak memory:                            {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    measure([Path(argument) for argument in sys.argv[1:]])
