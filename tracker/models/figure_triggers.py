"""What the database holds of a figure's course: its birth, its steps, its sentence, and who may verify it.

A verified figure's material columns change only by applying a revision that somebody else proposed; the trigger compares
the new row with the old one and the revision's changes, so that an application that forgets a rule is refused too.
"""

from typing import Final

import pgtrigger

from tracker.models.rules import acyclic, evidence, fixed, refuse, versioned

MATERIAL_FIELDS: Final = (
    *("indicator", "reported_text", "quantifier", "reported", "reported_max", "low", "best", "high", "calculation"),
    *("unit", "group", "group_text", "accumulation", "count_stage"),
    *("start_date", "start_accuracy", "end_date", "end_accuracy", "date_basis", "date_text", "claimed_on"),
    *("place", "place_role", "place_accuracy"),
    *("attributed_to", "attribution_text", "attribution_kind", "alleged_actor"),
    *("excerpt", "excerpt_start", "excerpt_end", "number_start", "number_end"),
    *("context", "context_start", "context_end"),
    *("repeat_of", "subset_of"),
    *("overridden", "override_reason"),
)
"""Changing one of these asks for a second person again; who overrides a warning is an author, too."""

REFERENCES: Final = frozenset({"place", "attributed_to", "alleged_actor", "repeat_of", "subset_of"})


def material_column(field: str) -> str:
    """Return the column in which a material field is stored, the name that a revision's changes use."""
    return f"{field}_id" if field in REFERENCES else field


_COLUMNS = ", ".join(f"'{material_column(f)}'" for f in MATERIAL_FIELDS)
_MATERIAL = f"(SELECT jsonb_object_agg(c, to_jsonb({{row}}) -> c) FROM unnest(ARRAY[{_COLUMNS}]) AS c)"
_STEPS = """(
    (OLD.status, NEW.status) IN (
        ('draft', 'provisional'), ('provisional', 'verified'), ('provisional', 'retracted'), ('verified', 'retracted'),
        ('draft', 'discarded')
    )
)"""
_REVISION = """EXISTS (
    SELECT FROM tracker_figurerevision r
    WHERE r.figure_id = OLD.id AND r.kind = '{kind}' AND r.outcome = 'applied' AND r.applied_version = NEW.version
        AND r.decided_by_id = NEW.changed_by_id AND r.decided_by_id = NEW.{who}_id{more}
)"""
_IS_PUBLIC = "({f}.status IN ('provisional', 'verified'))"
_CORRECTED = _REVISION.format(kind="correction", who="verified_by", more=" AND new_material = old_material || r.changes")
_WITHDRAWN = _REVISION.format(kind="retraction", who="retracted_by", more="")

born_unverified = pgtrigger.Trigger(
    name="born_unverified",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=f"""
        IF NEW.status <> 'draft' OR NEW.disputed_on IS NOT NULL THEN
            {refuse("born_unverified", "a figure is born as a draft")}
        END IF;
        IF NEW.changed_by_id IS DISTINCT FROM NEW.entered_by_id THEN
            {refuse("born_unverified", "who enters a figure is who changed it first")}
        END IF;
        NEW.authors := ARRAY[NEW.entered_by_id];
        RETURN NEW;
    """,
)

steps = pgtrigger.Trigger(
    name="steps",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    declare=[("old_material", "jsonb"), ("new_material", "jsonb")],
    func=f"""
        old_material := {_MATERIAL.format(row="OLD")};
        new_material := {_MATERIAL.format(row="NEW")};
        NEW.authors := OLD.authors;
        IF NEW.changed_by_id IS NULL THEN
            {refuse("named_change", "a change names who made it and when")}
        END IF;
        IF OLD.status = 'retracted' THEN
            {refuse("retracted_stays", "a retracted figure stays as it is")}
        END IF;
        IF OLD.status = 'discarded' THEN
            {refuse("discarded_stays", "a discarded draft stays as it is")}
        END IF;
        IF NEW.status = 'discarded' AND EXISTS (
            SELECT FROM tracker_figure f
            WHERE (f.repeat_of_id = OLD.id OR f.subset_of_id = OLD.id) AND f.status <> 'discarded'
        ) THEN
            {refuse("discarded_has_no_others", "other figures point to this draft: release them first")}
        END IF;
        IF NEW.status = 'retracted' THEN
            IF NOT {_STEPS} OR new_material <> old_material OR NOT {_WITHDRAWN} THEN
                {refuse("retracted_by_two", "a retraction is proposed by one person and confirmed by another")}
            END IF;
            IF EXISTS (SELECT FROM tracker_figure f WHERE f.repeat_of_id = OLD.id AND {_IS_PUBLIC.format(f="f")}) THEN
                {refuse("retracted_head_has_successor", "other figures repeat this one: name their new head first")}
            END IF;
            IF EXISTS (SELECT FROM tracker_figure f WHERE f.subset_of_id = OLD.id AND {_IS_PUBLIC.format(f="f")}) THEN
                {refuse("retracted_total_has_no_parts", "other figures are parts of this one: release them first")}
            END IF;
        ELSIF NEW.status <> OLD.status THEN
            IF NOT {_STEPS} OR new_material <> old_material THEN
                {refuse("one_step", "this step is not open to the figure, or it changes something besides")}
            END IF;
            IF NEW.status = 'provisional' AND NEW.published_by_id IS DISTINCT FROM NEW.changed_by_id THEN
                {refuse("named_step", "who publishes is who changed the figure last")}
            END IF;
            IF NEW.status = 'verified' AND NEW.verified_by_id IS DISTINCT FROM NEW.changed_by_id THEN
                {refuse("named_step", "who verifies is who changed the figure last")}
            END IF;
        ELSIF new_material <> old_material THEN
            IF NEW.changed_at <= OLD.changed_at THEN
                {refuse("named_change", "a change names who made it and when")}
            END IF;
            IF OLD.status = 'verified' THEN
                IF NOT {_CORRECTED} THEN
                    {refuse("verified_by_revision", "a verified figure changes by a checked correction only")}
                END IF;
                NEW.authors := (
                    SELECT ARRAY[OLD.entered_by_id, r.proposed_by_id] FROM tracker_figurerevision r
                    WHERE r.figure_id = OLD.id AND r.applied_version = NEW.version
                );
            ELSE
                NEW.authors := OLD.authors || NEW.changed_by_id;
            END IF;
        END IF;
        IF (NEW.verified_by_id, NEW.verified_at) IS DISTINCT FROM (OLD.verified_by_id, OLD.verified_at)
            AND NOT (NEW.status = 'verified' AND (OLD.status <> 'verified' OR new_material <> old_material)) THEN
            {refuse("one_step", "who verified a figure changes only with a step")}
        END IF;
        IF {_IS_PUBLIC.format(f="NEW")} AND (NEW.status, NEW.repeat_of_id, NEW.subset_of_id)
            IS DISTINCT FROM (OLD.status, OLD.repeat_of_id, OLD.subset_of_id) THEN
            -- The lock makes a retraction of the other figure wait, or be seen.
            PERFORM FROM tracker_figure o WHERE o.id IN (NEW.repeat_of_id, NEW.subset_of_id) FOR SHARE;
            IF EXISTS (
                SELECT FROM tracker_figure o
                WHERE o.id IN (NEW.repeat_of_id, NEW.subset_of_id) AND NOT {_IS_PUBLIC.format(f="o")}
            ) THEN {refuse("public_points_to_public", "a public figure repeats, or is a part of, public ones only")} END IF;
        END IF;
        IF OLD.published_at IS NOT NULL
            AND (NEW.published_by_id, NEW.published_at) IS DISTINCT FROM (OLD.published_by_id, OLD.published_at) THEN
            {refuse("one_step", "who published a figure stays")}
        END IF;
        RETURN NEW;
    """,
)

excerpt_is_slice = pgtrigger.Trigger(
    name="excerpt_is_slice",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert
    | pgtrigger.UpdateOf(
        *("document_id", "excerpt", "excerpt_start", "excerpt_end", "reported_text", "number_start", "number_end"),
        *("context", "context_start", "context_end"),
    ),
    declare=[("whole", "text")],
    func=f"""
        SELECT d.text INTO whole FROM tracker_document d WHERE d.id = NEW.document_id;
        IF NEW.excerpt IS DISTINCT FROM substr(whole, NEW.excerpt_start + 1, NEW.excerpt_end - NEW.excerpt_start) THEN
            {refuse("excerpt_is_slice", "the sentence is not at these offsets of its document")}
        END IF;
        IF NEW.reported_text IS DISTINCT FROM substr(whole, NEW.number_start + 1, NEW.number_end - NEW.number_start) THEN
            {refuse("excerpt_is_slice", "the number is not at these offsets of its document")}
        END IF;
        IF NEW.context_start IS NOT NULL
            AND NEW.context IS DISTINCT FROM substr(whole, NEW.context_start + 1, NEW.context_end - NEW.context_start) THEN
            {refuse("excerpt_is_slice", "the context is not at these offsets of its document")}
        END IF;
        RETURN NEW;
    """,
)

_ROW = "{row}.quantifier, {row}.reported, {row}.reported_max, {row}.low, {row}.best, {row}.high, {row}.calculation"
_FOLLOWS = """
    CASE NEW.quantifier
        WHEN 'exact' THEN NEW.reported IS NOT NULL
            AND NEW.low IS NOT DISTINCT FROM NEW.reported
            AND NEW.best IS NOT DISTINCT FROM NEW.reported
            AND NEW.high IS NOT DISTINCT FROM NEW.reported
        WHEN 'approximately' THEN NEW.low IS NULL AND NEW.best IS NOT NULL AND coalesce(NEW.high, NEW.best) = NEW.best
            AND coalesce(NEW.reported, NEW.best) = NEW.best
        WHEN 'between' THEN NEW.best IS NULL
            AND NEW.low IS NOT DISTINCT FROM NEW.reported AND NEW.high IS NOT DISTINCT FROM NEW.reported_max
        WHEN 'vague' THEN NEW.best IS NULL AND NEW.high IS NULL
        ELSE CASE WHEN NEW.quantifier IN ('at_least', 'more_than')
            THEN NEW.low IS NOT NULL AND NEW.high IS NULL AND NEW.best IS NOT DISTINCT FROM NEW.low
                AND coalesce(NEW.reported, NEW.low) = NEW.low
            ELSE NEW.low IS NULL AND NEW.best IS NULL AND NEW.high IS NOT NULL
                AND coalesce(NEW.reported, NEW.high) = NEW.high
        END
    END
"""

range_follows = pgtrigger.Trigger(
    name="range_follows",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=f"""
        IF NEW.calculation <> '' OR NEW.change_reason <> '' THEN
            RETURN NEW;  -- a range of somebody's own comes with a calculation or a reason
        END IF;
        IF TG_OP = 'UPDATE' THEN
            IF ({_ROW.format(row="NEW")}) IS NOT DISTINCT FROM ({_ROW.format(row="OLD")}) THEN
                RETURN NEW;
            END IF;
        END IF;
        IF NOT ({_FOLLOWS}) THEN
            {refuse("range_follows", "low, best and high follow from quantifier and number, or say why not")}
        END IF;
        RETURN NEW;
    """,
)

_PART_FITS = """(
    part.unit = whole.unit
    AND (part.indicator = whole.indicator OR (whole.indicator = 'casualties' AND part.indicator IN ('killed', 'injured')))
    AND part.place_id IN (
        WITH RECURSIVE inside (id) AS (
            SELECT whole.place_id
            UNION SELECT p.id FROM tracker_place p JOIN inside ON p.parent_id = inside.id
        ) SELECT id FROM inside
    )
)"""

parts_fit = pgtrigger.Trigger(
    name="parts_fit",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("subset_of_id", "indicator", "unit", "place_id"),
    func=f"""
        IF EXISTS (
            SELECT FROM tracker_figure part JOIN tracker_figure whole ON whole.id = part.subset_of_id
            WHERE NEW.id IN (part.id, whole.id) AND NOT {_PART_FITS}
        ) THEN
            {refuse("parts_fit", "a part counts what its total counts, in the same unit, there or inside")}
        END IF;
        RETURN NULL;
    """,
)

TRIGGERS: Final = [
    *evidence(),
    versioned(),
    fixed("document", "entered_by", "entered_at"),
    born_unverified,
    steps,
    excerpt_is_slice,
    acyclic("tracker_figure", "subset_of_id"),
    parts_fit,
    range_follows,
]
