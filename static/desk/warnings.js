// What looks wrong about the figure in the form: drawn anew when the server finds something else while somebody types.

export function showWarnings(form, region) {
  document.addEventListener("figure-read", (event) => {
    const html = event.detail.warned;
    if (typeof html !== "string" || told(html) === told(region.innerHTML)) return;
    const typed = [...region.querySelectorAll("input[type=text]")].map((field) => [field.name, field.value]);
    region.innerHTML = html;
    for (const [name, value] of typed) {
      const field = region.querySelector(`input[name="${name}"]`);
      if (field) field.value = value;
    }
  });
}

/** Returns the words of a piece of the page, to see whether another one says anything else. */
function told(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
}
