// The form of a figure while somebody types: it asks the server what it makes of the words, and shows the answer.
import { nameReferences } from "./references.js";
import { Numbers } from "./numbers.js";
import { Passages } from "./passages.js";
import { noteBeside, say } from "./notes.js";
import { showWarnings } from "../desk/warnings.js";
import { Session } from "./session.js";
import { startWhereSomethingIsMissing } from "./focus.js";

const WAIT = 250; // milliseconds without a key, before the server is asked

const form = document.getElementById("figure_form");
const $ = window.django.jQuery;

nameReferences($);
if (form?.elements.excerpt) {
  start(form, document.getElementById("entering").dataset.preview);
}

function start(form, address) {
  const numbers = new Numbers(form);
  const passages = new Passages(form, () => ask());
  const dates = noteBeside(form.elements.start_date);
  const session = new Session(form);
  const warned = document.querySelector("#figure_form:not([data-proposal]) #warned"); // the desk draws its own
  if (warned) showWarnings(form, warned);
  if (!form.dataset.proposal) startWhereSomethingIsMissing($, form);
  let timer = null;
  let asked = null;

  async function ask({ compare = false } = {}) {
    asked?.abort();
    asked = new AbortController();
    session.renew();
    const body = compare ? numbers.bodyWithout() : numbers.body();
    try {
      const response = await fetch(address, { method: "POST", body, signal: asked.signal });
      if (session.isOver(response) || !response.ok) return;
      const answer = await response.json();
      if (compare) {
        numbers.compare(answer.number);
        return;
      }
      numbers.show(answer.number);
      passages.show(answer);
      say(dates, answer.dates.wrong || answer.dates.words, Boolean(answer.dates.wrong));
      document.dispatchEvent(new CustomEvent("figure-read", { detail: answer }));
      form.dataset.read = String(Number(form.dataset.read ?? 0) + 1);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    }
  }

  $(form).on("input change", (event) => {
    numbers.touched(event.target.name);
    passages.touched(event.target.name);
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  let sent = false; // a key pressed twice must not store the figure twice
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => (sent = false));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.elements._another ?? undefined);
    }
  });
  if (form.elements.excerpt.value) {
    ask({ compare: true }).then(() => ask());
  }
}
