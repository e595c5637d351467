// The printed number and the series' letter beside each mark, where there is room; the table has those that find none.

import { colour } from "./colours.js";
import { short } from "./signs.js";

const GAP = 13;
const HEIGHT = 14;
const CELL = 48; // pixels of the squares by which boxes are looked up

/** Write the labels of the placed marks so that none covers a mark, a line (`lines` are their boxes) or a label, or leaves its area. Those that are faint have none. */
export function drawLabels(context, placed, areas, lines, isFaint = () => false) {
  context.save();
  context.font = `12px ${colour("sans")}`;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.fillStyle = colour("ink");
  const taken = new Boxes();
  lines.forEach((box) => taken.add(box));
  for (const item of placed) boxesOf(item, areas.dated.bottom).forEach((box) => taken.add(box));
  const repeatedFirst = placed.filter((item) => !isFaint(item)).sort((a, b) => (b.mark.report_count > 1) - (a.mark.report_count > 1)); // their count must be read
  for (const item of repeatedFirst) {
    const area = item.mark.undated ? areas.undated : areas.dated;
    for (const words of labelsOf(item)) {
      const box = freeBox(context, item, words, area, taken);
      if (!box) continue;
      taken.add(box);
      context.fillText(words, box.left, (box.top + box.bottom) / 2);
      break;
    }
  }
  context.restore();
}

/** The boxes that are taken, found by the squares that they touch: thousands of marks cost no comparison of each with each. */
class Boxes {
  #cells = new Map();

  add(box) {
    for (const key of this.#keys(box)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push(box);
    }
  }

  isFree(box) {
    return this.#keys(box).every((key) => !this.#cells.get(key)?.some((other) => overlap(box, other)));
  }

  #keys({ left, right, top, bottom }) {
    const keys = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) keys.push(`${column} ${row}`);
    }
    return keys;
  }
}

/** The first free place for a label around its mark; undefined where there is none. */
function freeBox(context, item, words, area, taken) {
  const width = context.measureText(words).width;
  return around(item, width).find((box) => isInside(box, area) && taken.isFree(box));
}

/** The labels to try, the longest first: letter, number and count of reports, then the letter alone. */
function labelsOf({ mark, letter }) {
  const times = mark.report_count > 1 ? `×${mark.report_count}` : "";
  const number = mark.shape === "word" ? "" : short(mark.label);
  const labels = [[letter, number, times], [letter, times], [letter]].map((parts) => parts.filter(Boolean).join("  "));
  return [...new Set(labels)].filter(Boolean);
}

/** How far an arrow up goes above its mark; a word's begins above the word. */
const arrowReach = (mark) => (mark.shape === "word" ? 34 : 24);

/** The room that a mark takes: its sign with arrow, a word's whole width, a column's head, the line of its possible days. */
function boxesOf({ x, y, left, right, earliest, latest, low, high, half, wide, mark }, ground) {
  const edge = mark.party || mark.disputed ? 13 : mark.shape === "ring" ? 11 : 8;
  const up = mark.arrow === "up" ? arrowReach(mark) : edge;
  const down = mark.arrow === "down" ? 24 : edge;
  const box = { left: x - edge - 2, right: x + edge + 2, top: y - up, bottom: y + down };
  if (mark.shape === "bar") Object.assign(box, { top: high - 4, bottom: low + 4 });
  if (wide) box.bottom = ground; // a column
  const boxes = earliest === undefined ? [box] : [box, { left: earliest, right: latest, top: y - 1, bottom: y + 1 }];
  if (mark.shape !== "word" && mark.drawn_as !== "span") return boxes;
  return [...boxes, { left: Math.min(left ?? x, x - half), right: Math.max(right ?? x, x + half), top: y - 8, bottom: y + 8 }];
}

/** The places for a label, best first: after, before, under and over the sign. */
function around({ x, y, left, right, half, mark }, width) {
  const wide = mark.shape === "word" ? half + 5 : GAP + (mark.party || mark.disputed ? 3 : 0);
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
