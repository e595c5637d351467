"""Public rows as the series see them."""

from tracker.models import PublishedFigure
from tracker.series.figures import SeriesFigure
from tracker.vocabulary import (
    Accumulation,
    AttributionKind,
    CountStage,
    DateAccuracy,
    Group,
    Indicator,
    PlaceRole,
    Quantifier,
    Status,
    Unit,
)


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
        place_name=row.place,
        place_role=PlaceRole(row.place_role),
        claimant=row.attributed_to,
        claimant_words=row.attribution_text or "",
        attribution_kind=AttributionKind(row.attribution_kind or AttributionKind.NONE),
        claimant_is_party=bool(row.claimant_is_party),
        document=row.document_id,
        publisher=row.publisher or "",
        sentence=row.source_sentence or "",
        disputed=row.disputed_on is not None,
        repeat_of=row.repeat_of,
        subset_of=row.subset_of,
        report_count=row.report_count,
        origin_count=row.origin_count,
    )
