// Words that are marked in the text begin a new figure there: their offsets count code points of the document's text.

export function newFigure(text) {
  const selection = window.getSelection();
  if (!text || selection.rangeCount === 0 || selection.isCollapsed) return false;
  const range = selection.getRangeAt(0);
  const start = offsetOf(text, range.startContainer, range.startOffset);
  const end = offsetOf(text, range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return false;
  const query = new URLSearchParams({ document: text.dataset.document, desk: text.dataset.document, start, end });
  location.assign(`${text.dataset.add}?${query}`);
  return true;
}

/** Returns the place of a point of the page in the document's text; null outside it. */
function offsetOf(text, node, offset) {
  if (node.nodeType !== Node.TEXT_NODE) {
    const next = node.childNodes[offset] ?? node;
    const piece = pieceAfter(text, next);
    return piece ? Number(piece.dataset.at) : text.contains(node) ? lengthOf(text) : null;
  }
  const piece = node.parentElement.closest("[data-at]");
  if (!piece || !text.contains(piece)) return null;
  return Number(piece.dataset.at) + [...node.data.slice(0, offset)].length;
}

function pieceAfter(text, node) {
  if (node.nodeType === Node.ELEMENT_NODE && node.matches("[data-at]")) return node;
  const inside = node.nodeType === Node.ELEMENT_NODE ? node.querySelector("[data-at]") : null;
  return inside && text.contains(inside) ? inside : null;
}

function lengthOf(text) {
  const last = [...text.querySelectorAll("[data-at]")].at(-1);
  return last ? Number(last.dataset.at) + [...last.textContent].length : null;
}
