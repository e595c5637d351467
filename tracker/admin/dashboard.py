"""The page at /admin/: what waits for the person, by their roles, and what happened last."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse

from tracker.admin import facts
from tracker.admin.act_pages import checking_address, verifying_address
from tracker.admin.desk.queue import queue
from tracker.admin.history import latest_activity
from tracker.admin.queues import Queue, queues_of, to_check
from tracker.admin.sentences import Sentence
from tracker.admin.values import name_of
from tracker.models import Figure, FigureRevision
from tracker.wording import label

FIRST: Final = 4
LATEST: Final = 8


@dataclass(frozen=True, slots=True)
class Item:
    """One figure or correction that waits; `remark` is what a reviewer asks for."""

    address: str
    name: str
    about: str
    remark: str = ""
    remark_by: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One queue: how many wait, the first few, and where all of them are."""

    code: str
    title: str
    count: int
    address: str
    items: tuple[Item, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class News:
    """One sentence of the latest activity, with the figure that it is about."""

    address: str
    name: str
    sentence: Sentence


def shown_to(user: AnonymousUser | User) -> dict[str, Any]:
    """Return what the page shows to this person: the same number of queries however much waits."""
    if not isinstance(user, User):
        return {}
    sections = [_figures(queue, user) for queue in queues_of(user)]
    if user.has_perm("tracker.add_figure"):
        sections.insert(0, _documents())
    if user.has_perm("tracker.verify_figure"):
        sections.append(_revisions(user))
    news = _news(latest_activity(LATEST)) if user.has_perm("tracker.view_figure") else []
    return {"sections": sections, "news": news, "may_see_figures": user.has_perm("tracker.view_figure")}


def _documents() -> Section:
    """Return the documents in which proposals wait, the most urgent first. Four queries."""
    waiting, count = queue()
    items = tuple(
        Item(
            reverse("admin:desk", args=[one.document.pk]),
            one.name,
            f"{one.proposals} proposal{'' if one.proposals == 1 else 's'}"
            + (f"; being reviewed by {facts.person_name(one.held.holder)}" if one.held else ""),
        )
        for one in waiting[:FIRST]
    )
    return Section("to-review", "Documents to review", count, reverse("admin:desk_queue"), items, "No proposal waits.")


def _figures(queue: Queue, user: User) -> Section:
    rows = queue.rows(user).select_related("place", "entered_by", "sent_back_by").order_by(*queue.order)
    address = reverse("admin:tracker_figure_changelist", query={"queue": queue.code})
    items = tuple(_figure(figure, queue) for figure in rows[:FIRST])
    return Section(queue.code, queue.title, rows.count(), address, items, queue.nothing)


def _figure(figure: Figure, queue: Queue) -> Item:
    verifying = queue.code == "to-verify"
    address = verifying_address(figure) if verifying else reverse("admin:tracker_figure_change", args=[figure.pk])
    about = f"{figure.place}, {facts.period(figure)}"
    if verifying:
        about += f"; entered by {facts.person_name(figure.entered_by)}"
    return Item(address, str(figure), about, figure.sent_back_remark, facts.person_name(figure.sent_back_by))


def _revisions(user: User) -> Section:
    rows = to_check(user).select_related("figure__place", "proposed_by").order_by("pk")
    address = reverse("admin:tracker_figurerevision_changelist", query={"queue": "to-check"})
    nothing = "No correction or retraction of somebody else’s waits for you."
    items = tuple(_revision(revision) for revision in rows[:FIRST])
    return Section("to-check", "Corrections to check", rows.count(), address, items, nothing)


def _revision(revision: FigureRevision) -> Item:
    about = f"{label(revision.kind)} proposed by {name_of(revision.proposed_by)}: “{revision.reason}”"
    return Item(checking_address(revision), str(revision.figure), about)


def _news(sentences: Iterable[Sentence]) -> list[News]:
    told = list(sentences)
    figures = Figure.objects.select_related("place").in_bulk({s.figure for s in told if s.figure is not None})
    return [
        News(reverse("admin:tracker_figure_history", args=[figure.pk]), f"{figure}, {figure.place}", sentence)
        for sentence in told
        if (figure := figures.get(sentence.figure or 0)) is not None
    ]
