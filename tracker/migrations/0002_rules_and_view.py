"""What Django cannot express: the text's own hash, repeats that point to originals only, and the public view."""

from django.db import migrations

TEXT_HASH = """
ALTER TABLE tracker_document ADD CONSTRAINT document_text_sha256
    CHECK (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
"""

# A repeat points to a figure that is not itself a repeat, and counts the same indicator in the same unit: by generated columns and a composite foreign key, which no two
# transactions can race past. (A Django GeneratedField over a self-referencing key fails in migrate.)
REPEATS = """
ALTER TABLE tracker_figure
    ADD COLUMN is_repeat boolean GENERATED ALWAYS AS (repeat_of_id IS NOT NULL) STORED,
    ADD COLUMN repeat_of_is_repeat boolean GENERATED ALWAYS AS (
        CASE WHEN repeat_of_id IS NULL THEN NULL ELSE false END
    ) STORED;
ALTER TABLE tracker_figure ADD CONSTRAINT figure_id_is_repeat UNIQUE (id, is_repeat);
ALTER TABLE tracker_figure ADD CONSTRAINT figure_repeats_an_original
    FOREIGN KEY (repeat_of_id, repeat_of_is_repeat) REFERENCES tracker_figure (id, is_repeat);
ALTER TABLE tracker_figure ADD CONSTRAINT figure_id_counts UNIQUE (id, indicator, unit);
ALTER TABLE tracker_figure ADD CONSTRAINT figure_repeat_counts_the_same
    FOREIGN KEY (repeat_of_id, indicator, unit) REFERENCES tracker_figure (id, indicator, unit);
"""
NO_REPEATS = """
ALTER TABLE tracker_figure DROP CONSTRAINT figure_repeat_counts_the_same, DROP CONSTRAINT figure_id_counts;
ALTER TABLE tracker_figure DROP COLUMN repeat_of_is_repeat, DROP COLUMN is_repeat CASCADE
"""

VIEW = """
CREATE VIEW published_figure AS
WITH RECURSIVE lineage (place_id, ancestor_id, distance) AS (
    SELECT id, id, 0 FROM tracker_place
    UNION ALL
    SELECT lineage.place_id, p.parent_id, distance + 1
    FROM lineage JOIN tracker_place p ON p.id = lineage.ancestor_id
    WHERE p.parent_id IS NOT NULL
),
area AS (
    SELECT DISTINCT ON (l.place_id) l.place_id, p.name AS enclave
    FROM lineage l JOIN tracker_place p ON p.id = l.ancestor_id
    WHERE p.kind = 'enclave' ORDER BY l.place_id, l.distance
),
country AS (
    SELECT l.place_id, p.iso3 FROM lineage l JOIN tracker_place p ON p.id = l.ancestor_id WHERE p.kind = 'country'
)
SELECT
    f.id AS figure_id,
    '/figures/' || f.id || '/' AS figure_url,
    f.version,
    f.status,
    CASE
        WHEN f.repeat_of_id IS NOT NULL THEN 'repeat'
        WHEN f.subset_of_id IS NOT NULL THEN 'subset'
        WHEN reports.report_count > 1 THEN 'head'
        WHEN f.accumulation <> 'unclear' THEN f.accumulation
    END AS counting,
    place.name AS place,
    place.slug AS place_slug,
    place.kind AS place_kind,
    area.enclave,
    country.iso3 AS country_iso3,
    f.place_role,
    f.place_accuracy,
    f.indicator,
    f."group",
    CASE WHEN NOT d.confidential THEN f.group_text END AS group_text,
    f.reported_text,
    f.quantifier,
    f.reported,
    f.reported_max,
    f.low,
    f.best,
    f.high,
    f.calculation,
    f.unit,
    f.accumulation,
    f.count_stage,
    f.start_date,
    f.start_accuracy,
    f.end_date,
    f.end_accuracy,
    f.date_basis,
    CASE WHEN NOT d.confidential THEN f.date_text END AS date_text,
    f.claimed_on,
    CASE WHEN NOT d.confidential THEN claimant.name END AS attributed_to,
    CASE WHEN NOT d.confidential THEN f.attribution_text END AS attribution_text,
    CASE WHEN NOT d.confidential THEN f.attribution_kind END AS attribution_kind,
    CASE WHEN NOT d.confidential THEN claimant.party_to_conflict END AS claimant_is_party,
    CASE WHEN NOT d.confidential THEN actor.name END AS alleged_actor,
    CASE WHEN NOT d.confidential THEN coalesce(publisher.name, 'not stated') END AS publisher,
    f.document_id,
    CASE WHEN NOT d.confidential THEN d.title END AS document_title,
    CASE
        WHEN d.published_latest > d.published_earliest THEN d.published_earliest || '/' || d.published_latest
        ELSE d.published_earliest::text
    END AS document_published,
    d.published_basis AS document_published_basis,
    CASE WHEN NOT d.confidential THEN d.url END AS document_url,
    CASE WHEN NOT d.confidential THEN d.archived_url END AS archived_url,
    CASE WHEN NOT d.confidential THEN f.excerpt END AS source_sentence,
    CASE WHEN NOT d.confidential THEN f.context END AS context_sentence,
    CASE WHEN NOT d.confidential THEN f.excerpt_start END AS sentence_start,
    CASE WHEN NOT d.confidential THEN f.excerpt_end END AS sentence_end,
    reports.report_count,
    reports.origin_count,
    f.repeat_of_id AS repeat_of,
    f.subset_of_id AS subset_of,
    f.disputed_on,
    (f.verified_at AT TIME ZONE 'UTC')::date AS verified_on,
    f.changed_at,
    CASE WHEN NOT d.confidential THEN f.number_start END AS number_start,
    CASE WHEN NOT d.confidential THEN f.number_end END AS number_end,
    CASE WHEN d.confidential THEN '' ELSE f.note END AS note,
    CASE WHEN d.confidential THEN '' ELSE f.disputed_reason END AS disputed_reason,
    (f.retracted_at AT TIME ZONE 'UTC')::date AS retracted_on,
    CASE WHEN d.confidential THEN '' ELSE f.retraction_reason END AS retraction_reason,
    EXISTS (
        SELECT FROM tracker_figurerevision r
        WHERE r.figure_id = f.id AND r.kind = 'correction' AND r.outcome = 'pending'
    ) AS correction_pending,
    d.confidential
FROM tracker_figure f
JOIN tracker_document d ON d.id = f.document_id
JOIN tracker_place place ON place.id = f.place_id
LEFT JOIN area ON area.place_id = f.place_id
LEFT JOIN country ON country.place_id = f.place_id
LEFT JOIN tracker_source claimant ON claimant.id = f.attributed_to_id
LEFT JOIN tracker_source actor ON actor.id = f.alleged_actor_id
LEFT JOIN tracker_source publisher ON publisher.id = d.publisher_id
CROSS JOIN LATERAL (
    SELECT
        count(*)::int AS report_count,
        (count(DISTINCT r.attributed_to_id) + coalesce(max((r.attributed_to_id IS NULL)::int), 0))::int AS origin_count
    FROM tracker_figure r
    WHERE (r.id = coalesce(f.repeat_of_id, f.id) OR r.repeat_of_id = coalesce(f.repeat_of_id, f.id))
        AND r.status IN ('provisional', 'verified')
) AS reports
WHERE f.status <> 'draft'
"""


class Migration(migrations.Migration):
    """The database's rules beyond Django's, and `published_figure`."""

    dependencies = [("tracker", "0001_initial")]
    operations = [
        migrations.RunSQL(TEXT_HASH, "ALTER TABLE tracker_document DROP CONSTRAINT document_text_sha256"),
        migrations.RunSQL(REPEATS, NO_REPEATS),
        migrations.RunSQL(VIEW, "DROP VIEW published_figure"),
    ]
