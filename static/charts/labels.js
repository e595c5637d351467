// The printed number and the series' letter beside each mark, where there is room; the table has those that find none.

import { colour } from "./colours.js";
import { short, wordWidth } from "./signs.js";

const GAP = 13;
const HEIGHT = 14;

/** Write the labels of the placed marks so that none covers a mark or another label, or leaves its area. */
export function drawLabels(context, placed, areas) {
  context.save();
  context.font = `12px ${colour("sans")}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.fillStyle = colour("ink");
  const taken = placed.flatMap((item) => boxesOf(context, item));
  for (const item of placed) {
    const area = item.mark.undated ? areas.undated : areas.dated;
    const label = [labelOf(item), item.letter]
      .filter(Boolean)
      .map((words) => ({ words, box: freeBox(context, item, words, area, taken) }))
      .find((label) => label.box);
    if (!label) continue;
    taken.push(label.box);
    context.fillText(label.words, label.box.left, (label.box.top + label.box.bottom) / 2);
  }
  context.restore();
}

/** The first free place for a label around its mark; undefined where there is none. */
function freeBox(context, item, words, area, taken) {
  const width = context.measureText(words).width;
  const places = around(item, width, wordWidth(context, item.mark) / 2 + 6);
  return places.find((box) => isInside(box, area) && !taken.some((other) => overlap(box, other)));
}

function labelOf({ mark, letter }) {
  const times = mark.report_count > 1 ? `×${mark.report_count}` : "";
  const number = mark.shape === "word" ? "" : short(mark.label);
  return [letter, number, times].filter(Boolean).join("  ");
}

/** How far an arrow up goes above its mark; a word's begins above the word. */
const arrowReach = (mark) => (mark.shape === "word" ? 34 : 24);

/** The room that a mark takes: its sign with arrow, and a word's whole width. */
function boxesOf(context, { x, y, left, right, low, high, mark }) {
  const up = mark.arrow === "up" ? arrowReach(mark) : 8;
  const down = mark.arrow === "down" ? 24 : 8;
  const box = { left: x - 10, right: x + 10, top: y - up, bottom: y + down };
  if (mark.shape === "bar") Object.assign(box, { top: high - 4, bottom: low + 4 });
  if (mark.shape !== "word" && mark.drawn_as !== "span") return [box];
  const half = wordWidth(context, mark) / 2;
  return [box, { left: Math.min(left ?? x, x - half), right: Math.max(right ?? x, x + half), top: y - 8, bottom: y + 8 }];
}

/** The places for a label, best first: after, before, under and over the sign. */
function around({ x, y, left, right, mark }, width, wordReach) {
  const wide = mark.shape === "word" ? wordReach : GAP;
  const after = (right ?? x) + wide;
  const before = (left ?? x) - wide - width;
  const box = (start, middle) => ({ left: start, right: start + width, top: middle - HEIGHT / 2, bottom: middle + HEIGHT / 2 });
  const under = y + (mark.arrow === "down" ? 32 : 18);
  const over = y - (mark.arrow === "up" ? arrowReach(mark) + 8 : 18);
  const centre = x - width / 2;
  return [box(after, y), box(before, y), box(centre, under), box(centre, over), box(after, y - 14), box(after, y + 14), box(before, y - 14), box(before, y + 14), box(centre, under + 14), box(centre, over - 14)];
}

function isInside(box, area) {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
