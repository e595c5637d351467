// Where the pasted words stand in the document: the sentence with its number, or the passages to choose from.

import { place, withdraw } from "./notes.js";

const PARTS = { excerpt: "excerpt", number: "reported_text", context: "context" };

export class Passages {
  constructor(form, again) {
    this.form = form;
    this.again = again;
    Object.keys(PARTS).forEach((part) => this.takeOver(`${part}_at`));
    this.panels = Object.fromEntries(
      Object.entries(PARTS).map(([part, field]) => [part, panelBeside(form.elements[field])]),
    );
  }

  /** Words were typed anew: a passage chosen for the former ones says nothing about them. */
  touched(name) {
    const later = { excerpt: ["excerpt_at", "number_at"], reported_text: ["number_at"], context: ["context_at"] };
    for (const chooser of later[name] ?? []) this.choose(chooser, "");
  }

  choose(chooser, at) {
    this.form.elements[chooser].value = at;
  }

  /** Replaces the radio buttons that serve without JavaScript: the passages are offered under the words themselves. */
  takeOver(chooser) {
    const row = this.form.querySelector(`.form-row.field-${chooser}`);
    const chosen = this.form.querySelector(`[name="${chooser}"]:checked, input[type="hidden"][name="${chooser}"]`);
    const hidden = element("input", "", []);
    Object.assign(hidden, { type: "hidden", name: chooser, value: chosen?.value ?? "" });
    row.replaceChildren(hidden);
    row.hidden = true;
  }

  show(answer) {
    for (const part of Object.keys(PARTS)) {
      const sought = answer.passages[part];
      const pieces = part === "excerpt" ? answer.sentence : found(sought);
      this.draw(part, sought, part === "number" ? [] : pieces);
    }
  }

  draw(part, sought, pieces) {
    const panel = this.panels[part];
    const key = JSON.stringify([sought, pieces]);
    if (panel.dataset.shown === key) return;
    panel.dataset.shown = key;
    panel.replaceChildren();
    if (!sought) return;
    if (sought.settled) {
      if (pieces.length) panel.append(element("blockquote", "found", marked(pieces)));
      return;
    }
    panel.append(element("p", "reading wrong", [sought.message]));
    withdraw(panel, sought.message);
    if (sought.passages.length) {
      panel.append(this.choices(part, sought.passages));
    }
  }

  choices(part, passages) {
    const list = element("fieldset", "passages", [element("legend", "", [question(passages)])]);
    passages.forEach((passage, i) => {
      const radio = element("input", "", []);
      Object.assign(radio, { type: "radio", name: `choice-${part}`, value: passage.at, id: `choice-${part}-${i}` });
      radio.addEventListener("change", (event) => {
        event.stopPropagation();
        this.choose(`${part}_at`, passage.at);
        this.again();
      });
      const words = marked([["", passage.before], ["number", passage.words], ["", passage.behind]]);
      const label = element("label", "", [radio, element("span", "", words)]);
      list.append(label);
    });
    return list;
  }
}

function question(passages) {
  return passages.length === 1 ? "Use this text from the document?" : "Which passage is meant?";
}

function found(sought) {
  return sought?.settled ? [["", sought.passages[0].words]] : [];
}

function panelBeside(field) {
  const panel = element("div", "passage-found", []);
  panel.setAttribute("aria-live", "polite");
  place(field, panel);
  return panel;
}

function marked(pieces) {
  return pieces.map(([kind, text]) => (kind ? element("mark", kind, [text]) : text));
}

function element(tag, className, children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
