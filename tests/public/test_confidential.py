"""A confidential document: its numbers may be read, and nothing else of it is in any public byte."""

import json

from django.test import Client

from tests.build import TEXT, Builder
from tests.public.addresses import every_address
from tests.public.reading import whole, words
from tracker import review
from tracker.models import FigureRevision, Source

SECRETS = (
    "Xylophone Hospital",
    "Quicksilver",
    "quicksilver-network",
    "Zephyr Courier",
    "zephyr.example",
    "as told to Umbra",
    "the day of the kites",
    "kept for the file",
    "Vermilion",
    "told to Umbra",
)


def _secret(build: Builder) -> tuple[int, int]:
    text = "On the day of the kites, at least 40 people of the Vermilion ward died in Xylophone Hospital, as told to Umbra."
    publisher = _source("zephyr-courier", "Zephyr Courier")
    claimant = _source("quicksilver-network", "Quicksilver Network")
    document = build.document(
        text=text, title="Xylophone Hospital diary", url="https://zephyr.example/", publisher=publisher, confidential=True
    )
    figure = build.verified(
        document,
        excerpt=text,
        reported_text="at least 40",
        attributed_to=claimant,
        attribution_text="as told to Umbra",
        alleged_actor=claimant,
        date_text="the day of the kites",
        group="other",
        group_text="Vermilion ward",
        note="kept for the file",
    )
    changed = {
        "group_text": "Vermilion hall",
        "indicator": "injured",
        "attribution_text": "told to Umbra",
    }
    reason = "Umbra of Quicksilver wrote again on the day of the kites"
    revision = review.revise(by=build.curator, at=next(build.clock), figure=figure, values=changed, reason=reason)
    assert isinstance(revision, FigureRevision)
    review.apply_revision(by=build.reviewer, at=next(build.clock), revision=revision)
    return figure.pk, document.pk


def _source(slug: str, name: str) -> Source:
    example = Source.objects.get(slug="icrc")
    example.pk, example.slug, example.name, example.version = None, slug, name, 1
    example._state.adding = True
    example.save()
    return example


def test_nothing_of_it_is_in_any_public_byte(client: Client, build: Builder) -> None:
    figure, document = _secret(build)
    for address in every_address():
        page = whole(client.get(address)).decode().lower()
        assert [secret for secret in SECRETS if secret.lower() in page] == [], address
    assert "The document that this figure was read in is confidential." in words(client.get(f"/figures/{figure}/"))
    assert "Corrected; the correction was checked by a second person: what is counted from “killed” to “injured”" in words(
        client.get(f"/figures/{figure}/"), inside="history"
    )
    page = words(client.get(f"/documents/{document}/"))
    assert "This document is confidential." in page
    assert "at least 40 another group injured" in page


def test_its_words_find_nothing(client: Client, build: Builder) -> None:
    _secret(build)
    for word in ("Xylophone", "kites", "Umbra", "Vermilion"):
        assert client.get(f"/figures/?q={word}").context["table"].paginator.count == 0


def test_filters_cannot_tell_its_sources_from_none(client: Client, build: Builder) -> None:
    _secret(build)
    for name in ("attributed_to", "publisher"):
        hidden = client.get(f"/figures.csv?{name}=quicksilver-network")
        unknown = client.get(f"/figures.csv?{name}=no-such-source")
        assert (hidden.status_code, unknown.status_code) == (400, 400)
        assert hidden.content.decode().replace("quicksilver-network", "no-such-source") == unknown.content.decode()


def test_the_number_of_origins_cannot_tell_who_it_is(client: Client, build: Builder) -> None:
    """Whether a confidential repeat is by the head's own claimant or by another, the counts are the same."""
    told = []
    for n, claimant in enumerate(("united-nations", "amnesty-international")):
        head = build.verified()
        hidden = build.document(f"{TEXT} Withheld {n}.", confidential=True)
        by = Source.objects.get(slug=claimant)
        dates = {name: getattr(head, name) for name in ("start_date", "end_date")}
        build.provisional(hidden, repeat_of=head, attributed_to=by, attribution_text="they", **dates)
        (row,) = [row for row in json.loads(whole(client.get("/figures.json"))) if row["figure_id"] == head.pk]
        told.append((row["report_count"], row["origin_count"]))
    assert told == [(2, 2), (2, 2)]
