// The messages of the open chat. Each keeps its element until it changes, so that what a reader has opened stays.

import { bubble } from "./bubble.js";
import { dayName } from "./dates.js";
import { find, make } from "./dom.js";

const shown = new Map(); // message id → { message, reactions, element }
let view = null; // { botId, inGroup, actions }
let lastDay = "";
let typingTimer = 0;
let atEnd = true;

export const reactionsTo = (id) => shown.get(id)?.reactions ?? {};

export function showAll(messages, newView) {
  view = newView;
  shown.clear();
  lastDay = "";
  find("messages").replaceChildren();
  for (const message of messages) add(message, message.reactions);
  find("empty").hidden = shown.size > 0;
  showTyping(false);
  toEnd();
}

// A new message, or one that was edited.
export function put(message) {
  const known = shown.get(message.message_id);
  const follow = atEnd || (!known && !message.from.is_bot);
  if (known) renew(message, known.reactions);
  else add(message, {});
  find("empty").hidden = true;
  if (message.from.is_bot) showTyping(false);
  if (follow) toEnd();
}

export function react(id, reactions) {
  const known = shown.get(id);
  if (known) renew(known.message, reactions);
}

export function remove(id) {
  shown.get(id)?.element.remove();
  shown.delete(id);
}

export function showTyping(on) {
  clearTimeout(typingTimer);
  find("typing").hidden = !on;
  if (!on) return;
  toEnd();
  typingTimer = setTimeout(() => showTyping(false), 5000);
}

function add(message, reactions) {
  const day = dayName(new Date(message.date * 1000));
  if (day !== lastDay) find("messages").append(make("li", { class: "day" }, make("span", {}, day)));
  lastDay = day;
  const element = build(message, reactions);
  shown.set(message.message_id, { message, reactions, element });
  find("messages").append(element);
}

function renew(message, reactions) {
  const old = shown.get(message.message_id).element;
  const focused = [...old.querySelectorAll("button")].indexOf(document.activeElement);
  const element = build(message, reactions);
  shown.set(message.message_id, { message, reactions, element });
  old.replaceWith(element);
  if (focused >= 0) element.querySelectorAll("button")[focused]?.focus({ preventScroll: true });
}

const build = (message, reactions) => bubble(message, reactions, view.botId, view.inGroup, view.actions);

function toEnd() {
  atEnd = true;
  find("scroll").scrollTop = find("scroll").scrollHeight;
}

// Who reads the end keeps seeing it when pictures load, long quotes fold and new messages come.
find("scroll").addEventListener("scroll", () => {
  const scroll = find("scroll");
  atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
});
new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(find("messages"));
