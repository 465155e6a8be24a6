// Keeps the whole site in the reader's browser, so that it opens without a network. One cache holds one version, complete and
// checked, or it is not there: what a page of one version asks for is never answered from another.
// The chore that builds the site writes the lines between the marks: the version, and each file with its SHA-256.
"use strict";

// begin
const VERSION = "";
const FILES = {};
// end

const PREFIX = `vpc-explainer ${new URL(registration.scope).pathname} `;
const OWN = PREFIX + VERSION;

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

// All files or none: a file that is not what was built comes from a site that is just being changed.
async function keepAll() {
  const cache = await caches.open(OWN);
  try {
    await Promise.all(
      Object.entries(FILES).map(async ([name, digest]) => {
        const address = new URL(name, registration.scope);
        const answer = await fetch(address, { cache: "no-cache" });
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        const found = hex(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
        if (found !== digest) throw new Error(`${name} is of another version`);
        await cache.put(address, answer);
      }),
    );
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

// Pages of the version before may still be open, and fetch what they have not needed yet; of older ones none should be.
async function forgetOlder() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
}

// Names of files hold no version only where they are pages: those are of this version. Everything else has its version in its
// address, and is looked for in the caches of all.
async function find(request) {
  const address = new URL(request.url);
  address.search = address.hash = "";
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  const own = await (await caches.open(OWN)).match(address);
  if (own) return own;
  for (const name of await caches.keys()) {
    const found = name.startsWith(PREFIX) && (await (await caches.open(name)).match(address));
    if (found && request.mode !== "navigate") return found;
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll().then(() => skipWaiting())));
// The page of the first visit is taken over too: what it has not fetched yet may be gone from its host when it does.
addEventListener("activate", (event) => event.waitUntil(forgetOlder().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(find(request));
});
