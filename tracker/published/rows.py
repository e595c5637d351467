"""Public rows as the series see them."""

from typing import Final

from tracker.models import PublishedFigure
from tracker.series.figures import SeriesFigure
from tracker.vocabulary import (
    Accumulation,
    CountStage,
    DateAccuracy,
    Group,
    Indicator,
    PlaceRole,
    Quantifier,
    Status,
    Unit,
)

SERIES_COLUMNS: Final = (
    *("figure_id", "figure_url", "status", "indicator", "unit", "group", "group_text", "reported_text", "quantifier"),
    *("reported", "reported_max", "low", "best", "high", "calculation", "accumulation", "count_stage"),
    *("start_date", "start_accuracy", "end_date", "end_accuracy", "claimed_on", "place_slug", "place_role"),
    *("attributed_to", "claimant_is_party", "document_id", "disputed_on", "repeat_of", "subset_of", "report_count"),
)
"""What `series_figure` reads: a page that draws thousands of figures fetches no sentences for it."""


def series_figure(row: PublishedFigure) -> SeriesFigure:
    """Return a public row as the series see it; what is confidential is empty there too."""
    return SeriesFigure(
        id=row.figure_id,
        url=row.figure_url,
        status=Status(row.status),
        indicator=Indicator(row.indicator),
        unit=Unit(row.unit),
        group=Group(row.group) if row.group else None,
        group_text=row.group_text or "",
        reported_text=row.reported_text,
        quantifier=Quantifier(row.quantifier),
        reported=row.reported,
        reported_max=row.reported_max,
        low=row.low,
        best=row.best,
        high=row.high,
        calculation=row.calculation,
        accumulation=Accumulation(row.accumulation),
        count_stage=CountStage(row.count_stage) if row.count_stage else None,
        start_date=row.start_date,
        start_accuracy=DateAccuracy(row.start_accuracy),
        end_date=row.end_date,
        end_accuracy=DateAccuracy(row.end_accuracy),
        claimed_on=row.claimed_on,
        place=row.place_slug,
        place_role=PlaceRole(row.place_role),
        claimant=row.attributed_to,
        claimant_is_party=bool(row.claimant_is_party),
        document=row.document_id,
        disputed=row.disputed_on is not None,
        repeat_of=row.repeat_of,
        subset_of=row.subset_of,
        report_count=row.report_count,
    )
