// The stylesheet's colours as the canvas needs them, read anew when light turns to dark; pictures are always on light paper.

export const SERIES_COLOURS = 8;

let light = null; // the light page's custom properties while a picture is drawn

/** The value of a custom property of the page, such as "ink" or "series-1". */
export function colour(name) {
  const value = light?.getPropertyValue(`--${name}`) || getComputedStyle(document.documentElement).getPropertyValue(`--${name}`);
  return value.trim();
}

/** The colour of a series by its place in the chart, counted from 0. */
export function seriesColour(number) {
  return colour(`series-${(number % SERIES_COLOURS) + 1}`);
}

/** Do something with the light page's colours, whatever the reader's screen has. */
export function onLightPaper(draw) {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  light = rules.find((rule) => rule.selectorText === ":root" && rule.style.getPropertyValue("--paper"))?.style ?? null;
  try {
    return draw();
  } finally {
    light = null;
  }
}
