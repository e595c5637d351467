"""A confidential document: its numbers may be read, and nothing else of it is in any public byte."""

from django.test import Client

from tests.build import Builder
from tests.public.addresses import every_address
from tests.public.reading import whole, words
from tracker.models import Source

SECRETS = (
    "Xylophone Hospital",
    "Quicksilver",
    "quicksilver-network",
    "Zephyr Courier",
    "zephyr.example",
    "as told to Umbra",
    "the day of the kites",
    "kept for the file",
    "Vermilion ward",
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
    page = words(client.get(f"/documents/{document}/"))
    assert "This document is confidential." in page
    assert "at least 40 another group killed" in page


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
