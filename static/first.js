// Before anything is painted: language, colours and how much is shown, as the program in `src/state/link` would decide
// them. What the prerendered view cannot show is left to the program, and `data-wait` says so.
"use strict";

{
  const html = document.documentElement;
  const languages = ["en", "ja"];
  const themes = ["auto", "light", "dark", "projector"];
  const embeds = ["off", "full", "compact", "figure"];
  const foreign = /^(secret|utm_.*|.*clid)$/;

  const primary = (tag) => tag.split(/[-_]/)[0].toLowerCase();
  const asked = {};
  let wait = false;
  for (const part of [...location.search.split(/[?&]/), ...location.hash.split(/[#?&]/)]) {
    const [key, value = ""] = part.split(/=(.*)/s);
    if (/^(lang|locale)$/.test(key) && languages.includes(primary(value))) asked.lang = primary(value);
    else if (key === "theme" && themes.includes(value)) asked.theme = value;
    else if (key === "embed" && value === "1") asked.embed = "compact";
    else if (key === "embed" && embeds.includes(value)) asked.embed = value;
    else if (part && !foreign.test(key)) {
      wait = true;
      if (key === "mode" && value === "predict") asked.secret = true;
      if (key === "hide" && value.includes("verdicts")) asked.secret = true;
    }
  }

  function kept(key) {
    try {
      return localStorage.getItem(`vpc-explainer:${key}`);
    } catch {
      return null; // a sandboxed frame has no storage
    }
  }

  const own = navigator.languages.map(primary).find((tag) => languages.includes(tag));
  html.lang = html.dataset.lang = asked.lang ?? own ?? languages[0];
  html.dataset.theme = asked.theme ?? kept("theme") ?? "auto";
  html.dataset.embed = asked.embed ?? "off";
  if (wait) html.dataset.wait = "";
  if (asked.secret) html.dataset.secret = "";
  // Inside another page the height is the content's own, unless the whole page was asked for.
  if (parent !== window) html.dataset.framed = "";
  if (parent !== window && html.dataset.embed !== "off") html.dataset.natural = "";

  // In one column what comes later pushes down what is there: nothing is painted before the end of the view has come.
  if (matchMedia("(width < 1100px)").matches) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "expect", href: `#end-${html.lang}` });
    link.setAttribute("blocking", "render");
    document.head.append(link);
  }
}
