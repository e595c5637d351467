// A link over every mark: hover, focus or touch says what it is, click or Enter opens the figure.

import { hideTip, isShown, showTip } from "./tip.js";
import { spokenWords } from "./words.js";

/** Put the links of the placed marks where the marks are; they are made once and only moved afterwards. */
export function moveLinks(box, placed) {
  const list = box.querySelector(".marks");
  if (list.children.length !== placed.length) {
    const inOrder = [...placed].sort((a, b) => ((a.mark.stands_on ?? "9") < (b.mark.stands_on ?? "9") ? -1 : 1));
    list.replaceChildren(...inOrder.map((item) => linkOf(box, item)));
  }
  const links = new Map([...list.querySelectorAll("a")].map((link) => [Number(link.dataset.figure), link]));
  for (const item of placed) {
    const { style } = links.get(item.mark.figure);
    style.left = `${item.x}px`;
    style.top = `${item.y}px`;
    style.width = item.right ? `${Math.max(24, item.right - item.left)}px` : `${Math.max(24, 2 * item.half)}px`;
  }
}

function linkOf(box, { mark }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = mark.url;
  link.dataset.figure = mark.figure;
  link.setAttribute("aria-label", spokenWords(mark.figure));
  link.addEventListener("mouseenter", () => showTip(box, link));
  link.addEventListener("focus", () => showTip(box, link));
  link.addEventListener("mouseleave", (event) => hideTip(box, event.relatedTarget));
  link.addEventListener("blur", () => hideTip(box, null));
  let touchedBefore = false;
  link.addEventListener("pointerdown", (event) => {
    touchedBefore = event.pointerType !== "touch" || isShown(box, link);
  });
  link.addEventListener("click", (event) => {
    if (event.detail === 0 || touchedBefore) return; // the keyboard, a mouse, or a second touch: open the figure
    event.preventDefault();
    showTip(box, link);
  });
  item.append(link);
  return item;
}
