// What the page says of a figure: read from its row in the table, so that chart and table never differ.

const NAMES = ["number", "claim", "place", "period", "claimed", "claimant", "reports", "subset", "status", "series", "sentence"];

/** The pieces of a figure's row by name, as copies of the page's own elements; null where it has none. */
export function piecesOf(figure) {
  const row = document.getElementById(`row-${figure}`);
  const copy = (name) => row?.querySelector(`[data-part="${name}"]`)?.cloneNode(true) ?? null;
  return Object.fromEntries(NAMES.map((name) => [name, copy(name)]));
}

/** One line for people who listen: everything a mark says, ending with how far it was checked. */
export function spokenWords(figure) {
  const pieces = piecesOf(figure);
  return ["claim", "place", "period", "claimant", "reports", "status"]
    .map((name) => pieces[name]?.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("; ");
}
