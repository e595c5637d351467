// The six fields of a figure's number: filled with what the words say, until somebody types into one of them.
import { noteBeside, say, unfold } from "./notes.js";

const PRINTED = ["quantifier", "reported", "reported_max"];
const RANGE = ["low", "best", "high"];
const FIELDS = [...PRINTED, ...RANGE];

export class Numbers {
  constructor(form) {
    this.form = form;
    this.typed = new Set(FIELDS.filter((name) => form.elements[name].value !== ""));
    this.note = noteBeside(form.elements.reported_text);
    this.reason = form.elements.reason ? noteBeside(form.elements.reason) : null;
  }

  /** Somebody typed into a field: it is theirs. Emptied, it is the program's again; the range follows the rest. */
  touched(name) {
    if (!FIELDS.includes(name)) return;
    if (this.form.elements[name].value === "" && !RANGE.includes(name)) this.typed.delete(name);
    else this.typed.add(name);
    if (PRINTED.includes(name)) RANGE.forEach((side) => this.typed.delete(side));
    if (RANGE.includes(name)) RANGE.forEach((side) => this.typed.add(side));
  }

  /** Returns the form as it stands, without what the program filled in itself. */
  body() {
    const body = new FormData(this.form);
    FIELDS.filter((name) => !this.typed.has(name)).forEach((name) => body.set(name, ""));
    return body;
  }

  bodyWithout() {
    const body = new FormData(this.form);
    FIELDS.forEach((name) => body.set(name, ""));
    return body;
  }

  /** A stored figure was opened: what its words say is the program's, everything else was somebody's decision. */
  compare(number) {
    const same = FIELDS.every((name) => (number.values[name] ?? "") === this.form.elements[name].value);
    if (same) this.typed.clear();
  }

  show(number) {
    for (const name of FIELDS) {
      const field = this.form.elements[name];
      if (!this.typed.has(name)) field.value = number.values[name] ?? "";
      field.classList.toggle("computed", !this.typed.has(name) && field.value !== "");
    }
    const printed = this.form.elements.reported_text.value.trim() !== "";
    say(this.note, printed ? number.wrong || number.words : "", printed && number.wrong !== "");
    const typing = document.activeElement === this.form.elements.reported_text;
    if (printed && number.wrong && !typing) unfold(this.form.elements.calculation);
    if (this.reason) {
      const unsaid = number.words_say && this.form.elements.reason.value.trim() === "";
      say(this.reason, unsaid ? `The words say ${number.words_say}. You give other numbers: say why.` : "");
    }
  }
}
