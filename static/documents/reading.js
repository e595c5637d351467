// How far a document is read for figures: asked again and again until that is over. Without a script, a link does it.
const SOON = 500; // milliseconds
const LATER = 5000;

export function follow(section) {
  if (section?.dataset.over !== "no") return;
  section.querySelector(".again").hidden = true;
  ask(section, SOON);
}

function ask(section, wait) {
  setTimeout(async () => {
    try {
      const response = await fetch(section.dataset.progress, { headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(String(response.status));
      const progress = await response.json();
      show(section, progress);
      if (!progress.over) ask(section, Math.min(LATER, wait * 1.5));
    } catch {
      section.querySelector(".again").hidden = false; // logged out, or the site is away: a person looks again
    }
  }, wait);
}

function show(section, progress) {
  const state = section.querySelector(".state");
  if (state.textContent !== progress.words) state.textContent = progress.words;
  state.className = `state state-${progress.state}`;
  const review = section.querySelector(".to-review");
  if (review) review.hidden = !progress.over || progress.undecided === 0;
  const form = section.querySelector("form");
  if (form) form.hidden = !progress.over;
}
