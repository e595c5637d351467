"""Tests of the largest conflict-free sum against trying every set."""

import time
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.series.conflicts import Claim, Conflicts, components
from tracker.series.largest_sum import largest_sum
from tracker.series.places import PlaceTree

SLUGS = [f"p{number}" for number in range(8)]


def best_of_all_sets(claims: list[Claim], conflicts: Conflicts) -> frozenset[int]:
    """Return the largest sum's figures, of equal sums those with the smallest id in which two sets differ."""
    claims = sorted(claims, key=lambda claim: claim.figure)
    clashes = [
        sum(1 << j for j, other in enumerate(claims) if j != i and conflicts.between(claim, other))
        for i, claim in enumerate(claims)
    ]
    sets: list[tuple[int, list[bool], int]] = []
    for members in range(1 << len(claims)):
        inside = [bool(members >> i & 1) for i in range(len(claims))]
        if not any(inside[i] and clashes[i] & members for i in range(len(claims))):
            total = sum(claim.weight for claim, chosen in zip(claims, inside, strict=True) if chosen)
            sets.append((total, inside, members))
    return frozenset(claim.figure for i, claim in enumerate(claims) if max(sets)[2] >> i & 1)


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[Claim], Conflicts]:
    """Draw claims over a few places: forests, chains, overlaps of every pattern, undecided likely repeats."""
    count = draw(st.integers(1, len(SLUGS)))
    parents: dict[str, str | None] = {
        slug: draw(st.sampled_from([None, *SLUGS[:number]])) for number, slug in enumerate(SLUGS[:count])
    }
    siblings = [frozenset(pair) for pair in combinations(SLUGS[:count], 2) if parents[pair[0]] == parents[pair[1]]]
    overlapping = draw(st.frozensets(st.sampled_from(siblings), max_size=6)) if siblings else frozenset[frozenset[str]]()
    claims = []
    for figure in range(1, draw(st.integers(0, 9)) + 1):
        first = draw(st.integers(1, 12))
        last = first + draw(st.integers(0, 6))
        claims.append(Claim(figure, draw(st.sampled_from(SLUGS[:count])), first, last, draw(st.integers(0, 9))))
    pairs = [frozenset(pair) for pair in combinations(range(1, len(claims) + 1), 2)]
    likely = draw(st.frozensets(st.sampled_from(pairs), max_size=2)) if pairs else frozenset[frozenset[int]]()
    return claims, Conflicts(PlaceTree(parents, overlapping), likely)


@given(problems())
@settings(max_examples=300)
def test_drawn_problems_are_solved_as_by_trying_every_set(problem: tuple[list[Claim], Conflicts]) -> None:
    claims, conflicts = problem
    assert largest_sum(claims, conflicts) == best_of_all_sets(claims, conflicts)


@pytest.mark.parametrize("seed", range(400))
def test_seeded_problems_are_solved_as_by_trying_every_set(seed: int) -> None:
    random = Random(seed)
    slugs = SLUGS[: random.randint(1, 8)]
    parents: dict[str, str | None] = {slugs[0]: None}
    parents |= {slug: random.choice([None, *slugs[:i], *slugs[:i]]) for i, slug in enumerate(slugs) if i}
    overlapping = {frozenset(random.sample(slugs, 2)) for _ in range(random.choice([0, 1, 5])) if len(slugs) > 1}
    claims = []
    for figure in range(1, random.randint(2, 11)):
        first = random.randint(1, 14)
        claims.append(
            Claim(
                figure,
                random.choice(slugs),
                first,
                first + random.randint(0, 6),
                random.randint(0, random.choice([2, 50])),
            )
        )
    conflicts = Conflicts(PlaceTree(parents, frozenset(overlapping)))
    assert largest_sum(claims, conflicts) == best_of_all_sets(claims, conflicts)
    parts = components(claims, conflicts)
    assert sorted(claim.figure for part in parts for claim in part) == [claim.figure for claim in claims]
    for one, other in combinations(parts, 2):
        assert not any(conflicts.between(a, b) for a in one for b in other)


def test_a_place_may_be_counted_whole_in_one_week_and_by_its_towns_in_the_next() -> None:
    tree = PlaceTree({"enclave": None, "north": "enclave", "south": "enclave"})
    claims = [
        Claim(1, "enclave", 1, 7, 50),
        Claim(2, "north", 8, 20, 30),
        Claim(3, "south", 8, 12, 20),
        Claim(4, "south", 13, 20, 25),
        Claim(5, "enclave", 8, 14, 60),
    ]
    assert largest_sum(claims, Conflicts(tree)) == {1, 2, 3, 4}


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize(
    "overlaps", ["ab bc cd", "ab bc cd da", "ab bc ca", "ab ac ad", "ab bc cd de", "ab cd", "ab bc cd db"]
)
def test_overlaps_of_every_pattern_are_solved_as_by_trying_every_set(overlaps: str, seed: int) -> None:
    random = Random(seed)
    tree = PlaceTree(dict.fromkeys("abcde"), frozenset(map(frozenset, overlaps.split())))
    claims = []
    for figure in range(1, 11):
        first = random.randint(1, 8)
        claims.append(Claim(figure, random.choice("abcde"), first, first + random.randint(0, 4), random.randint(1, 9)))
    conflicts = Conflicts(tree)
    assert largest_sum(claims, conflicts) == best_of_all_sets(claims, conflicts)


def random_claims(random: Random, places: list[str], longest: int, count: int = 2000) -> list[Claim]:
    """Return claims of which half last one day and half up to the longest."""
    claims = []
    for figure in range(1, count + 1):
        first = random.randint(1, 2500)
        last = first + random.choice([0, random.randint(0, longest)])
        claims.append(Claim(figure, random.choice(places), first, last, random.randint(0, 500)))
    return claims


CHAIN: dict[str, str | None] = {"s0": None} | {f"s{i}": f"s{i - 1}" for i in range(1, 2000)}
COUNTRY: dict[str, str | None] = {"c": None} | {f"g{g}": "c" for g in range(14)}
COUNTRY |= {f"t{t}": f"g{t % 14}" for t in range(140)}


@pytest.mark.parametrize(
    ("parents", "longest", "overlapping"),
    [
        ({"one": None}, 2500, []),
        (CHAIN, 200, []),
        (COUNTRY, 30, []),
        ({"a": None, "b": None}, 60, [{"a", "b"}]),
    ],
    ids=["one place", "2000 nested places", "country", "overlapping pair"],
)
def test_two_thousand_figures_take_seconds_at_most(
    parents: dict[str, str | None], longest: int, overlapping: list[set[str]]
) -> None:
    conflicts = Conflicts(PlaceTree(parents, frozenset(map(frozenset, overlapping))))
    claims = random_claims(Random(7), sorted(parents), longest)
    started = time.process_time()
    assert largest_sum(claims, conflicts)
    assert time.process_time() - started < 8, "measured 0.02 to 0.9 s; far above means that it grew worse than n²"
