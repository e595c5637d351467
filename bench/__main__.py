"""`python -m bench [site | desk | extraction [DIR]]`: all measurements, or one; DIR is a folder of labelled texts."""

import sys
from pathlib import Path

from bench import desk, extraction, site

USAGE = "usage: python -m bench [site | desk | extraction [DIR]]"


def main(arguments: list[str]) -> None:
    """Print the measurements."""
    match arguments:
        case []:
            site.main()
            print()
            desk.main()
            print()
            extraction.main(extraction.LABELLED)
        case ["site"]:
            site.main()
        case ["desk"]:
            desk.main()
        case ["extraction"]:
            extraction.main(extraction.LABELLED)
        case ["extraction", folder]:
            extraction.main(Path(folder))
        case _:
            sys.exit(USAGE)


if __name__ == "__main__":
    main(sys.argv[1:])
