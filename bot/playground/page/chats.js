// The list of chats.

import { clockTime } from "./dates.js";
import { find, make } from "./dom.js";

// Which of the six colours a chat has.
export const tone = (id) => (Math.abs(id) % 7) % 6;

export function showChats(state, open) {
  find("chats").replaceChildren(...state.chats.map((chat) => {
    const { last } = chat;
    const unread = state.unread.get(chat.id);
    const name = chat.type === "private" ? `${chat.members[0].first_name} ${chat.members[0].last_name}` : chat.title;
    return make("button", {
      type: "button", class: "chat-line", "aria-current": chat.id === state.open ? "true" : false, onclick: () => open(chat.id),
    },
    make("span", { class: `avatar tone-${tone(chat.id)}`, "aria-hidden": "true" }, name[0]),
    make("span", { class: "chat-text" },
      make("b", {}, name),
      make("span", { class: "last" }, last ? last.text ?? last.caption ?? last.document?.file_name ?? "picture" : "No messages yet")),
    make("span", { class: "chat-side" },
      last ? make("span", {}, clockTime(new Date(last.date * 1000))) : null,
      unread ? make("span", { class: "badge", "aria-label": `${unread} new` }, String(unread)) : null));
  }));
}
