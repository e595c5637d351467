// The small note beside a mark: number as printed, dates, claimant, status and sentence. Escape closes it.

import { wordsOf } from "./words.js";

/** Show what the mark under a link says, inside the chart's box. */
export function showTip(box, link) {
  const tip = box.querySelector(".tip") ?? newTip(box);
  const words = wordsOf(link.dataset.figure);
  tip.dataset.figure = link.dataset.figure;
  tip.replaceChildren(
    paragraph(words.number, "b"),
    ...[words.claim, words.place, words.period, words.claimed, words.claimant, words.reports, words.subset, words.status].filter(Boolean).map((text) => paragraph(text)),
    paragraph(words.sentence, "span", "tip-sentence"),
  );
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
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideTip(box, null));
  box.append(tip);
  return tip;
}

function paragraph(text, tag = "span", name = "") {
  const line = document.createElement("p");
  const inner = document.createElement(tag);
  inner.textContent = text;
  if (name) inner.className = name;
  line.append(inner);
  return line;
}

function beside(tip, link, box) {
  const x = parseFloat(link.style.left);
  const y = parseFloat(link.style.top);
  const start = x + 16 + tip.offsetWidth <= box.clientWidth ? x + 14 : x - 14 - tip.offsetWidth;
  tip.style.left = `${Math.max(0, Math.min(start, box.clientWidth - tip.offsetWidth))}px`;
  tip.style.top = start < 0 ? `${y + 16}px` : `${Math.max(0, y - tip.offsetHeight / 2)}px`;
}

function pointAtRow(figure) {
  document.querySelectorAll(".pointed-at").forEach((row) => row.classList.remove("pointed-at"));
  if (figure) document.getElementById(`row-${figure}`)?.classList.add("pointed-at");
}
