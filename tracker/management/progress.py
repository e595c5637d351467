"""A progress bar on a terminal, and nothing anywhere else: logs and pipes stay clean."""

import sys
from typing import TextIO

WIDTH = 30


class Progress:
    """How many of several things are done; the bar is taken away before anything else is printed."""

    def __init__(self, total: int, what: str, stream: TextIO | None = None) -> None:
        """Show it on the stream (standard error) where that is a terminal and there is more than one thing to do."""
        self.total, self.what, self.stream = total, what, stream or sys.stderr
        self.shown = total > 1 and self.stream.isatty()

    def show(self, done: int) -> None:
        """Draw the bar."""
        if self.shown:
            bar = ("█" * (WIDTH * done // self.total)).ljust(WIDTH, "·")
            self.stream.write(f"\r{bar} {done} of {self.total} {self.what}")
            self.stream.flush()

    def clear(self) -> None:
        """Take the bar away."""
        if self.shown:
            self.stream.write("\r\033[K")
            self.stream.flush()
