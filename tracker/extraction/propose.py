"""What a curator is offered: every figure that a report gives, with its sentence and where its number stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tracker.extraction.claimants import claimant_of
from tracker.extraction.counts.readings import readings_of
from tracker.extraction.indicators.aid_stages import stage_of
from tracker.extraction.indicators.keywords import may_count
from tracker.extraction.numbers import PrintedNumber
from tracker.extraction.numbers.shares import of_total
from tracker.extraction.periods import period_of
from tracker.extraction.places import place_of
from tracker.extraction.proposed import ProposedFigure
from tracker.extraction.sentences.draft import Reading
from tracker.extraction.sentences.phrases import Kind
from tracker.extraction.sentences.surroundings import surroundings_of
from tracker.extraction.sentences.tokens import Sentence, tokenised
from tracker.extraction.text.article import Article
from tracker.extraction.text.passages import Span
from tracker.vocabulary import AID_INDICATORS, Unit

_HUGE: Final = 2_000
"""How many code points are read at once, so that the time stays in proportion to the text. No sentence is as long."""
_UNITS: Final = {Kind.HOUSEHOLDS: Unit.HOUSEHOLD, Kind.TRUCKS: Unit.TRUCK, Kind.VEHICLES: Unit.TRUCK}
_PLAIN_PEOPLE: Final = frozenset({"people", "persons", "person", "others", "individuals"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, or a piece of a huge one, in tokens; `offset` is where the piece begins in the article's text."""

    article: Article
    index: int
    whole: str
    offset: int
    sentence: Sentence

    def readings(self) -> list[Reading]:
        return readings_of(self.sentence, surroundings_of(self.article, self.index, self.sentence.text))


def propose(article: Article) -> list[ProposedFigure]:
    """Return the figures of an article in the order of their numbers. Never raises, whatever the text."""
    figures: list[ProposedFigure] = []
    for piece in _pieces(article):
        readings = piece.readings()
        indexes = {reading.number: len(figures) + i for i, reading in enumerate(readings)}
        for reading in readings:
            figures.append(_figure(piece, reading, indexes, figures))
    return figures


def _pieces(article: Article) -> Iterator[_Piece]:
    for index, span in enumerate(article.sentences):
        whole, at = span.of(article.text), 0
        while at < len(whole):
            end = _end_of_piece(whole, at)
            if may_count(whole[at:end]):
                yield _Piece(article, index, whole, span.start + at, tokenised(whole[at:end]))
            at = end


def _end_of_piece(sentence: str, start: int) -> int:
    if len(sentence) - start <= _HUGE:
        return len(sentence)
    space = sentence.rfind(" ", start, start + _HUGE)
    return space + 1 if space > start else start + _HUGE


def _figure(piece: _Piece, reading: Reading, indexes: dict[int, int], before: list[ProposedFigure]) -> ProposedFigure:
    article, index, span = piece.article, piece.index, piece.article.sentences[piece.index]
    end, printed, calculation = _number(piece.sentence, reading, indexes, before)
    number = Span(piece.offset + reading.amount.start, piece.offset + end)
    indicator = reading.governor.indicator
    place = place_of(article, index, number, indicator)
    claimant = claimant_of(article, index, number)
    period = period_of(article, index, number, indicator)
    return ProposedFigure(
        sentence=piece.whole,
        start=span.start,
        end=span.end,
        reported_text=number.of(article.text),
        number_start=number.start,
        number_end=number.end,
        indicator=indicator,
        unit=_UNITS.get(reading.phrase.kind, Unit.PERSON),
        group=reading.group,
        group_text=_group_text(piece.sentence, reading),
        quantifier=printed.quantifier,
        reported=printed.reported,
        reported_max=printed.reported_max,
        low=printed.range.low,
        best=printed.range.best,
        high=printed.range.high,
        calculation=calculation,
        accumulation=period.accumulation,
        start_date=period.start_date,
        start_accuracy=period.start_accuracy,
        end_date=period.end_date,
        end_accuracy=period.end_accuracy,
        date_text=period.date_text,
        place=place.text if place else None,
        place_slug=place.slug if place else None,
        attributed_to=claimant.text if claimant else None,
        attributed_name=claimant.stands_for.text if claimant and claimant.stands_for else None,
        count_stage=stage_of(piece.sentence) if indicator in AID_INDICATORS else None,
        subset_of=indexes.get(reading.total) if reading.total is not None else None,
        confidence=reading.governor.route.confidence,
    )


def _number(
    sentence: Sentence, reading: Reading, indexes: dict[int, int], before: list[ProposedFigure]
) -> tuple[int, PrintedNumber, str | None]:
    """Return where the number's words end, what they say, and for a share how it came about."""
    amount = reading.amount
    if amount.share is None:
        return amount.end, amount.printed, None
    base = sentence.amount_at[reading.base] if reading.base is not None else None
    end = sentence.ends[reading.phrase.end - 1]
    if base is None or reading.base is None:
        return end, amount.printed, None
    whole = base.printed.reported
    if whole is None and indexes.get(reading.base, len(before)) < len(before):
        whole = before[indexes[reading.base]].low
    return max(end, base.end if base.end > amount.end else end), *of_total(amount.share, amount.printed.quantifier, whole)


def _group_text(sentence: Sentence, reading: Reading) -> str | None:
    """Return the words that name who was counted; null for plain "people" and where no noun stands."""
    phrase = reading.phrase
    if phrase.first is None or phrase.last is None or phrase.kind not in {Kind.PEOPLE, Kind.UNKNOWN}:
        return None
    words = sentence.text[sentence.starts[phrase.first] : sentence.ends[phrase.last]]
    return None if words.lower() in _PLAIN_PEOPLE else words
