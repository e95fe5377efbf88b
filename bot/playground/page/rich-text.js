// A text and its entities as elements. JavaScript's strings count in UTF-16 code units, as the entities do.

import { entityText, full } from "./dates.js";
import { make } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code",
  mention: "span", hashtag: "span", cashtag: "span", text_mention: "span", custom_emoji: "span",
};
const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);

// `actions.command(text)` is called for a tapped /command; `actions.now()` gives the bot's time.
export function richText(text, entities = [], actions) {
  const fragment = document.createDocumentFragment();
  fill(fragment, text, 0, text.length, entities, actions);
  return fragment;
}

function fill(parent, text, start, end, entities, actions) {
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = Math.min(end, entity.offset + entity.length);
    if (entity.offset < at || stop <= at) continue;
    parent.append(text.slice(at, entity.offset));
    const words = text.slice(entity.offset, stop);
    const inner = entities.slice(index + 1).filter((one) => one.offset >= entity.offset && one.offset < stop);
    const [outer, body] = wrap(entity, words, actions);
    if (body) fill(body, text, entity.offset, stop, inner, actions);
    parent.append(outer);
    at = stop;
    // A block breaks the line by itself.
    if (BLOCKS.has(entity.type) && text[at] === "\n") at += 1;
  }
  parent.append(text.slice(at, end));
}

// Returns [element, the element to fill with the words], the latter null when it is filled already.
function wrap(entity, words, actions) {
  switch (entity.type) {
    case "text_link": return link(entity.url);
    case "url": return link(words.includes("://") ? words : `http://${words}`);
    case "email": return link(`mailto:${words}`);
    case "bot_command": {
      const command = make("button", { type: "button", class: "command", onclick: () => actions.command(words) });
      return [command, command];
    }
    case "date_time": {
      const date = new Date(entity.unix_time * 1000);
      const time = make("time", { datetime: date.toISOString(), title: full(date), tabindex: "0", class: "date" },
        entityText(words, date, entity.date_time_format, actions.now()));
      return [time, null];
    }
    case "spoiler": {
      const spoiler = make("span", {
        class: "spoiler", tabindex: "0", role: "button", "aria-label": "Hidden text: press to show",
        onclick: () => { spoiler.classList.add("shown"); spoiler.removeAttribute("aria-label"); },
        onkeydown: (event) => { if (event.key === "Enter") spoiler.click(); },
      });
      return [spoiler, spoiler];
    }
    case "pre": {
      const code = make("code");
      return [make("pre", {}, code), code];
    }
    case "blockquote": return both(make("blockquote"));
    case "expandable_blockquote": return expandable();
    default: return both(make(TAGS[entity.type] ?? "span", { class: entity.type }));
  }
}

const both = (element) => [element, element];

function link(address) {
  let url = null;
  try { url = new URL(address); } catch { /* not an address: shown as words */ }
  if (!url || !["http:", "https:", "mailto:"].includes(url.protocol)) return both(make("span"));
  return both(make("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", title: url.href }));
}

function expandable() {
  const body = make("div", { class: "folded" });
  const toggle = make("button", {
    type: "button", class: "fold", hidden: true, "aria-expanded": "false",
    onclick: () => {
      const open = body.classList.toggle("folded") === false;
      toggle.setAttribute("aria-expanded", String(open));
      toggle.textContent = open ? "Show less" : "Show more";
    },
  }, "Show more");
  // Only what does not fit needs a button; that is known once it is on the page.
  new ResizeObserver((_, watcher) => {
    if (body.scrollHeight > body.clientHeight + 2) { toggle.hidden = false; watcher.disconnect(); }
  }).observe(body);
  return [make("blockquote", {}, body, toggle), body];
}
