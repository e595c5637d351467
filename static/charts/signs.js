// The signs that say how certain a number is: dot, soft ring, arrow, tick, bar without dot, the word itself.

import { colour, seriesColour } from "./colours.js";

const DOT = 5;
const RING = 11;
const ARROW = 20;

/** Draw one placed mark. `ground` is the pixel row of zero, from which columns rise; null where there is none. */
export function drawSign(context, item, ground) {
  const { mark } = item;
  context.save();
  context.strokeStyle = context.fillStyle = seriesColour(item.series);
  context.lineWidth = 2;
  if (mark.drawn_as === "bar" && !mark.undated && ground !== null) column(context, item, ground);
  if (mark.drawn_as === "span" && !mark.undated) span(context, item);
  if (mark.arrow) arrow(context, item);
  if (mark.shape === "ring") ring(context, item);
  if (mark.shape === "dot" || mark.shape === "ring") dot(context, item);
  if (mark.shape === "tick") line(context, [[item.x - 8, item.y], [item.x + 8, item.y]], mark.hollow ? 2 : 4);
  if (mark.shape === "bar") between(context, item);
  if (mark.shape === "word") word(context, item);
  if (mark.party) frame(context, item);
  if (mark.disputed) line(context, [[item.x - 11, item.y + 11], [item.x + 11, item.y - 11]], 2);
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
  context.globalAlpha = 0.22;
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

function between(context, { x, low, high }) {
  line(context, [[x, low], [x, high]], 4);
  line(context, [[x - 6, low], [x + 6, low]], 2);
  line(context, [[x - 6, high], [x + 6, high]], 2);
}

function span(context, { left, right, y, mark }) {
  context.save();
  if (mark.hollow) context.setLineDash([5, 3]);
  line(context, [[left, y], [right, y]], 3);
  context.restore();
  line(context, [[left, y - 5], [left, y + 5]], 2);
  line(context, [[right, y - 5], [right, y + 5]], 2);
}

function column(context, { x, y, mark }, ground) {
  context.save();
  context.globalAlpha = mark.hollow ? 0 : 0.3;
  context.fillRect(x - 7, y, 14, ground - y);
  context.restore();
  context.lineWidth = 1;
  context.strokeRect(x - 7, y, 14, ground - y);
  context.lineWidth = 2;
}

function word(context, { x, y, mark }) {
  context.font = wordFont();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 4;
  context.save();
  context.strokeStyle = colour("paper");
  context.strokeText(short(mark.label), x, y);
  context.restore();
  context.fillText(short(mark.label), x, y);
}

function frame(context, { x, y, mark }) {
  const half = mark.shape === "word" ? wordWidth(context, mark) / 2 + 5 : 10;
  context.lineWidth = 1.5;
  context.strokeRect(x - half, y - 10, 2 * half, 20);
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
