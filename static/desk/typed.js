// What was typed into a proposal's form survives a reload and a lost session: it waits in this browser until it is saved.

const PREFIX = "desk-typed-";
const SENT = "desk-sent-"; // the proposal whose form was sent last: whether it was saved shows on the next page
const BESIDE = /^(repeat_of|subset_of|note|reason|keep_reason|pair_reason|other=.*)$/; // nothing that was read is changed by these

export function keepTyped(form, accept, note) {
  const key = PREFIX + form.dataset.proposal;
  const shown = values(form);
  const kept = JSON.parse(localStorage.getItem(key) ?? "null");
  if (kept && !document.querySelector(".desk-current .errornote:not([hidden])")) restore(form, kept, note, () => forget(form, key));
  const changed = () => {
    const now = values(form);
    const different = Object.fromEntries(Object.entries(now).filter(([name, value]) => value.value !== shown[name]?.value));
    const names = Object.keys(different);
    if (names.length > 0) localStorage.setItem(key, JSON.stringify(different));
    else localStorage.removeItem(key);
    accept.value = names.some((name) => !BESIDE.test(name)) ? "Accept as corrected" : "Accept";
  };
  form.addEventListener("submit", () => localStorage.setItem(SENT + form.dataset.proposal, "1"));
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  window.django?.jQuery(form).on("change", changed); // the search fields tell jQuery alone
  if (kept) changed();
}

/** Returns what stands in the fields that a person fills in; of a chosen row its name, too. */
function values(form) {
  const found = {};
  for (const field of form.elements) {
    if (!field.name || field.form !== form || ["hidden", "submit"].includes(field.type) || field.tagName === "BUTTON") continue;
    if (field.type === "checkbox" || field.type === "radio") {
      if (field.type === "checkbox") found[`${field.name}=${field.value}`] = { value: field.checked };
      continue;
    }
    found[field.name] = { value: field.value, words: field.selectedOptions?.[0]?.textContent };
  }
  return found;
}

function restore(form, kept, note, discard) {
  for (const [name, { value, words }] of Object.entries(kept)) {
    const box = typeof value === "boolean" ? boxOf(form, name) : null;
    const field = box ?? form.elements[name];
    if (!field) continue;
    if (box) box.checked = value;
    else put(field, value, words);
    field.closest("details")?.setAttribute("open", "");
  }
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Take what was read instead";
  button.addEventListener("click", discard);
  note.replaceChildren("What you typed before is back. ", button);
}

function put(field, value, words) {
  if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) {
    field.add(new Option(words ?? value, value));
  }
  field.value = value;
  window.django?.jQuery(field).trigger("change");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function boxOf(form, name) {
  const [field, value] = name.split("=");
  return [...form.querySelectorAll("input[type=checkbox]")].find((box) => box.name === field && box.value === value);
}

function forget(form, key) {
  localStorage.removeItem(key);
  form.reset();
  location.reload();
}

/** Nothing is kept of what was saved: of what has been decided, and of what was sent and does not wait here any more. */
export function forgetSaved() {
  for (const row of document.querySelectorAll("tr[data-proposal]")) {
    if (row.dataset.outcome !== "pending") localStorage.removeItem(PREFIX + row.dataset.proposal);
  }
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(SENT))) {
    const proposal = key.slice(SENT.length);
    if (!document.querySelector(`tr[data-proposal="${proposal}"][data-outcome="pending"]`)) {
      localStorage.removeItem(PREFIX + proposal);
    }
    localStorage.removeItem(key);
  }
}
