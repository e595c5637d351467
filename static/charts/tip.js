// The small note beside a mark: number as printed, dates, claimant, status and sentence. Escape closes it.

import { piecesOf } from "./words.js";

const NEAR = 12; // half of a link: no gap in which the pointer on its way to the note would lose it

/** Show what the mark under a link says, inside the chart's box. */
export function showTip(box, link) {
  const tip = box.querySelector(".tip") ?? newTip(box);
  const { number, sentence, ...others } = piecesOf(link.dataset.figure);
  tip.dataset.figure = link.dataset.figure;
  tip.replaceChildren(...[number, ...Object.values(others), sentence].filter(Boolean).map(paragraph));
  tip.hidden = false;
  beside(tip, link, box);
  pointAtRow(link.dataset.figure);
}

/** Hide the note, unless the pointer went onto it. */
export function hideTip(box, goneTo) {
  const tip = box.querySelector(".tip");
  if (!tip || tip.contains(goneTo)) return;
  tip.hidden = true;
  pointAtRow(null);
}

/** Whether the note of this link is the one shown. */
export function isShown(box, link) {
  const tip = box.querySelector(".tip");
  return Boolean(tip) && !tip.hidden && tip.dataset.figure === link.dataset.figure;
}

function newTip(box) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true"); // the link says the same to those who listen
  tip.addEventListener("mouseleave", () => hideTip(box, null));
  box.append(tip);
  return tip;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelectorAll(".chart").forEach((box) => hideTip(box, null));
});

/** A piece of the row as a line of the note. */
function paragraph(piece) {
  const line = document.createElement("p");
  line.className = `tip-${piece.dataset.part}`;
  line.append(piece);
  return line;
}

function beside(tip, link, box) {
  const x = parseFloat(link.style.left);
  const y = parseFloat(link.style.top);
  const start = x + 16 + tip.offsetWidth <= box.clientWidth ? x + NEAR : x - NEAR - tip.offsetWidth;
  tip.style.left = `${Math.max(0, Math.min(start, box.clientWidth - tip.offsetWidth))}px`;
  tip.style.top = start < 0 ? `${y + NEAR}px` : `${Math.max(0, y - tip.offsetHeight / 2)}px`;
}

function pointAtRow(figure) {
  document.querySelectorAll(".pointed-at").forEach((row) => row.classList.remove("pointed-at"));
  if (figure) document.getElementById(`row-${figure}`)?.classList.add("pointed-at");
}
