// The page: which chat is open, what is in it, and what changes.

import { get, post, upload } from "./api.js";
import * as clock from "./clock.js";
import * as composer from "./composer.js";
import { choose, find, make, toast } from "./dom.js";
import { showChats, tone } from "./chats.js";
import * as messages from "./messages.js";
import * as samples from "./samples.js";

const state = { bot: null, chats: [], open: null, replyTo: null, unread: new Map() };

const chat = () => state.chats.find((one) => one.id === state.open);
const here = (path = "") => `chats/${state.open}${path}`;
const from = () => (chat().type === "private" ? chat().members[0].id : Number(find("as").value));

const actions = {
  now: clock.now,
  command: (text) => say(text),
  async press(message, row, column, button) {
    const path = here(`/messages/${message.message_id}/press`);
    const result = await post(path, { from: from(), button: [row, column] });
    if (!result) return;
    if (result.url) {
      if (await choose(`Open this link? ${result.url}`, [["Open", true], ["Cancel", null]])) window.open(result.url, "_blank", "noopener");
    } else if (result.copy !== undefined) {
      await navigator.clipboard.writeText(result.copy);
      toast("Copied.");
    } else if (result.answer === null) {
      toast(`The bot did not answer the button “${button.text}”.`);
    } else if (result.answer.show_alert) {
      await choose(result.answer.text, [["OK", true]]);
    } else if (result.answer.text) {
      toast(result.answer.text);
    }
  },
  react(message, emoji) {
    const mine = messages.reactionsTo(message.message_id)[from()]?.[0]?.emoji;
    return post(here(`/messages/${message.message_id}/react`), { from: from(), emoji: mine === emoji ? "" : emoji });
  },
  reply: setReplyTo,
};

async function say(text) {
  const sent = await post(here("/messages"), { from: from(), text, reply_to: state.replyTo?.message_id });
  setReplyTo(null);
  return sent;
}

function setReplyTo(message) {
  state.replyTo = message;
  const box = find("reply-to");
  box.hidden = !message;
  box.firstElementChild.textContent = message ? `Reply to ${message.from.first_name}: ${message.text ?? message.caption ?? "message"}` : "";
  if (message) find("text").focus();
}

// Everything anew: at the start, and when the server's memory of changes does not reach back far enough.
async function reload() {
  const all = await get("chats");
  if (!all) return null;
  state.bot = all.bot;
  state.chats = all.chats;
  clock.follow(all.now);
  await openChat(chat() ? state.open : all.chats[0].id);
  return all.seq;
}

async function openChat(id) {
  state.open = id;
  state.unread.delete(id);
  setReplyTo(null);
  const whole = await get(here());
  if (!whole || state.open !== id) return;
  composer.setReplyKeyboard(whole.reply_keyboard);
  find("as").replaceChildren(...whole.members.map((one) => make("option", { value: one.id }, one.first_name)));
  find("as-label").hidden = whole.type === "private";
  showHead();
  find("description").textContent = state.bot.description || `${state.bot.first_name} has nothing here yet. Press Start, or send an article.`;
  messages.showAll(whole.messages, { botId: state.bot.id, inGroup: whole.type !== "private", actions });
  loadCommands();
}

async function loadCommands() {
  const answer = await get(here(`/commands?from=${from()}`));
  composer.setCommands(answer?.commands ?? []);
}

function showHead() {
  const open = chat();
  const person = open.members[0];
  find("title").textContent = open.type === "private" ? `${person.first_name} ${person.last_name}` : open.title;
  find("status").textContent = open.blocked ? "has shut the bot out" : open.type === "private" ? `writing to ${state.bot.first_name}` : `${open.members.length} people and ${state.bot.first_name}`;
  find("head-avatar").textContent = open.title[0];
  find("head-avatar").className = `avatar tone-${tone(open.id)}`;
  const label = open.type === "private" ? ["Block the bot", "Unblock the bot"] : ["Remove the bot", "Add the bot again"];
  find("block").textContent = label[Number(open.blocked)];
  showChats(state, openFromList);
}

function openFromList(id) {
  find("app").classList.remove("listing");
  openChat(id);
}

function apply(change) {
  if (["reset", "chat", "profile"].includes(change.kind)) { reload(); return; }
  if (change.kind === "clock") { clock.follow(change.now); return; }
  if (change.kind === "commands") { loadCommands(); return; }
  const summary = state.chats.find((one) => one.id === change.chat_id);
  if (change.message && summary) summary.last = change.message;
  if (["message", "edited", "deleted"].includes(change.kind)) clock.look();
  if (change.chat_id !== state.open) {
    if (change.kind === "message") state.unread.set(change.chat_id, (state.unread.get(change.chat_id) ?? 0) + 1);
    showChats(state, openFromList);
    return;
  }
  if (change.kind === "action") messages.showTyping(true);
  else if (change.kind === "reply_keyboard") composer.setReplyKeyboard(change.reply_keyboard);
  else if (change.kind === "deleted") messages.remove(change.message_id);
  else if (change.kind === "reactions") messages.react(change.message_id, change.reactions);
  else if (change.message) {
    messages.put(change.message);
    showChats(state, openFromList);
  }
}

function listen(seq) {
  const events = new EventSource(`/playground/events?since=${seq}`);
  events.onmessage = (event) => apply(JSON.parse(event.data));
  events.onerror = () => { find("status").textContent = "waiting for the playground…"; };
  events.onopen = () => showHead();
}

find("back").onclick = () => find("app").classList.toggle("listing");
find("to-samples").onclick = () => find("app").classList.add("listing");
find("start").onclick = () => say("/start");
find("as").onchange = loadCommands;
find("block").onclick = () => post(here(chat().blocked ? "/unblock" : "/block"), { from: from() });
find("reply-to").querySelector("button").onclick = () => setReplyTo(null);
clock.start();
composer.start({
  say,
  sendFile: (file, caption) => upload(here("/files"), file, { from: from(), caption, reply_to: state.replyTo?.message_id }),
  place: (latitude, longitude) => post(here("/location"), { from: from(), latitude, longitude }),
});
const seq = await reload();
// Not before there is a chat to send them to.
samples.start((name) => {
  find("app").classList.remove("listing");
  return post(here(`/samples/${name}`), { from: from() });
});
if (seq !== null) listen(seq);
