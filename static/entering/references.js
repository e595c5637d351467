// The admin's search fields for references, made usable by keyboard alone and by screen readers.

/** Names each field after its label, puts the cursor into the search field, and starts a search with the first key. */
export function nameReferences($) {
  $(document).on("select2:open", (event) => {
    const search = document.querySelector(".select2-container--open .select2-search__field");
    const list = document.querySelector(".select2-container--open .select2-results__options");
    const label = labelOf(event.target);
    search?.setAttribute("aria-label", `Search: ${label}`);
    list?.setAttribute("aria-label", label);
    if (list) document.querySelector(".select2-container--open .select2-selection")?.setAttribute("aria-controls", list.id);
    search?.focus();
  });
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    select.dataset.dropdownParent = "#content"; // inside a landmark, where a screen reader finds it
  }
  $(() => {  // after the admin's own script, which makes the fields when the page is ready
    for (const select of document.querySelectorAll("select.admin-autocomplete")) {
      const selection = select.parentElement.querySelector(".select2-selection");
      if (selection) name($, select, selection);
    }
  });
}

function name($, select, selection) {
  const label = document.querySelector(`label[for="${select.id}"]`);
  if (label) {
    label.id ||= `${select.id}-label`;
    selection.setAttribute("aria-labelledby", `${label.id} select2-${select.id}-container`);
    selection.querySelector(".select2-selection__rendered").setAttribute("aria-labelledby", label.id);
    selection.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label.id); // where several are chosen
    label.addEventListener("click", () => selection.focus());
  }
  const help = document.getElementById(`${select.id}_helptext`);
  if (help) selection.setAttribute("aria-describedby", help.id);
  selection.addEventListener("keydown", (event) => {
    const typing = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (typing) $(select).select2("open");
  });
}

function labelOf(select) {
  return document.querySelector(`label[for="${select.id}"]`)?.textContent.replace(/:\s*$/, "").trim() ?? "";
}
