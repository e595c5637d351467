// The place's sieges, ceasefires and so on: a row of thin bars with their names over the chart, a faint band behind it.

import { colour } from "./colours.js";
import { DAY, moment } from "./days.js";

export const ROW = 15; // pixels of one row of names
const BAR = 3;

/**
 * The periods that a chart shows, each with its row: names never cover one another, however narrow their bands are.
 * `from`, `to` are the chart's moments, `width` the pixels between them.
 */
export function inRows(context, periods, { from, to, width }) {
  const pixel = (at) => ((Math.min(Math.max(at, from), to) - from) / (to - from)) * width;
  const ends = [];
  const shown = [];
  context.save();
  context.font = font();
  for (const period of periods) {
    const start = moment(period.start);
    const end = period.end === null ? to : moment(period.end) + DAY;
    if (end <= from || start >= to) continue;
    const words = context.measureText(period.words).width;
    const left = pixel(start);
    const name = nameAt(left, pixel(end), words, width);
    const row = ends.findIndex((taken) => taken < Math.min(left, name));
    const found = row < 0 ? ends.length : row;
    ends[found] = Math.max(pixel(end), name + words) + 8;
    shown.push({ ...period, start, end, row: found });
  }
  context.restore();
  return shown;
}

/** Draw the bands behind the marks, and their bars with names in the strip that begins at `top`. */
export function drawPeriods(chart, shown, top) {
  const { ctx: context, chartArea: area, scales } = chart;
  context.save();
  context.font = font();
  context.textBaseline = "middle";
  for (const { start, end, row, words } of shown) {
    const left = Math.max(area.left, scales.x.getPixelForValue(start));
    const right = Math.min(area.right, Math.max(scales.x.getPixelForValue(end), left + 2));
    const middle = top + row * ROW + ROW / 2;
    context.globalAlpha = 0.3;
    context.fillStyle = colour("rule");
    context.fillRect(left, area.top, right - left, area.bottom - area.top);
    context.globalAlpha = 1;
    context.fillStyle = colour("edge");
    context.fillRect(left, middle + 5, right - left, BAR);
    context.globalAlpha = 0.35;
    context.fillRect(left, middle + 5, 1, area.bottom - middle - 5);
    if (right < area.right) context.fillRect(right - 1, middle + 5, 1, area.bottom - middle - 5);
    context.globalAlpha = 1;
    context.fillStyle = colour("quiet");
    const name = area.left + nameAt(left - area.left, right - area.left, context.measureText(words).width, area.right - area.left);
    context.fillText(words, name, middle - 2);
  }
  context.restore();
}

/** Where a name begins: at its bar's start, or ending with its bar where it would run out of the chart. */
function nameAt(left, right, words, width) {
  return left + words <= width ? left : Math.max(0, Math.min(right, width) - words);
}

const font = () => `11px ${colour("sans")}`;
