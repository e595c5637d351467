// The place page: fetch its series, draw each chart into its box, and follow light, dark, print and the switches.

import { draw, recolour } from "./chart.js";
import { sharedPeriod } from "./days.js";
import { marginColumns } from "./layout.js";
import { followLegend } from "./legend.js";
import { moveLinks } from "./links.js";
import { offerPicture } from "./picture.js";
import { followSwitches } from "./switches.js";

let drawn = [];

async function drawAll() {
  drawn.forEach((chart) => chart.destroy());
  drawn = [];
  const page = document.querySelector("[data-series]");
  if (!page) return;
  const boxes = [...page.querySelectorAll("[data-chart]")];
  try {
    const answer = await fetch(page.dataset.series, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status} ${page.dataset.series}`);
    const { charts, periods } = await answer.json();
    if (!page.isConnected) return; // a later switch has replaced the page, and draws its own
    const shared = { period: sharedPeriod(charts), columns: marginColumns(charts), periods, words: { ...page.dataset } };
    drawn = boxes.map((box) => {
      const data = charts.find((chart) => `${chart.indicator} ${chart.unit}` === box.dataset.chart);
      offerPicture(box, data, shared);
      const chart = draw(box.querySelector("canvas"), data, shared, { placed: (marks) => moveLinks(box, marks) });
      followLegend(box.closest(".chart-section"), chart);
      return chart;
    });
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
}

for (const media of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(media).addEventListener("change", () => drawn.forEach(recolour));
}
for (const moment of ["beforeprint", "afterprint"]) addEventListener(moment, () => drawn.forEach((chart) => chart.resize()));
followSwitches(drawAll);
drawAll();
