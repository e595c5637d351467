// One chart: Chart.js draws the axes and stepped lines, the plugin here draws everything else.

import { drawMargin, drawPeriods } from "./background.js";
import { colour, seriesColour } from "./colours.js";
import { moment } from "./days.js";
import { drawLabels } from "./labels.js";
import { place } from "./layout.js";
import { moveLinks } from "./links.js";
import { drawSign } from "./signs.js";

const NARROW = 640; // pixels, under which a chart gives up lining its time axis up with the others
const LOGARITHMIC_FROM = 60; // the largest number against the middle one, from which a plain scale hides most marks

/** Draw a chart into its box. `words` are the page's, `period` and `columns` what all its charts share. */
export function draw(box, data, { period, columns, periods, words }) {
  const marks = data.series.flatMap((series) => series.marks);
  const undated = marks.filter((mark) => mark.undated).length;
  const allUndated = undated === marks.length;
  const logarithmic = isWide(marks);
  const margin = { left: 0, width: 0 };
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const plugin = {
    id: "figures",
    beforeLayout(chart) {
      const needed = chart.width < NARROW ? undated : columns;
      margin.width = needed && !allUndated ? Math.round(chart.width * Math.min(0.42, 0.13 + 0.06 * needed)) : 0;
      chart.options.layout.padding = { top: 8, right: margin.width + 14, bottom: allUndated ? 26 : 0 };
    },
    beforeDatasetsDraw(chart) {
      const { chartArea: area } = chart;
      Object.assign(margin, allUndated ? { left: area.left, width: area.width } : { left: area.right + 10 });
      drawPeriods(chart, periods);
      drawMargin(chart, undated ? margin : { width: 0 }, words.undated);
    },
    afterDatasetsDraw(chart) {
      const placed = place(chart, margin);
      placed.sort((a, b) => (a.mark.shape === "word") - (b.mark.shape === "word")); // words over signs, to be read
      placed.forEach((item) => drawSign(chart.ctx, item, logarithmic ? null : chart.chartArea.bottom));
      drawLabels(chart.ctx, placed, areas(chart, margin));
      moveLinks(box, placed);
    },
  };
  const chart = new Chart(box.querySelector("canvas"), {
    type: "scatter",
    data: { datasets: data.series.map((series, place) => dataset(series, place, data.letters[place])) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: {},
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: { x: timeAxis(period, allUndated), y: numberAxis(marks, logarithmic, number, words) },
    },
    plugins: [plugin],
  });
  recolour(chart);
  return chart;
}

/** Where labels may stand: those of dated marks beside the time axis, the others in the margin. */
function areas({ chartArea: { left, right, bottom } }, margin) {
  return {
    dated: { left, right: right + 6, top: 0, bottom },
    undated: { left: margin.left + 2, right: margin.left + margin.width - 2, top: 0, bottom },
  };
}

/** Give axes and lines the page's colours of now. */
export function recolour(chart) {
  for (const axis of Object.values(chart.options.scales)) {
    axis.ticks.color = colour("quiet");
    axis.title.color = colour("quiet");
    axis.grid.color = colour("rule");
    axis.border.color = colour("edge");
    axis.ticks.font = { family: colour("sans"), size: 12 };
  }
  for (const dataset of chart.data.datasets) dataset.borderColor = seriesColour(dataset.number);
  chart.update("none");
}

/** A series as Chart.js wants it: its line's points, without signs of its own; the marks go with it for the plugin. */
function dataset(series, number, letter) {
  const points = series.line.map((point) => ({ x: moment(point.day), y: point.value }));
  return { data: points, marks: series.marks, number, letter, showLine: true, stepped: "before", borderWidth: 1.5, pointRadius: 0 };
}

function timeAxis(period, hidden) {
  return {
    type: "time",
    display: !hidden,
    ...(period ?? {}),
    time: { minUnit: "day", tooltipFormat: "d MMM yyyy", displayFormats: { day: "d MMM yyyy", week: "d MMM yyyy", month: "MMM yyyy", quarter: "MMM yyyy", year: "yyyy" } },
    ticks: { maxRotation: 0, autoSkipPadding: 24 },
    grid: { display: false },
    border: {},
    title: {},
  };
}

function numberAxis(marks, logarithmic, number, words) {
  const values = numbersOf(marks);
  const most = Math.max(1, ...values);
  const least = Math.min(...values.filter((value) => value > 0));
  return {
    type: logarithmic ? "logarithmic" : "linear",
    min: logarithmic ? least / 2 : 0,
    suggestedMax: logarithmic ? most * 4 : most * 1.22,
    ticks: { precision: 0, maxTicksLimit: 7, callback: (value) => (!logarithmic || Number.isInteger(Math.log10(value)) ? number.format(value) : "") },
    grid: {},
    border: { display: false },
    afterFit: (axis) => void (axis.width = Math.max(axis.width, 64)), // so that the time axes of all charts line up
    title: { display: logarithmic, text: words.logarithmic },
  };
}

function numbersOf(marks) {
  return marks.flatMap((mark) => [mark.value, mark.low, mark.high]).filter((value) => value !== null);
}

/** Whether a plain scale would leave most marks on the ground. */
function isWide(marks) {
  const values = marks.map((mark) => mark.value ?? mark.high).filter((value) => value > 0).sort((a, b) => a - b);
  return values.length > 2 && values.at(-1) / values[Math.floor((values.length - 1) / 2)] > LOGARITHMIC_FROM;
}
