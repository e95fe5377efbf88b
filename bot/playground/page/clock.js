// The clock bar: the bot's time, and the ways to move it.

import { get, post } from "./api.js";
import { clockTime, full, localValue, nowLine, relative, shortDay } from "./dates.js";
import { find } from "./dom.js";

let offset = 0; // from the browser's clock to the bot's, in milliseconds
let due = null;
let lookTimer = 0;

export const now = () => new Date(Date.now() + offset);

// Takes the bot's time over, as the server tells it.
export function follow(instant) {
  offset = new Date(instant) - Date.now();
  find("instant").value = localValue(now());
  tick();
  look();
}

// Asks when the next reminder is due; soon after, not at once, since the bot may be about to change it.
export function look() {
  clearTimeout(lookTimer);
  lookTimer = setTimeout(async () => {
    const clock = await get("clock");
    due = clock?.next_due ? new Date(clock.next_due) : null;
    tick();
  }, 600);
}

function tick() {
  const time = find("now");
  time.textContent = nowLine(now());
  time.dateTime = now().toISOString();
  time.title = full(now());
  find("due").textContent = due ? `next reminder ${shortDay(due)}, ${clockTime(due)} (${relative(due, now())})` : "no reminder waits";
  find("due").title = due ? full(due) : "";
  find("jump").disabled = !due;
}

async function move(body) {
  const clock = await post("clock", body);
  if (clock) follow(clock.now);
}

export const moveTo = (instant) => move({ now: instant.toISOString() });

export function start() {
  find("hour").onclick = () => move({ seconds: 3600 });
  find("day").onclick = () => move({ seconds: 86400 });
  find("jump").onclick = async () => {
    const clock = await post("clock/next");
    if (clock) follow(clock.now);
  };
  find("set").onsubmit = (event) => {
    event.preventDefault();
    moveTo(new Date(find("instant").value));
  };
  setInterval(tick, 1000);
}
