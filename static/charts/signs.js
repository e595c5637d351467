// The signs that say how certain a number is: dot, soft ring, arrow, tick, bar without dot, the word itself.

import { colour, seriesColour } from "./colours.js";

const DOT = 5;
const RING = 11;
const ARROW = 20;

/** Draw one placed mark. `ground` is the pixel row of zero, from which columns rise; null where there is none. `faint` steps back. */
export function drawSign(context, item, ground, faint = false) {
  const { mark } = item;
  context.save();
  if (faint) context.globalAlpha = 0.15;
  context.strokeStyle = context.fillStyle = seriesColour(item.series);
  context.lineWidth = 2;
  if (item.earliest !== undefined) possibleDays(context, item);
  if (mark.drawn_as === "bar" && !mark.undated && ground !== null) column(context, item, ground);
  if (mark.drawn_as === "span" && !mark.undated && item.left !== undefined) span(context, item);
  if (mark.arrow) arrow(context, item);
  if (mark.shape === "ring") ring(context, item);
  if (mark.shape === "dot" || mark.shape === "ring") dot(context, item);
  if (mark.shape === "tick") tick(context, item);
  if (mark.shape === "bar") between(context, item);
  if (mark.shape === "word") word(context, item);
  if (mark.party) frame(context, item);
  if (mark.disputed) strike(context, item);
  context.restore();
}

function dot(context, { x, y, mark }) {
  context.beginPath();
  context.arc(x, y, DOT, 0, 2 * Math.PI);
  context.fillStyle = mark.hollow ? colour("paper") : context.strokeStyle;
  context.fill();
  context.stroke();
}

function ring(context, { x, y }) {
  context.save();
  context.globalAlpha *= 0.22;
  context.beginPath();
  context.arc(x, y, RING, 0, 2 * Math.PI);
  context.fill();
  context.restore();
}

function arrow(context, { x, y, mark }) {
  const way = mark.arrow === "up" ? -1 : 1;
  const from = mark.shape === "word" ? y + way * 11 : y;
  const tip = from + way * ARROW;
  line(context, [[x, from], [x, tip]], 2);
  line(context, [[x - 4, tip - way * 6], [x, tip], [x + 4, tip - way * 6]], 2);
}

function tick(context, { x, y, mark }) {
  box(context, x - 8, y - 2.5, 16, 5, mark.hollow);
}

function between(context, { x, low, high, mark }) {
  box(context, x - 2.5, high, 5, low - high, mark.hollow);
  line(context, [[x - 7, low], [x + 7, low]], 2);
  line(context, [[x - 7, high], [x + 7, high]], 2);
}

/** A solid box, or a hollow one for a figure that one person has read. */
function box(context, left, top, width, height, hollow) {
  context.fillStyle = hollow ? colour("paper") : context.strokeStyle;
  context.fillRect(left, top, width, height);
  context.lineWidth = hollow ? 1.5 : 1;
  context.strokeRect(left, top, width, height);
}

function span(context, { left, right, y, mark }) {
  context.save();
  if (mark.hollow) context.setLineDash([5, 3]);
  line(context, [[left, y], [right, y]], 3);
  context.restore();
  line(context, [[left, y - 5], [left, y + 5]], 2);
  line(context, [[right, y - 5], [right, y + 5]], 2);
}

/** The days on which it may have been, where its date is known to the week, month or year only. */
function possibleDays(context, { earliest, latest, y }) {
  context.save();
  context.setLineDash([1.5, 3.5]);
  line(context, [[earliest, y], [latest, y]], 1.5);
  context.restore();
}

/** A day's column: filled as high as the number surely reaches, outlined as high as it may. */
function column(context, { x, y, low, high, wide, mark }, ground) {
  if (mark.value === null && mark.low === null) return;
  const left = x - wide / 2;
  const top = mark.shape === "bar" ? high : y;
  const sure = mark.arrow === "down" ? ground : (mark.shape === "bar" ? low : y);
  context.save();
  if (mark.arrow === "down") context.setLineDash([3, 3]);
  context.lineWidth = 1;
  context.strokeRect(left, top, wide, ground - top);
  context.globalAlpha *= mark.hollow ? 0 : 0.3;
  context.fillRect(left, sure, wide, ground - sure);
  context.restore();
}

function word(context, item) {
  const { x, y, mark } = item;
  context.font = wordFont();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.save();
  context.strokeStyle = colour("paper");
  context.strokeText(short(mark.label), x, y);
  context.restore();
  context.fillText(short(mark.label), x, y);
  if (!mark.hollow) return;
  context.save();
  context.setLineDash([3, 3]);
  line(context, [[x - item.half + 3, y + 9], [x + item.half - 3, y + 9]], 1.5);
  context.restore();
}

function frame(context, { x, y, half, mark }) {
  const reach = mark.shape === "word" ? half + 2 : 11;
  context.lineWidth = 1.5;
  context.strokeRect(x - reach, y - 11, 2 * reach, 22);
}

function strike(context, { x, y, half, mark }) {
  const reach = mark.shape === "word" ? half : 12;
  line(context, [[x - reach, y + 12], [x + reach, y - 12]], 2);
}

function line(context, points, width) {
  context.lineWidth = width;
  context.beginPath();
  points.forEach(([x, y], number) => (number ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.stroke();
}

/** The font of words that stand for numbers. */
export const wordFont = () => `italic 600 14px ${colour("serif")}`;

/** The pixels that a word takes which stands for a number; 0 for any other mark. */
export function wordWidth(context, mark) {
  if (mark.shape !== "word") return 0;
  context.save();
  context.font = wordFont();
  const { width } = context.measureText(short(mark.label));
  context.restore();
  return width;
}

/** Words that would run over the chart, cut short; the table has them whole. */
export const short = (words) => (words.length > 22 ? `${words.slice(0, 20).trimEnd()}…` : words);
