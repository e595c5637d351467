// What the page says of a figure: read from its row in the table, so that chart and table never differ.

/** The words of a figure's row: number, claim, place, period, claimant, status, sentence, reports; "" where it has none. */
export function wordsOf(figure) {
  const row = document.getElementById(`row-${figure}`);
  const part = (name) => row?.querySelector(`[data-part="${name}"]`)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const names = ["number", "claim", "place", "period", "claimed", "claimant", "status", "sentence", "reports", "subset"];
  return Object.fromEntries(names.map((name) => [name, part(name)]));
}

/** One line for people who listen: everything a mark says, ending with how far it was checked. */
export function spokenWords(figure) {
  const words = wordsOf(figure);
  const status = document.querySelector(`#row-${figure} [data-part="status"]`)?.textContent.replace(/\s+/g, " ").trim();
  return [words.claim, words.place, words.period, words.claimant, words.reports, status].filter(Boolean).join("; ");
}
