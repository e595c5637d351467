// A line under a field that tells, also to a screen reader, what was made of what somebody typed there.

export function noteBeside(field, tag = "p") {
  const note = document.createElement(tag);
  note.className = "reading";
  note.setAttribute("role", "status");
  place(field, note);
  return note;
}

/** Puts something under a field and its help; under the whole line where several fields share one. */
export function place(field, what) {
  const row = field.closest(".form-row");
  const line = row.querySelector(":scope > .form-multiline");
  (line ? row : row.querySelector(":scope > div")).append(what);
}

export function say(note, words, wrong = false) {
  if (note.textContent !== words) note.textContent = words;
  note.classList.toggle("wrong", wrong);
  if (words) withdraw(note, words);
}

/** Takes away what the server said of the same fault when the page was loaded: once is enough. */
export function withdraw(near, words) {
  for (const fault of near.closest(".form-row").querySelectorAll(".errorlist li")) {
    if (fault.textContent === words) {
      const list = fault.parentElement;
      fault.remove();
      if (!list.children.length) list.remove();
    }
  }
}

/** Opens the fold that a field lies in. */
export function unfold(field) {
  field?.closest("details")?.setAttribute("open", "");
}
