// Where each mark stands in pixels: by its day on the time axis, or in the margin "date not stated".

import { DAY, moment } from "./days.js";
import { wordWidth } from "./signs.js";

const REACH = 7; // half of the room that a sign takes
const LANE = 18; // distance of bars that share a day

/** The most columns that a chart beside a time axis needs in its margin, so that all time axes of a page line up. */
export function marginColumns(charts) {
  const undated = charts.map((chart) => chart.series.flatMap((series) => series.marks).map((mark) => mark.undated));
  return Math.max(0, ...undated.filter((marks) => !marks.every(Boolean)).map((marks) => marks.filter(Boolean).length));
}

/** The marks of a chart with their pixels: {mark, series, letter, x, y, left, right, low, high}. */
export function place(chart, margin) {
  const { x, y } = chart.scales;
  const pixel = (value) => y.getPixelForValue(value);
  const placed = [];
  for (const dataset of chart.data.datasets) {
    for (const mark of dataset.marks ?? []) {
      const middle = mark.value ?? (mark.low === null ? 0 : (mark.low + mark.high) / 2);
      const item = { mark, series: dataset.number, letter: dataset.letter, y: pixel(middle) };
      item.low = mark.low === null ? null : pixel(mark.low);
      item.high = mark.high === null ? null : pixel(mark.high);
      if (!mark.undated) byDay(item, x);
      placed.push(item);
    }
  }
  inTheMargin(placed.filter((item) => item.mark.undated), margin);
  sideBySide(placed.filter((item) => !item.mark.undated && item.mark.drawn_as === "bar"));
  keepApart(placed.filter((item) => !item.mark.undated && item.mark.drawn_as === "point"));
  placed.forEach((item) => keepInside(chart.ctx, item, chart.width));
  return placed;
}

function byDay(item, x) {
  const { mark } = item;
  const day = moment(mark.stands_on);
  item.x = x.getPixelForValue(day);
  if (mark.drawn_as === "span") {
    item.left = x.getPixelForValue(moment(mark.start ?? mark.stands_on) - DAY / 2);
    item.right = x.getPixelForValue(day + DAY / 2);
    item.x = (item.left + item.right) / 2;
  }
}

/** Columns that share a day stand side by side, their middle on the day. */
function sideBySide(items) {
  for (const day of new Set(items.map((item) => item.mark.stands_on))) {
    const shared = items.filter((item) => item.mark.stands_on === day);
    shared.sort((a, b) => a.mark.lane - b.mark.lane);
    shared.forEach((item, lane) => (item.x += (lane - (shared.length - 1) / 2) * LANE));
  }
}

/** A word stays inside the chart. */
function keepInside(context, item, width) {
  const half = wordWidth(context, item.mark) / 2 + 6;
  item.x = Math.max(half, Math.min(item.x, width - half));
}

/** Undated marks stand side by side, each in a column of its own, by height: none hides another. */
function inTheMargin(items, margin) {
  items.sort((a, b) => b.y - a.y || a.mark.figure - b.mark.figure);
  items.forEach((item, column) => {
    item.x = margin.left + (margin.width * (column + 0.5)) / items.length;
  });
}

/** Points that would hide each other move aside, never up or down: the height is the number. */
function keepApart(items) {
  items.sort((a, b) => a.x - b.x || a.mark.figure - b.mark.figure);
  const done = [];
  for (const item of items) {
    while (done.some((other) => Math.abs(other.x - item.x) < 2 * REACH && Math.abs(other.y - item.y) < 2 * REACH)) {
      item.x += 2 * REACH;
    }
    done.push(item);
  }
}
