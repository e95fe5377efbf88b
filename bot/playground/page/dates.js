// Dates and times as the reader sees them: in the browser's language and zone.

const WEEKDAY = { weekday: "long" };
const DATES = { d: { year: "2-digit", month: "2-digit", day: "2-digit" }, D: { year: "numeric", month: "long", day: "numeric" } };
const TIMES = { t: { hour: "2-digit", minute: "2-digit" }, T: { hour: "2-digit", minute: "2-digit", second: "2-digit" } };
const FULL = { weekday: "long", year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" };

const show = (date, options) => new Intl.DateTimeFormat(undefined, options).format(date);

export const full = (date) => show(date, FULL);
export const clockTime = (date) => show(date, TIMES.t);
export const dayName = (date) => show(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const shortDay = (date) => show(date, { day: "numeric", month: "short" });
export const nowLine = (date) => show(date, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", second: "2-digit" });

// For an input of type datetime-local, which has no zone.
export function localValue(date) {
  const moved = new Date(date.getTime() - date.getTimezoneOffset() * 60000);
  return moved.toISOString().slice(0, 16);
}

// A date_time entity's text: `format` is r, or any of w, d|D, t|T; without one the words stay as they are.
export function entityText(words, date, format, now) {
  if (!format) return words;
  if (format === "r") return relative(date, now);
  const options = {};
  for (const letter of format) Object.assign(options, letter === "w" ? WEEKDAY : DATES[letter] ?? TIMES[letter]);
  return show(date, options);
}

export function relative(date, now) {
  const seconds = Math.round((date - now) / 1000);
  // Days only from two on: "tomorrow" would be wrong for what is 37 hours away.
  const steps = [["day", 86400, 172800], ["hour", 3600, 3600], ["minute", 60, 60]];
  const [unit, size] = steps.find(([, , least]) => Math.abs(seconds) >= least) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}
