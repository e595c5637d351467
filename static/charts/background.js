// What lies behind the marks: sieges and other periods of the place, and the margin "date not stated".

import { colour } from "./colours.js";
import { DAY, moment } from "./days.js";

/** Draw the place's periods as bands, with their names at the top, each in a row of its own. */
export function drawPeriods(chart, periods) {
  const { ctx: context, chartArea: area, scales } = chart;
  if (!scales.x.options.display) return;
  context.save();
  context.font = `11px ${colour("sans")}`;
  context.textBaseline = "top";
  periods.forEach((period, row) => {
    const left = Math.max(area.left, scales.x.getPixelForValue(moment(period.start)));
    const end = period.end === null ? area.right : scales.x.getPixelForValue(moment(period.end) + DAY);
    const right = Math.min(area.right, end);
    if (right <= left) return;
    context.fillStyle = colour("rule");
    context.globalAlpha = 0.3;
    context.fillRect(left, area.top, right - left, area.bottom - area.top);
    context.globalAlpha = 1;
    context.fillStyle = colour("quiet");
    if (context.measureText(period.words).width < right - left - 8) context.fillText(period.words, left + 4, area.top + 2 + row * 13);
  });
  context.restore();
}

/** Draw the margin for figures whose event has no date, under its name. */
export function drawMargin(chart, margin, words) {
  const { ctx: context, chartArea: area } = chart;
  if (!margin.width) return;
  context.save();
  context.strokeStyle = colour("edge");
  context.setLineDash([3, 3]);
  context.strokeRect(margin.left, area.top, margin.width, area.bottom - area.top);
  context.fillStyle = colour("quiet");
  context.font = `12px ${colour("sans")}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  const furthest = chart.width - context.measureText(words).width / 2;
  context.fillText(words, Math.min(margin.left + margin.width / 2, furthest), area.bottom + 8);
  context.restore();
}
