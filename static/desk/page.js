// The desk with the keyboard: single keys press what the page shows; without a script everything is there to click.
import { forgetSaved, keepTyped } from "./typed.js";
import { newFigure } from "./selection.js";
import { showWarnings } from "./warnings.js";

const OFF = "desk-keys-off";

let busy = false; // an act is on its way: another key pressed meanwhile is meant for the next page

const form = document.getElementById("figure_form");
const text = document.getElementById("desk-text");

forgetSaved();
if (form) {
  keepTyped(form, document.getElementById("accept"), document.getElementById("desk-kept"));
  showWarnings(form, document.getElementById("warned"));
}
if (text) toTheNumber();
focus(form?.querySelector(".form-row.errors :is(input:not([type=hidden]), select, textarea):not(.select2-hidden-accessible)"));
switchKeys();
document.addEventListener("keydown", onKey);
document.getElementById("choose-repeat")?.addEventListener("click", chooseRepeat);
document.addEventListener("submit", () => (busy = true));
window.addEventListener("pageshow", () => (busy = false));

/** Brings the current number and its row into sight, without moving the page itself. */
function toTheNumber() {
  const now = document.getElementById("now");
  if (now) text.scrollTop = now.offsetTop - text.clientHeight / 3;
  const row = document.querySelector("tr[aria-current]");
  const list = row?.closest(".desk-scroll");
  if (list) list.scrollTop = row.offsetTop - list.clientHeight / 2;
}

function switchKeys() {
  const box = document.getElementById("keys-on");
  if (!box) return;
  box.checked = localStorage.getItem(OFF) === null;
  const show = () => document.body.classList.toggle("keys-off", !box.checked);
  show();
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    show();
  });
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape") {
    leaveField(event);
    return;
  }
  if (busy || localStorage.getItem(OFF) !== null || inField(event.target)) return;
  if (act(event.key)) event.preventDefault();
}

/** Whether letters belong to what has the focus: a field in which one types, or a list of choices. */
function inField(target) {
  const typed = "input:not([type=submit], [type=button], [type=checkbox]), textarea, select, .select2-container, [contenteditable]";
  return target.closest(typed) !== null;
}

function leaveField(event) {
  if (!form?.contains(event.target) || document.querySelector(".select2-container--open")) return;
  event.target.blur();
}

function act(key) {
  const name = { ArrowDown: "j", ArrowUp: "k" }[key] ?? key.toLowerCase();
  if (key.startsWith("Arrow") && document.activeElement?.closest(".desk-scroll")) return false; // these scroll
  const reject = document.getElementById("reject");
  if (reject?.open && /^[1-9]$/.test(key)) return press(`[data-digit="${key}"]`);
  switch (name) {
    case "c":
      return focus(form?.elements.reported_text);
    case "n":
      return newFigure(text);
    case "p":
      return press('[data-key="p"]') || chooseRepeat();
    case "r":
      return toggle(reject);
    case "?":
      return toggle(document.getElementById("desk-keys"));
    default:
      return /^[a-z]$/.test(name) && press(`[data-key="${name}"]`);
  }
}

function press(selector) {
  const found = document.querySelector(selector);
  if (!found) return false;
  if (found.dataset.digit && needsWords(found)) return true;
  found.click();
  return true;
}

/** The last reason is another one: it asks for words first. */
function needsWords(button) {
  const words = document.getElementById("reject-reason");
  if (button.value !== "other_reason" || words.value.trim()) return false;
  words.focus();
  return true;
}

function chooseRepeat() {
  const field = form?.elements.repeat_of;
  if (!field) return false;
  field.closest("details")?.setAttribute("open", "");
  return focus(field.parentElement.querySelector(".select2-selection") ?? field);
}

function toggle(details) {
  if (!details) return false;
  details.open = !details.open;
  const summary = details.querySelector("summary");
  if (details.open) summary.focus();
  else summary.blur(); // the page stays where it is
  return true;
}

function focus(field) {
  field?.focus();
  field?.select?.();
  return Boolean(field);
}
