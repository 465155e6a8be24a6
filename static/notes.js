// The window of a presenter's notes. It shows what `src/effects/notes.rs` tells over a channel of the site, and asks to go on.
"use strict";

{
  const channel = new BroadcastChannel("vpc-explainer:notes");
  const at = (id) => document.getElementById(id);
  const ask = (what) => channel.postMessage(what);

  function show({ lang, slide, notes, next, labels }) {
    const [forth, back, title] = labels;
    document.documentElement.lang = lang;
    document.title = `${slide} – ${title}`;
    at("slide").textContent = slide;
    at("notes").replaceChildren(
      ...notes.map((note) => Object.assign(document.createElement("p"), { textContent: note })),
    );
    at("next").textContent = next && `→ ${next}`;
    at("forth").textContent = forth;
    at("back").textContent = back;
  }

  channel.addEventListener("message", ({ data }) => {
    if (data === "over") at("notes").replaceChildren();
    else if (Array.isArray(data?.notes) && Array.isArray(data.labels)) show(data);
  });
  for (const id of ["back", "forth"]) at(id).addEventListener("click", () => ask(id));
  addEventListener("keydown", ({ key }) => {
    if (["PageDown", "ArrowRight"].includes(key)) ask("forth");
    if (["PageUp", "ArrowLeft"].includes(key)) ask("back");
  });
  ask("hello");
}
