// The place page: fetch its series once, draw each chart into its box, and follow light, dark and print.

import { draw, recolour } from "./chart.js";
import { sharedPeriod } from "./days.js";
import { marginColumns } from "./layout.js";

(async function () {
  const page = document.querySelector("[data-series]");
  if (!page) return;
  const boxes = [...page.querySelectorAll("[data-chart]")];
  const words = { undated: page.dataset.undated, logarithmic: page.dataset.logarithmic };
  try {
    const answer = await fetch(page.dataset.series, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status} ${page.dataset.series}`);
    const { charts, periods } = await answer.json();
    const period = sharedPeriod(charts);
    const columns = marginColumns(charts);
    const drawn = boxes.map((box) => {
      const data = charts.find((chart) => `${chart.indicator} ${chart.unit}` === box.dataset.chart);
      return draw(box, data, { period, columns, periods, words });
    });
    const follow = () => drawn.forEach(recolour);
    for (const media of ["(prefers-color-scheme: dark)", "print"]) matchMedia(media).addEventListener("change", follow);
    addEventListener("beforeprint", () => drawn.forEach((chart) => chart.resize()));
    addEventListener("afterprint", () => drawn.forEach((chart) => chart.resize()));
    page.dataset.drawn = drawn.length;
  } catch (error) {
    for (const box of boxes) {
      const note = document.createElement("p");
      note.className = "failed";
      note.textContent = page.dataset.failed;
      box.replaceChildren(note);
    }
    throw error;
  }
})();
