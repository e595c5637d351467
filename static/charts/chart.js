// One chart: Chart.js draws the axes and stepped lines, the plugin here draws everything else.

import { colour, seriesColour } from "./colours.js";
import { DAY, moment } from "./days.js";
import { drawLabels } from "./labels.js";
import { isNumberless, place } from "./layout.js";
import { WORDS_ROW, drawMargin, drawWordsRow } from "./margin.js";
import { ROW, drawPeriods, inRows } from "./periods.js";
import { drawSign, wordWidth } from "./signs.js";

const NARROW = 640; // pixels, under which a chart gives up lining its time axis up with the others
const LOGARITHMIC_FROM = 60; // the largest number against the middle one, from which a plain scale hides most marks
const AXIS = 64; // the least width of the number axis, so that the time axes of all charts line up
const FEW_DAYS = 270; // pixels of a time axis under which only its first and last day are written
const LOW = 240; // pixels of height under which few numbers stand on the axis

/**
 * Draw a chart on a canvas. `shared` is what all charts of a page have in common: {period, columns, periods, words}.
 * `placed` is called with the marks and their pixels after each drawing; `options` go to Chart.js.
 */
export function draw(canvas, data, { period, columns, periods, words }, { placed: tell = () => {}, ...options } = {}) {
  const marks = data.series.flatMap((series) => series.marks);
  const undated = marks.filter((mark) => mark.undated).length;
  const allUndated = undated === marks.length;
  const numberless = marks.filter(isNumberless);
  const logarithmic = isWide(marks);
  const margin = { left: 0, width: 0, top: 0, rows: 0 }; // rows: of words without a number
  const number = new Intl.NumberFormat(document.documentElement.lang);
  let shown = [];
  const plugin = {
    id: "figures",
    beforeLayout(chart) {
      const narrow = chart.width < NARROW;
      const needed = narrow ? Math.min(undated, 5) : Math.min(columns, 5);
      const widest = Math.max(0, ...marks.map((mark) => (mark.undated ? wordWidth(chart.ctx, mark) + 18 : 0)));
      margin.width = needed && !allUndated ? Math.round(Math.max(widest, chart.width * (0.12 + 0.04 * needed))) : 0;
      const axis = narrow && !numberless.length ? 0 : AXIS; // the name of the words' row needs the width
      const width = chart.width - margin.width - axis - 14;
      margin.rows = narrow ? Math.min(3, numberless.filter((mark) => !mark.undated).length || numberless.length) : Math.min(1, numberless.length);
      shown = allUndated || !period ? [] : inRows(chart.ctx, periods, { from: period.min, to: period.max, width });
      const rows = Math.max(0, ...shown.map((found) => found.row + 1));
      const top = 8 + rows * ROW + margin.rows * WORDS_ROW;
      chart.options.layout.padding = { top, right: margin.width + 14, bottom: allUndated ? 26 : 0 };
      chart.options.scales.y.ticks.maxTicksLimit = chart.height < LOW ? 4 : 7;
      chart.options.scales.y.afterFit = (scale) => void (scale.width = Math.max(scale.width, axis));
      chart.options.scales.x.ticks.maxTicksLimit = Math.max(1, Math.floor(width / 90));
      Object.assign(chart.options.scales.x.ticks, width < FEW_DAYS ? ENDS_ONLY : AS_MANY_AS_FIT);
    },
    beforeDatasetsDraw(chart) {
      const { chartArea: area } = chart;
      Object.assign(margin, allUndated ? { left: area.left, width: area.width } : { left: area.right + 10 });
      margin.top = area.top - margin.rows * WORDS_ROW;
      drawPeriods(chart, shown, 2);
      drawMargin(chart, undated ? margin : { width: 0 }, words.undated);
      if (margin.rows) drawWordsRow(chart, words.numberless);
    },
    afterDatasetsDraw(chart) {
      const placed = place(chart, margin);
      placed.sort((a, b) => (a.mark.shape === "word") - (b.mark.shape === "word")); // words over signs, to be read
      const isFaint = (item) => stepsBack(chart, item.series);
      placed.forEach((item) => drawSign(chart.ctx, item, logarithmic ? null : chart.chartArea.bottom, isFaint(item)));
      drawLabels(chart.ctx, placed, areas(chart, margin), linesOf(chart), isFaint);
      tell(placed);
    },
  };
  const chart = new Chart(canvas, {
    type: "scatter",
    data: { datasets: data.series.map((series, place) => dataset(series, place, data.letters[place])) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: {},
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: { x: timeAxis(period, allUndated), y: numberAxis(marks, logarithmic, number, words) },
      ...options,
    },
    plugins: [plugin],
  });
  recolour(chart);
  return chart;
}

/** The boxes that the stepped lines take, which no label may cover. */
function linesOf({ data, scales: { x, y } }) {
  const boxes = [];
  for (const { data: points } of data.datasets) {
    const pixels = points.map((point) => [x.getPixelForValue(point.x), y.getPixelForValue(point.y)]);
    pixels.slice(1).forEach(([right, top], place) => {
      const [left, bottom] = pixels[place];
      boxes.push({ left, right, top: bottom - 2, bottom: bottom + 2 });
      boxes.push({ left: right - 2, right: right + 2, top: Math.min(top, bottom), bottom: Math.max(top, bottom) });
    });
  }
  return boxes;
}

/** Where labels may stand: those of dated marks beside the time axis, the others in the margin. */
function areas({ chartArea: { left, right, top, bottom } }, margin) {
  return {
    dated: { left, right: right - 2, top: Math.min(top, margin.top), bottom },
    undated: { left: margin.left + 2, right: margin.left + margin.width - 2, top: margin.top, bottom },
  };
}

/** Set one series apart from the others, by its number; null for none. */
export function setApart(chart, number) {
  if (chart.apart === number) return;
  chart.apart = number;
  recolour(chart);
}

/** Whether another series than this one is set apart. */
const stepsBack = (chart, number) => (chart.apart ?? number) !== number;

/** Give axes and lines the page's colours of now. */
export function recolour(chart) {
  for (const axis of Object.values(chart.options.scales)) {
    axis.ticks.color = colour("quiet");
    axis.title.color = colour("quiet");
    axis.grid.color = colour("rule");
    axis.border.color = colour("edge");
    axis.ticks.font = { family: colour("sans"), size: 12 };
  }
  for (const dataset of chart.data.datasets) {
    dataset.borderColor = stepsBack(chart, dataset.number) ? colour("rule") : seriesColour(dataset.number);
  }
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
    afterBuildTicks: (scale) => void (scale.options.ticks.align === "inner" && (scale.ticks = endsOf(scale))),
    grid: { display: false },
    border: {},
    title: {},
  };
}

// A narrow axis names its first and last day, each in two lines: one tick alone would give no scale.
const AS_MANY_AS_FIT = { align: "center", autoSkip: true, source: "auto", callback: false };
const ENDS_ONLY = { align: "inner", autoSkip: false, source: "data", callback: dayInTwoLines };

function endsOf({ min, max }) {
  const midnight = (value) => new Date(value).setHours(0, 0, 0, 0);
  return [midnight(min + DAY), midnight(max)].map((value) => ({ value }));
}

function dayInTwoLines(value) {
  const { lang } = document.documentElement;
  const isLong = this.max - this.min > 400 * DAY;
  const day = new Intl.DateTimeFormat(lang, isLong ? { month: "short" } : { day: "numeric", month: "short" });
  return [day, new Intl.DateTimeFormat(lang, { year: "numeric" })].map((format) => format.format(value));
}

function numberAxis(marks, logarithmic, number, words) {
  const values = numbersOf(marks);
  const most = values.reduce((a, b) => Math.max(a, b), 1);
  const least = values.filter((value) => value > 0).reduce((a, b) => Math.min(a, b), most);
  return {
    type: logarithmic ? "logarithmic" : "linear",
    display: values.length > 0,
    min: logarithmic ? least / 2 : 0,
    suggestedMax: logarithmic ? most * 4 : most * 1.22,
    ticks: { precision: 0, callback: (value) => (!logarithmic || Number.isInteger(Math.log10(value)) ? number.format(value) : "") },
    grid: {},
    border: { display: false },
    title: { display: logarithmic, text: words.logarithmic },
  };
}

function numbersOf(marks) {
  return marks.flatMap((mark) => [mark.value, mark.low, mark.high]).filter((value) => value !== null);
}

/** Whether a plain scale would leave most marks on the ground. */
function isWide(marks) {
  const values = marks.map((mark) => mark.value ?? mark.high).filter((value) => value > 0).sort((a, b) => a - b);
  return values.length > 2 && values[values.length - 1] / values[Math.floor((values.length - 1) / 2)] > LOGARITHMIC_FROM;
}
