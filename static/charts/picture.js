// A chart as a picture to take along: a PNG that says what it shows, of where, in whose words, and from which address.

import { draw } from "./chart.js";
import { colour, onLightPaper } from "./colours.js";
import { textAt, wrapped } from "./text.js";

const WIDTH = 1200;
const EDGE = 40;
const CHART = { single: 260, few: 330, many: 460 };
const SHARPNESS = 2; // pixels of the file for each of the page's
const COLUMN = (WIDTH - 3 * EDGE) / 2;

/** Make the button under a chart work, which is hidden without JavaScript. */
export function offerPicture(box, data, shared) {
  const section = box.closest(".chart-section");
  const button = section.querySelector(".picture");
  button.hidden = false;
  button.onclick = () => onLightPaper(() => pictureOf(section, data, shared)).toBlob((file) => save(file, button.dataset.file), "image/png");
}

/** The canvas with title, legend, chart, and what must be said with it. */
function pictureOf(section, data, shared) {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const heading = headingOf(context, section);
  const legend = legendOf(context, section);
  const foot = footOf(context, section);
  const chartTop = heading.height + legend.height + EDGE;
  const chartHeight = CHART[section.querySelector(".chart").dataset.size];
  const height = chartTop + chartHeight + foot.height + EDGE;
  canvas.width = WIDTH * SHARPNESS;
  canvas.height = height * SHARPNESS;
  context.scale(SHARPNESS, SHARPNESS);
  context.fillStyle = colour("paper");
  context.fillRect(0, 0, WIDTH, height);
  heading.write(EDGE);
  legend.write(EDGE + heading.height);
  const chart = chartOn(data, shared, chartHeight);
  context.drawImage(chart.canvas, EDGE, chartTop, WIDTH - 2 * EDGE, chartHeight);
  chart.destroy();
  foot.write(chartTop + chartHeight + 12);
  return canvas;
}

/** The chart alone, drawn anew for the picture's size on light paper. */
function chartOn(data, shared, height) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH - 2 * EDGE;
  canvas.height = height;
  return draw(canvas, data, shared, { responsive: false, devicePixelRatio: SHARPNESS });
}

function headingOf(context, section) {
  const { place, filters } = section.closest("[data-place]").dataset;
  const title = wrapped(context, `${section.querySelector("h3").textContent.trim()} · ${place}`, fonts().title, WIDTH - 2 * EDGE);
  const under = filters ? wrapped(context, filters, fonts().text, WIDTH - 2 * EDGE) : [];
  return {
    height: title.length * 38 + under.length * 22 + 10,
    write(top) {
      textAt(context, title, { left: EDGE, top, font: fonts().title, line: 38, colour: colour("ink") });
      textAt(context, under, { left: EDGE, top: top + title.length * 38, font: fonts().text, line: 22, colour: colour("quiet") });
    },
  };
}

/** The series in words, in two columns, each with its letter in its colour. */
function legendOf(context, section) {
  const entries = [...section.querySelectorAll(".legend li, p.legend")].map((entry) => {
    const key = entry.querySelector(".key");
    const words = (entry.querySelector(".series-words") ?? entry).textContent.replace(/\s+/g, " ").trim();
    const lines = wrapped(context, words, fonts().text, COLUMN - (key ? 40 : 0));
    return { lines, letter: key?.textContent.trim(), number: key && [...key.classList].find((name) => name.startsWith("colour-")).slice(7) };
  });
  const half = Math.ceil(entries.length / 2);
  const columns = [entries.slice(0, half), entries.slice(half)];
  const heightOf = (column) => column.reduce((sum, entry) => sum + entry.lines.length * 20 + 6, 0);
  return {
    height: Math.max(...columns.map(heightOf)) + 12,
    write(top) {
      columns.forEach((column, place) => {
        let y = top;
        for (const { lines, letter, number } of column) {
          const left = EDGE + place * (COLUMN + EDGE);
          if (letter) textAt(context, [letter], { left, top: y, font: fonts().bold, line: 20, colour: colour(`series-${number}`) });
          textAt(context, lines, { left: left + (letter ? 40 : 0), top: y, font: fonts().text, line: 20, colour: colour("ink") });
          y += lines.length * 20 + 6;
        }
      });
    },
  };
}

/** What the signs mean, the warning against adding up, and where and when the picture was made. */
function footOf(context, section) {
  const { signs, warning, made } = section.closest("[data-place]").dataset;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date());
  const address = location.origin + location.pathname + location.search;
  const width = WIDTH - 2 * EDGE;
  const strong = wrapped(context, warning, fonts().bold, width);
  const plain = [...wrapped(context, signs, fonts().small, width), ...wrapped(context, `${address} · ${made} ${day}`, fonts().small, width)];
  return {
    height: strong.length * 22 + plain.length * 19 + 12,
    write(top) {
      textAt(context, strong, { left: EDGE, top, font: fonts().bold, line: 22, colour: colour("ink") });
      textAt(context, plain, { left: EDGE, top: top + strong.length * 22, font: fonts().small, line: 19, colour: colour("quiet") });
    },
  };
}

function fonts() {
  const sans = colour("sans");
  return { title: `600 30px ${colour("serif")}`, text: `15px ${sans}`, bold: `bold 15px ${sans}`, small: `13px ${sans}` };
}

function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
