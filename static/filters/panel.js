// The filters stay open from one question to the next, for who opened them: in this tab, and nowhere else.

const panel = document.querySelector("details.more");
const KEY = "filters-open";

try {
  if (panel && sessionStorage.getItem(KEY)) panel.open = true;
  panel?.addEventListener("toggle", () => (panel.open ? sessionStorage.setItem(KEY, "1") : sessionStorage.removeItem(KEY)));
} catch {
  // A browser that keeps nothing: the panel starts closed each time.
}
