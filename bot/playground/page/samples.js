// The sample articles, one tap away.

import { get } from "./api.js";
import { moveTo, now } from "./clock.js";
import { dayName, shortDay } from "./dates.js";
import { choose, find, make } from "./dom.js";

// `send(name)` sends a sample to the open chat.
export async function start(send) {
  const answer = await get("samples");
  find("samples").replaceChildren(...(answer?.samples ?? []).map((sample) => {
    const date = new Date(sample.published);
    return make("button", { type: "button", class: "sample", title: sample.title, onclick: () => offer(sample, date, send) },
      make("time", { datetime: date.toISOString() }, shortDay(date)), make("span", {}, sample.title));
  }));
}

// An article from what is still the future is better read once that day has come.
async function offer(sample, date, send) {
  if (date > now()) {
    const question = `This article is of ${dayName(date)}, which is still to come on the bot's clock.`;
    const choice = await choose(question, [["Move the clock there and send it", "move"], ["Send it now", "send"], ["Not now", null]]);
    if (!choice) return;
    if (choice === "move") await moveTo(new Date(date.getTime() + 15 * 60000));
  }
  send(sample.name);
}
