"""Files that somebody names: their bytes, or one line that says why there are none."""

from pathlib import Path

from tracker.ingest.errors import Unusable
from tracker.ingest.limits import MAX_BYTES, megabytes


def content_of(path: Path, *, most: int | None = MAX_BYTES) -> bytes:
    """Return a file's bytes, at most that many (null: any number). Raises Unusable where it cannot be read."""
    if path.is_dir():
        raise Unusable("a folder: name the files in it")
    try:
        with path.open("rb") as file:
            content = file.read() if most is None else file.read(most + 1)
    except FileNotFoundError as error:
        raise Unusable("there is no such file") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Unusable(f"cannot be read ({getattr(error, 'strerror', None) or error})") from error
    if most is not None and len(content) > most:
        raise Unusable(f"larger than {megabytes(most)}: give the report alone, or its text")
    return content
