// Days on the time axis: a day is its local midnight, as Chart.js's date adapter draws it.

export const DAY = 24 * 3600 * 1000;

/** "2018-03-15" as a moment on the axis. */
export function moment(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** The first and last moment of all dated marks, with some room; null when no mark has a date. */
export function sharedPeriod(charts) {
  let first = Infinity;
  let last = -Infinity;
  for (const mark of charts.flatMap((chart) => chart.series.flatMap((series) => series.marks))) {
    if (mark.undated) continue;
    first = Math.min(first, moment(mark.earliest ?? (mark.drawn_as === "span" ? mark.start : mark.stands_on)));
    last = Math.max(last, moment(mark.latest ?? mark.stands_on));
  }
  if (first > last) return null;
  const room = Math.max(2 * DAY, (last - first) * 0.06);
  return { min: first - room, max: last + room };
}
