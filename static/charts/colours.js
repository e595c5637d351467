// The stylesheet's colours as the canvas needs them, read anew when light turns to dark.

export const SERIES_COLOURS = 8;

/** The colour of a custom property of the page, such as "ink" or "series-1". */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** The colour of a series by its place in the chart, counted from 0. */
export function seriesColour(number) {
  return colour(`series-${(number % SERIES_COLOURS) + 1}`);
}
