"""The extractor's account: what people made of its proposals, counted from real use and not from a test.

Counts only: no word of a document stands here, so that a confidential one is counted like any other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connection
from django.db.models import Count
from django.db.models.fields.json import KT

from tracker.models import Proposal
from tracker.vocabulary import ProposalOutcome

DECIDED: Final = (ProposalOutcome.ACCEPTED, ProposalOutcome.CORRECTED, ProposalOutcome.REJECTED)
COUNTED: Final = (*DECIDED, ProposalOutcome.PENDING, ProposalOutcome.OBSOLETE)
_FIELDS: Final = """
SELECT p.extractor_version, c.name, count(*)
FROM tracker_proposal p, jsonb_object_keys(p.corrections) AS c (name) GROUP BY 1, 2
"""
_BY_HAND: Final = """
SELECT count(*) FROM tracker_figure f
WHERE f.status NOT IN ('draft', 'discarded')
    AND EXISTS (SELECT FROM tracker_proposal p WHERE p.document_id = f.document_id)
    AND NOT EXISTS (
        SELECT FROM tracker_proposal p
        WHERE p.document_id = f.document_id AND (p.figure_id = f.id OR (
            p.indicator = f.indicator AND p.number_start < f.number_end AND p.number_end > f.number_start
        ))
    )
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many proposals came to what; `code` is what they have in common, "" for all of a version."""

    code: str
    counts: Mapping[str, int]

    @property
    def decided(self) -> int:
        """How many people have decided about."""
        return sum(self.counts.get(outcome, 0) for outcome in DECIDED)

    @property
    def accepted(self) -> int:
        """How many were right as they were read."""
        return self.counts.get(ProposalOutcome.ACCEPTED, 0)

    @property
    def corrected(self) -> int:
        """How many were figures, with something wrong about them."""
        return self.counts.get(ProposalOutcome.CORRECTED, 0)

    @property
    def rejected(self) -> int:
        """How many were none."""
        return self.counts.get(ProposalOutcome.REJECTED, 0)

    @property
    def waiting(self) -> int:
        """How many nobody has decided about yet."""
        return self.counts.get(ProposalOutcome.PENDING, 0)

    @property
    def precision(self) -> float | None:
        """The share that was right as read, of those decided about, from 0 to 1; null while nobody has decided."""
        return self.accepted / self.decided if self.decided else None

    @property
    def figures(self) -> float | None:
        """The share that was a figure at all, right as read or corrected; null while nobody has decided."""
        return (self.accepted + self.corrected) / self.decided if self.decided else None

    def as_json(self) -> dict[str, Any]:
        """Return the tally under the names of the public JSON."""
        return {
            **({"code": self.code} if self.code else {}),
            **{outcome.value: self.counts.get(outcome, 0) for outcome in COUNTED},
            "decided": self.decided,
            "right_as_read": self.precision,
            "figures_at_all": self.figures,
        }


@dataclass(slots=True)
class Account:
    """What became of one version's proposals, in all and by what they count and how the number was qualified."""

    version: str
    whole: Tally
    indicators: list[Tally]
    quantifiers: list[Tally]
    corrected: list[tuple[str, int]] = field(default_factory=list)
    reasons: list[tuple[str, int]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the account under the names of the public JSON."""
        return {
            "extractor_version": self.version,
            **self.whole.as_json(),
            "by_indicator": [tally.as_json() for tally in self.indicators],
            "by_quantifier": [tally.as_json() for tally in self.quantifiers],
            "corrected_fields": dict(self.corrected),
            "rejected_because": dict(self.reasons),
        }


def accounts() -> list[Account]:
    """Return each version's account, the newest first. Three queries."""
    rows = Proposal.objects.values_list("extractor_version", "indicator", KT("reading__quantifier"), "outcome")
    counted = list(rows.annotate(n=Count("pk")).order_by())
    reasons = Proposal.objects.filter(outcome=ProposalOutcome.REJECTED).values_list("extractor_version", "rejected_as")
    because = _by_version(reasons.annotate(n=Count("pk")).order_by())
    with connection.cursor() as cursor:
        cursor.execute(_FIELDS)
        fields = _by_version((version, name.removesuffix("_id"), n) for version, name, n in cursor.fetchall())
    versions = sorted({row[0] for row in counted}, key=lambda version: (len(version), version), reverse=True)
    return [
        _account(version, [row[1:] for row in counted if row[0] == version], fields[version], because[version])
        for version in versions
    ]


def entered_by_hand() -> int:
    """Return how many public figures people found in documents that the extractor had read without proposing them."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_HAND)
        return int(cursor.fetchone()[0])


def _account(
    version: str, rows: Iterable[tuple[str, str, str, int]], fields: Counter[str], reasons: Counter[str]
) -> Account:
    whole: Counter[str] = Counter()
    indicators: dict[str, Counter[str]] = defaultdict(Counter)
    quantifiers: dict[str, Counter[str]] = defaultdict(Counter)
    for indicator, quantifier, outcome, n in rows:
        whole[outcome] += n
        indicators[indicator][outcome] += n
        quantifiers[quantifier or ""][outcome] += n
    return Account(
        version, Tally("", whole), _tallies(indicators), _tallies(quantifiers), fields.most_common(), reasons.most_common()
    )


def _tallies(found: Mapping[str, Counter[str]]) -> list[Tally]:
    tallies = [Tally(code, counts) for code, counts in found.items() if code]
    return sorted(tallies, key=lambda tally: (-tally.decided, -tally.waiting, tally.code))


def _by_version(rows: Iterable[tuple[str, str | None, int]]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for version, name, n in rows:
        found[version][name or ""] += n
    return found
