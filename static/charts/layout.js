// Where each mark stands in pixels: by its day on the time axis, or in the margin "date not stated".

import { DAY, moment } from "./days.js";
import { WORDS_ROW } from "./margin.js";
import { wordWidth } from "./signs.js";

const REACH = 7; // half of the room that a sign takes
const LANE = 18; // the widest distance of columns that share a day
const DAY_WIDTH = 90; // the most pixels that the columns of one day take together
const CROWD_WIDTH = 600; // pixels that all columns of a chart share: hundreds of them become thin
const SPAN_LANE = 7; // distance of spans that would cover each other
const STEP = 2 * REACH; // pixels by which a mark moves aside
const FURTHEST = 3; // steps that a sign moves at most, so that it still stands at its day; a word moves by its width

/** The most columns that a chart beside a time axis needs in its margin, so that all time axes of a page line up. */
export function marginColumns(charts) {
  const undated = charts.map((chart) => chart.series.flatMap((series) => series.marks).map((mark) => mark.undated));
  return Math.max(0, ...undated.filter((marks) => !marks.every(Boolean)).map((marks) => marks.filter(Boolean).length));
}

/** Whether a mark is a word that names no number, not even the least that it can mean. */
export const isNumberless = (mark) => mark.value === null && mark.low === null && mark.high === null;

/** The marks of a chart with their pixels: {mark, series, letter, x, y, left, right, low, high, half, wide}. */
export function place(chart, margin) {
  const { x, y } = chart.scales;
  const pixel = (value) => y.getPixelForValue(Math.max(value, y.min));
  const placed = [];
  for (const dataset of chart.data.datasets) {
    for (const mark of dataset.marks ?? []) {
      const item = { mark, series: dataset.number, letter: dataset.letter, y: chart.chartArea.top - WORDS_ROW / 2 - 5 };
      if (!isNumberless(mark)) item.y = pixel(mark.value ?? (mark.low + mark.high) / 2);
      item.low = mark.low === null ? null : pixel(mark.low);
      item.high = mark.high === null ? null : pixel(mark.high);
      item.half = Math.max(REACH, wordWidth(chart.ctx, mark) / 2 + 3);
      if (!mark.undated) byDay(item, x, dataset.data.length > 0);
      placed.push(item);
    }
  }
  const drawn = (as) => placed.filter((item) => !item.mark.undated && drawnAs(item.mark) === as);
  inTheMargin(placed.filter((item) => item.mark.undated), margin);
  sideBySide(drawn("bar"));
  inLanes(drawn("span"));
  keepApart(drawn("point"));
  inWordRows(placed.filter((item) => isNumberless(item.mark)), margin.rows);
  const { left, width } = chart.chartArea;
  for (const item of placed) keepInside(item, item.mark.undated ? margin : { left, width });
  return placed;
}

/** A day known to the month or year only stands in the middle of what it may be, unless its series' line goes through it. */
function byDay(item, x, onLine) {
  const { mark } = item;
  const day = moment(mark.stands_on);
  item.x = x.getPixelForValue(day);
  if (mark.earliest !== null) {
    item.earliest = x.getPixelForValue(moment(mark.earliest) - DAY / 2);
    item.latest = x.getPixelForValue(moment(mark.latest) + DAY / 2);
    if (drawnAs(mark) === "point" && !onLine) item.x = (item.earliest + item.latest) / 2;
  }
  if (drawnAs(mark) === "span") {
    item.left = x.getPixelForValue(moment(mark.start ?? mark.stands_on) - DAY / 2);
    item.right = x.getPixelForValue(day + DAY / 2);
    item.x = (item.left + item.right) / 2;
  }
}

/** Columns that share a day stand side by side, their middle on the day, narrower where there are many. */
function sideBySide(items) {
  const days = new Map();
  const crowded = CROWD_WIDTH / items.length;
  for (const item of items) listed(days, item.mark.stands_on).push(item);
  for (const shared of days.values()) {
    const lane = Math.min(LANE, DAY_WIDTH / shared.length);
    shared.sort((a, b) => a.mark.lane - b.mark.lane);
    shared.forEach((item, place) => {
      item.x += (place - (shared.length - 1) / 2) * lane;
      item.wide = Math.max(3, Math.min(lane - 4, crowded));
    });
  }
}

/** Spans at nearly one height that share days lie in lanes, each only a line's width from its true height. */
function inLanes(items) {
  items.sort((a, b) => a.left - b.left || a.mark.figure - b.mark.figure);
  let going = [];
  for (const item of items) {
    going = going.filter((other) => other.right > item.left);
    const taken = (y) => going.some((other) => Math.abs(other.y - y) < SPAN_LANE - 1);
    const free = aside(FURTHEST).map((step) => item.y + step * SPAN_LANE).find((y) => !taken(y));
    if (free !== undefined) item.y = free;
    going.push(item);
  }
}

/** Undated marks stand side by side, those of different height in one column: none hides another. */
function inTheMargin(items, margin) {
  items.sort((a, b) => b.y - a.y || a.mark.figure - b.mark.figure);
  const columns = [];
  const most = Math.max(1, Math.floor(margin.width / (items.length > 12 ? 16 : 44)));
  for (const item of items) {
    const free = columns.findIndex((column) => column.every((other) => Math.abs(other.y - item.y) > 26));
    if (columns.length < most) columns.push([item]);
    else columns[free < 0 ? item.mark.figure % most : free].push(item);
  }
  columns.forEach((column, place) => {
    for (const item of column) item.x = margin.left + (margin.width * (place + 0.5)) / columns.length;
  });
}

/** Points that would hide each other move aside, never up or down: the height is the number. */
function keepApart(items) {
  items.sort((a, b) => a.x - b.x || a.mark.figure - b.mark.figure);
  const rows = new Map();
  const near = (item, x) => (other) => Math.abs(other.x - x) < other.half + item.half && Math.abs(other.y - item.y) < 2 * REACH;
  for (const item of items) {
    const row = Math.floor(item.y / (2 * REACH));
    const others = [row - 1, row, row + 1].flatMap((key) => rows.get(key) ?? []);
    const steps = aside(Math.max(FURTHEST, Math.ceil((3 * item.half) / STEP)));
    const free = steps.map((step) => item.x + step * STEP).find((x) => !others.some(near(item, x)));
    if (free !== undefined) item.x = free;
    listed(rows, row).push(item);
  }
}

/** The list of a key, made when first asked for. */
function listed(lists, key) {
  if (!lists.has(key)) lists.set(key, []);
  return lists.get(key);
}

/** The steps in which a mark tries to stand aside: 0, 1, -1, 2, -2 … */
const aside = (most) => [0, ...Array.from({ length: 2 * most }, (_, n) => (n % 2 ? -1 : 1) * (Math.floor(n / 2) + 1))];

/** A word without a number has no height from which a column or a line could be drawn. */
const drawnAs = (mark) => (isNumberless(mark) ? "point" : mark.drawn_as);

/** Words without a number stand in rows over the scale: in one where there is room, in several on a narrow screen. */
function inWordRows(items, rows) {
  items.sort((a, b) => a.x - b.x);
  items.forEach((item, place) => (item.y -= (place % rows) * WORDS_ROW));
}

/** A word stays inside the chart, or inside its margin. */
function keepInside(item, { left, width }) {
  if (item.mark.shape !== "word") return;
  const half = item.half + 3;
  item.x = Math.max(left + half, Math.min(item.x, left + width - half));
}
