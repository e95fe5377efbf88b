// Builds elements. Text always becomes a text node, so nothing that anyone wrote is ever read as HTML.

export const find = (id) => document.getElementById(id);

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let toastTimer = 0;

export function toast(text) {
  const box = find("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { box.hidden = true; }, 4000);
}

// Asks something; resolves to the chosen value, or null when it is closed.
export function choose(text, choices) {
  const dialog = find("dialog");
  find("dialog-text").textContent = text;
  return new Promise((resolve) => {
    const done = (value) => { dialog.onclose = null; dialog.close(); resolve(value); };
    dialog.onclose = () => resolve(null);
    find("dialog-choices").replaceChildren(...choices.map(([label, value], index) =>
      make("button", { type: "button", class: index ? "" : "primary", onclick: () => done(value) }, label)));
    dialog.showModal();
  });
}
