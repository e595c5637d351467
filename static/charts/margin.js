// What stands beside and above the scale: figures whose event has no date, and words that name no number.

import { colour } from "./colours.js";
import { textAt, wrapped } from "./text.js";

export const WORDS_ROW = 32; // pixels of the row for words without a number

/** Draw the margin for figures whose event has no date, with its name under it. */
export function drawMargin(chart, { left, width, top }, words) {
  const { ctx: context, chartArea: area } = chart;
  if (!width) return;
  context.save();
  context.strokeStyle = colour("edge");
  context.setLineDash([3, 3]);
  context.strokeRect(left, top, width, area.bottom - top);
  const font = `12px ${colour("sans")}`;
  const lines = wrapped(context, words, font, width + 6); // not over the time axis's last day
  context.textAlign = "right";
  textAt(context, lines, { left: left + width, top: area.bottom + 6, font, line: 13, colour: colour("quiet") });
  context.restore();
}

/** Name the row over the scale in which words stand that say no number: at no height, so that none is claimed. */
export function drawWordsRow(chart, words) {
  const { ctx: context, chartArea: area } = chart;
  context.save();
  context.font = `11px ${colour("sans")}`;
  context.fillStyle = colour("quiet");
  context.textBaseline = "middle";
  context.textAlign = "right";
  context.fillText(words, area.left - 5, area.top - WORDS_ROW / 2 - 5, area.left - 5);
  context.restore();
}
