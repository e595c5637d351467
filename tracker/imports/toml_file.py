"""A TOML file whose faults are told by file, line and reason."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

C = TypeVar("C", bound=StrEnum)
T = TypeVar("T")


class InvalidFile(ValueError):
    """A file says something that cannot be loaded; the message names file, line and reason. Nothing was stored."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """Name the place first, as compilers do."""
        super().__init__(f"{path}:{line}: {reason}")


class TomlFile:
    """A TOML file's data, with the lines that its tables and keys stand on."""

    def __init__(self, path: Path) -> None:
        """Read the file. Raises InvalidFile where it is not TOML, OSError where it cannot be read."""
        self.path = path
        try:
            text = path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise InvalidFile(path, 1, "not UTF-8: save it as UTF-8") from error
        self.lines = text.splitlines()
        try:
            self.data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            raise InvalidFile(path, int(line[1]) if line else 1, f"not TOML: {error}") from error

    def tables(self, name: str) -> "list[TomlTable]":
        """Return the file's `[[name]]` tables in order."""
        found = self.data.get(name, [])
        if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
            raise InvalidFile(self.path, self.line_naming(name), f"{name}: write each as a table of its own, [[{name}]]")
        return [TomlTable(self, f"[[{name}]]", i, table) for i, table in enumerate(found)]

    def table(self, name: str) -> "TomlTable":
        """Return the file's `[name]` table; an empty one where it is missing."""
        if not isinstance(self.data.get(name, {}), dict):
            raise InvalidFile(self.path, self.line_naming(name), f"{name}: write it as one table, [{name}]")
        return TomlTable(self, f"[{name}]", 0, self.data.get(name, {}))

    def only(self, *names: str) -> None:
        """Refuse other tables than these."""
        for name in self.data.keys() - set(names):
            raise InvalidFile(
                self.path, self.line_naming(name), f"unknown table or key “{name}”: a file has {', '.join(names)}"
            )

    def line_naming(self, name: str) -> int:
        """Return the first line that starts with a table's or key's name."""
        return next((i for i, text in enumerate(self.lines, 1) if re.match(rf"\[*{re.escape(name)}\b", text)), 1)

    def line_of(self, header: str, nth: int, key: str | None) -> int:
        """Return the line of a key in the nth table with this header, or the header's where the key is not there."""
        starts = [i for i, text in enumerate(self.lines, 1) if text.strip() == header]
        start = starts[nth] if nth < len(starts) else 1
        for number, text in enumerate(self.lines[start:], start + 1):
            if text.startswith("[[") or key is None:
                break
            if re.match(rf"{re.escape(key)}\s*=", text):
                return number
        return start


class TomlTable(Mapping[str, Any]):
    """One table of a file; its faults name their line."""

    def __init__(self, file: TomlFile, header: str, nth: int, values: dict[str, Any]) -> None:
        """Keep where the table stands."""
        self.file, self.header, self.nth, self.values_ = file, header, nth, values

    def __getitem__(self, key: str) -> Any:
        """Return a key's value."""
        return self.values_[key]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys."""
        return iter(self.values_)

    def __len__(self) -> int:
        """Return how many keys there are."""
        return len(self.values_)

    def fault(self, reason: str, key: str | None = None) -> InvalidFile:
        """Return the error that names this table's key and its line, to be raised."""
        return InvalidFile(self.file.path, self.file.line_of(self.header, self.nth, key), reason)

    def check_keys(self, required: set[str], optional: set[str]) -> None:
        """Refuse unknown and missing keys."""
        for key in self.keys() - required - optional:
            raise self.fault(f"unknown key “{key}”", key)
        for key in sorted(required - self.keys()):
            raise self.fault(f"the key “{key}” is missing")

    def code(self, key: str, codes: type[C], default: C | None = None) -> C | None:
        """Return a key's code of the vocabulary; the default where it is left out."""
        if key not in self:
            return default
        try:
            return codes(self[key])
        except ValueError as error:
            raise self.fault(f"{key}: “{self[key]}” is none of {', '.join(codes)}", key) from error

    def typed(self, key: str, kind: type[T], default: T) -> T:
        """Return a key's value of one type; the default where it is left out."""
        value = self.get(key, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.fault(f"{key}: {value!r} is not {'text' if kind is str else kind.__name__}", key)
        return value
