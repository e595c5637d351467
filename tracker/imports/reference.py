"""The reference data: places with their periods, sources, and the roles' permissions."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction

from tracker.imports.toml_file import TomlFile, TomlTable
from tracker.models import Place, PlacePeriod, Source
from tracker.vocabulary import DateAccuracy, PlaceKind, PlaceStatus, SourceKind

PLACE_TEXTS = {"slug", "name", "name_ar", "iso3"}
PERIOD_KEYS = {"end_date", "end_accuracy", "start_accuracy", "definition_by"}


def load_reference(folder: Path, *, at: datetime) -> dict[str, int]:
    """Load sources.toml, places.toml and roles.toml; return how many rows of each kind are new.

    What is stored already is left as it is (an editor may have changed it), but roles get the permissions that the file
    says. Raises InvalidFile; then nothing is stored.
    """
    with transaction.atomic():
        new = {"sources": 0, "places": 0, "periods": 0, "roles": 0}
        for table in TomlFile(folder / "sources.toml").tables("source"):
            new["sources"] += _source(table, at)
        places = TomlFile(folder / "places.toml").tables("place")
        for table in places:
            new["places"] += _place(table, at)
        for table in places:
            _overlaps(table)
            new["periods"] += sum(_period(table, period, at) for period in table.get("period", []))
        for table in TomlFile(folder / "roles.toml").tables("role"):
            new["roles"] += _role(table)
        return new


def _source(table: TomlTable, at: datetime) -> bool:
    table.check_keys({"slug", "name", "kind"}, {"party_to_conflict", "aliases", "name_ar", "website", "note"})
    values = {**table, "kind": table.code("kind", SourceKind), "changed_at": at}
    return Source.objects.get_or_create(slug=table["slug"], defaults=values)[1]


def _place(table: TomlTable, at: datetime) -> bool:
    optional = {"parent", "name_ar", "latitude", "longitude", "iso3", "aliases", "overlaps", "period"}
    table.check_keys({"slug", "name", "kind"}, optional)
    values: dict[str, Any] = {key: table.typed(key, str, "") for key in PLACE_TEXTS}
    values |= {key: table[key] for key in ("latitude", "longitude", "aliases") if key in table}
    values |= {"kind": table.code("kind", PlaceKind), "changed_at": at, "parent": _parent(table)}
    return Place.objects.get_or_create(slug=table["slug"], defaults=values)[1]


def _parent(table: TomlTable) -> Place | None:
    if "parent" not in table:
        return None
    parent = Place.objects.filter(slug=table["parent"]).first()
    if parent is None:
        raise table.fault(f"parent: no place “{table['parent']}” stands before this one", "parent")
    return parent


def _overlaps(table: TomlTable) -> None:
    for slug in table.get("overlaps", []):
        other = Place.objects.filter(slug=slug).first()
        if other is None:
            raise table.fault(f"overlaps: unknown place “{slug}”", "overlaps")
        Place.objects.get(slug=table["slug"]).overlaps.add(other)


def _period(table: TomlTable, period: dict[str, Any], at: datetime) -> bool:
    if unknown := period.keys() - PERIOD_KEYS - {"status", "start_date", "evidence"}:
        raise table.fault(f"period: unknown key “{min(unknown)}”")
    source = Source.objects.filter(slug=period.get("definition_by")).first()
    if source is None and "definition_by" in period:
        raise table.fault(f"definition_by: unknown source “{period['definition_by']}”", "definition_by")
    try:
        values: dict[str, Any] = {
            "start_accuracy": DateAccuracy(period.get("start_accuracy", DateAccuracy.DAY)),
            "end_accuracy": DateAccuracy(period.get("end_accuracy", DateAccuracy.DAY)),
            "end_date": period.get("end_date"),
        }
        status, start = PlaceStatus(period["status"]), period["start_date"]
    except (KeyError, ValueError) as error:
        raise table.fault(f"period: {error}") from error
    if not isinstance(start, date):
        raise table.fault(f"period: {start!r} is not a date such as 2018-03-15")
    values |= {"definition_by": source, "evidence": period.get("evidence", ""), "changed_at": at}
    place = Place.objects.get(slug=table["slug"])
    return PlacePeriod.objects.get_or_create(place=place, status=status, start_date=start, defaults=values)[1]


def _role(table: TomlTable) -> bool:
    table.check_keys({"name", "permissions"}, {"about"})
    group, new = Group.objects.get_or_create(name=table["name"])
    group.permissions.set([_permission(table, name) for name in table["permissions"]])
    return new


def _permission(table: TomlTable, name: str) -> Permission:
    app, _, codename = name.partition(".")
    permission = Permission.objects.filter(content_type__app_label=app, codename=codename).first()
    if permission is None:
        raise table.fault(f"permissions: there is no permission “{name}”", "permissions")
    return permission
