// Where a person writes: text, commands, files, places, and the bot's reply keyboard.

import { choose, find, make } from "./dom.js";

const PLACES = [
  ["Reykjavík", 64.147, -21.943], ["London", 51.507, -0.128], ["Berlin", 52.52, 13.405], ["New York", 40.713, -74.006],
  ["Mumbai", 19.076, 72.878], ["Tokyo", 35.69, 139.692], ["Auckland", -36.849, 174.764],
];
let commands = [];
let sender = null;

// `to`: say(text), sendFile(file, caption), place(latitude, longitude).
export function start(to) {
  sender = to;
  const text = find("text");
  find("composer").onsubmit = (event) => { event.preventDefault(); submit(); };
  text.oninput = () => { grow(); offer(text.value); };
  text.onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(); }
    if (event.key === "Escape") find("commands").hidden = true;
  };
  find("slash").onclick = () => {
    const menu = find("commands");
    if (menu.hidden) offer("/"); else menu.hidden = true;
  };
  find("attach").onclick = () => find("file").click();
  find("file").onchange = async () => {
    const [file] = find("file").files;
    if (file) await to.sendFile(file, text.value.trim());
    find("file").value = "";
    clear();
  };
  find("place").onclick = sharePlace;
}

export function setCommands(list) {
  commands = list;
  find("slash").hidden = !list.length;
  find("commands").hidden = true;
}

export function setReplyKeyboard(keyboard) {
  const box = find("reply-keyboard");
  box.hidden = !keyboard;
  if (!keyboard) return;
  find("text").placeholder = keyboard.input_field_placeholder ?? "Article, link or question";
  box.replaceChildren(...keyboard.keyboard.map((row) => make("div", { class: "row" }, ...row.map((button) =>
    make("button", {
      type: "button",
      onclick: () => (button.request_location ? sharePlace() : sender.say(button.text)),
    }, button.text)))));
}

async function submit() {
  const text = find("text").value;
  if (!text.trim()) return;
  if (await sender.say(text)) clear();
}

function clear() {
  find("text").value = "";
  find("commands").hidden = true;
  grow();
}

function grow() {
  const text = find("text");
  text.style.height = "auto";
  const border = text.offsetHeight - text.clientHeight;
  text.style.height = `${Math.min(text.scrollHeight + border, 180)}px`;
}

function offer(typed) {
  const menu = find("commands");
  const fitting = /^\/\w*$/.test(typed) ? commands.filter((one) => `/${one.command}`.startsWith(typed)) : [];
  menu.hidden = !fitting.length;
  menu.replaceChildren(...fitting.map((one) => make("button", {
    type: "button", role: "menuitem",
    onclick: async () => { clear(); await sender.say(`/${one.command}`); },
  }, make("b", {}, `/${one.command}`), make("span", {}, one.description))));
}

async function sharePlace() {
  const choices = PLACES.map((place) => [place[0], place]);
  const chosen = await choose("Which place shall be shared?", [...choices, ["Where I am", "here"], ["None", null]]);
  if (!chosen) return;
  if (chosen !== "here") { sender.place(chosen[1], chosen[2]); return; }
  navigator.geolocation?.getCurrentPosition((found) => sender.place(found.coords.latitude, found.coords.longitude));
}
