// The doors under /playground/. What goes wrong is shown in the server's own words.

import { toast } from "./dom.js";

async function request(path, options) {
  let response;
  try {
    response = await fetch(`/playground/${path}`, options);
  } catch {
    toast("The playground does not answer. Is it still running?");
    return null;
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  toast(body.error ?? "Something went wrong.");
  return null;
}

export const get = (path) => request(path);

export const post = (path, body = {}) => request(path, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

export function upload(path, file, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value) form.set(name, value);
  form.set("file", file, file.name);
  return request(path, { method: "POST", body: form });
}
