// One message: its words, what hangs on it, and its buttons.

import { clockTime, full } from "./dates.js";
import { make } from "./dom.js";
import { richText } from "./rich-text.js";

const EMOJI = ["👍", "👎", "❤", "🔥", "🤔", "🎉"];
const LONG = 900;
const NAMES = { "👍": "thumbs up", "👎": "thumbs down", "❤": "heart", "🔥": "fire", "🤔": "thinking", "🎉": "party" };

// `actions`: command(text), now(), press(message, row, column, button), react(message, emoji), reply(message).
export function bubble(message, reactions, botId, inGroup, actions) {
  const fromBot = message.from.id === botId;
  const date = new Date(message.date * 1000);
  const body = make("div", { class: "bubble" },
    inGroup && !fromBot ? make("p", { class: `sender tone-${message.from.id % 6}` }, message.from.first_name) : null,
    origin(message), replied(message), attachment(message),
    words(message, actions),
    make("p", { class: "meta" },
      message.edit_date ? make("span", {}, "edited") : null,
      make("time", { datetime: date.toISOString(), title: full(date) }, clockTime(date))));
  return make("li", {
    class: fromBot ? "message in" : "message out", "data-id": message.message_id,
    "aria-label": `${message.from.first_name}, ${clockTime(date)}`,
  }, make("div", { class: "column" }, body, keyboard(message, actions), reacted(reactions)), tools(message, actions));
}

function words(message, actions) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const rich = richText(text, message.entities ?? message.caption_entities, actions);
  // A whole article that was pasted would push the bot's answer out of sight.
  if (message.from.is_bot || text.length < LONG) return make("div", { class: "words" }, rich);
  const body = make("div", { class: "words long" }, rich);
  const toggle = make("button", {
    type: "button", class: "fold", "aria-expanded": "false",
    onclick: () => {
      const open = !body.classList.toggle("long");
      toggle.setAttribute("aria-expanded", String(open));
      toggle.textContent = open ? "Show less" : "Show all";
    },
  }, "Show all");
  return make("div", {}, body, toggle);
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.chat?.title ?? from.sender_user_name ?? from.sender_user?.first_name ?? "somebody";
  return make("p", { class: "origin" }, `Forwarded from ${name}`);
}

function replied(message) {
  const other = message.reply_to_message;
  if (!other) return null;
  return make("p", { class: "replied" }, make("b", {}, other.from.first_name),
    other.text ?? other.caption ?? other.document?.file_name ?? "message");
}

function attachment(message) {
  if (message.photo) {
    const photo = message.photo.at(-1);
    const address = `/playground/files/${photo.file_id}`;
    return make("a", { href: address, target: "_blank", class: "photo" },
      make("img", { src: address, alt: "Picture", width: photo.width, height: photo.height }));
  }
  if (message.document) {
    const { file_id: id, file_name: name, file_size: size } = message.document;
    return make("a", { href: `/playground/files/${id}`, download: name, class: "document" },
      make("span", { class: "sheet", "aria-hidden": "true" }), make("span", {}, make("b", {}, name), bytes(size)));
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    return make("p", { class: "place" }, `📍 ${latitude.toFixed(3)}, ${longitude.toFixed(3)}`);
  }
  return null;
}

const bytes = (size) => (size < 1000 ? `${size} bytes` : size < 1e6 ? `${(size / 1e3).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`);

function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return make("div", { class: "keyboard" }, ...rows.map((row, line) =>
    make("div", { class: "row" }, ...row.map((button, column) => {
      const element = make("button", {
        type: "button", class: button.style ?? null,
        onclick: async () => {
          element.classList.add("busy");
          await actions.press(message, line, column, button);
          element.classList.remove("busy");
        },
      }, button.text, button.url ? make("span", { class: "corner", "aria-hidden": "true" }, "↗") : null);
      return element;
    }))));
}

function reacted(reactions) {
  const all = Object.values(reactions ?? {}).flat();
  if (!all.length) return null;
  return make("p", { class: "reactions", "aria-label": "Reactions" }, all.map((one) => one.emoji).join(" "));
}

function tools(message, actions) {
  const picker = make("span", { class: "picker", hidden: true }, ...EMOJI.map((emoji) =>
    make("button", { type: "button", "aria-label": `React with ${NAMES[emoji]}`, onclick: () => { picker.hidden = true; actions.react(message, emoji); } }, emoji)));
  return make("div", { class: "tools" },
    make("button", { type: "button", "aria-label": "React", onclick: () => { picker.hidden = !picker.hidden; } }, "☺"),
    make("button", { type: "button", "aria-label": "Reply", onclick: () => actions.reply(message) }, "↩"), picker);
}
