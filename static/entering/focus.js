// Where the cursor stands when the form opens: at the first fault, or else at the first field that waits to be filled in.
import { unfold } from "./notes.js";

const FIRST = ["document", "excerpt", "reported_text", "indicator"];

/** Waits for the admin's own scripts: one makes the search fields, one puts the cursor into the first field, filled in or not. */
export function startWhereSomethingIsMissing($, form) {
  const start = () => {
    const fault = form.querySelector('[aria-invalid="true"]:not([type="hidden"])');
    const missing = FIRST.map((name) => form.elements[name]).find((field) => field?.value === "");
    put(fault ?? (form.elements.document && missing));
  };
  if (document.readyState === "complete") $(start);
  else window.addEventListener("load", () => $(start));
}

function put(field) {
  if (!field) return;
  unfold(field);
  (field.parentElement.querySelector(".select2-selection") ?? field).focus();
}
