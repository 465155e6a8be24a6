// Loads the page's program and, when that fails or the program stops, puts a readable page in its place.
// Trunk writes the two file names into this script's own element; nothing here is inline, so the policy stays strict.

const words = {
  en: {
    loadFailed: "The page could not be loaded",
    stopped: "The page has stopped",
    loadWhy: "A file did not arrive, or this browser does not run WebAssembly. Your link is not lost.",
    stopWhy: "Something happened that should not. What you had switched on is kept in the address.",
    again: "Start again with the same state",
    fresh: "Start from the beginning",
    copy: "Copy the report",
    copied: "Copied",
    report: "Report",
  },
  ja: {
    loadFailed: "ページを読み込めませんでした",
    stopped: "ページが停止しました",
    loadWhy: "ファイルが届かなかったか、このブラウザーで WebAssembly が動きません。リンクの内容は失われていません。",
    stopWhy: "想定していないことが起きました。切り替えた状態はアドレスに残っています。",
    again: "同じ状態からやり直す",
    fresh: "最初から始める",
    copy: "報告をコピー",
    copied: "コピーしました",
    report: "報告",
  },
};

// The program sets both again; done here as well, nothing flashes in the wrong colours or language first.
const theme = /[#&]theme=(\w+)/.exec(location.hash)?.[1] ?? /[?&]theme=(\w+)/.exec(location.search)?.[1] ?? kept("theme");
if (theme) document.documentElement.dataset.theme = theme;

function kept(key) {
  try {
    return localStorage.getItem(`vpc-explainer:${key}`);
  } catch {
    return null; // a sandboxed frame has no storage
  }
}

const languages = Object.keys(words);
const primary = (tag) => (tag ?? "").toLowerCase().split(/[-_]/)[0];
const asked = [...location.hash.matchAll(/[#&]lang=([\w-]+)/g), ...location.search.matchAll(/[?&]lang=([\w-]+)/g)]
  .map((match) => match[1]);
const language =
  [...asked, ...(navigator.languages ?? [])].map(primary).find((tag) => languages.includes(tag)) ?? "en";

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

let crashed = false;

function crash(title, why, detail) {
  if (crashed) return;
  crashed = true;
  const lang = languages.includes(document.documentElement.lang) ? document.documentElement.lang : language;
  const text = words[lang];
  const report = [detail, location.href, navigator.userAgent].join("\n");

  const again = element("button", text.again, { type: "button", class: "button primary" });
  again.addEventListener("click", () => location.reload());
  const fresh = element("a", text.fresh, { href: location.pathname, class: "button" });
  const copy = element("button", text.copy, { type: "button", class: "button" });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(report);
      copy.textContent = text.copied;
    } catch {
      getSelection()?.selectAllChildren(shown);
    }
  });
  const shown = element("pre", report, { tabindex: "0", "aria-label": text.report });
  const buttons = element("p", "", { class: "crash-buttons" });
  buttons.append(again, fresh, copy);

  const page = element("main", "", { class: "waiting crash", lang, role: "alert" });
  page.append(element("h1", text[title]), element("p", text[why]), buttons, shown);
  document.body.replaceChildren(page);
}

function waiting() {
  for (const section of document.querySelectorAll(".waiting > section")) section.hidden = section.lang !== language;
  document.documentElement.lang = language;
  document.querySelector(".waiting-progress")?.removeAttribute("hidden");
}

// The program's panic hook sends this; `error` catches what stops it without a panic.
addEventListener("vpc-explainer:crash", (event) => crash("stopped", "stopWhy", String(event.detail)));
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) crash("stopped", "stopWhy", String(event.error.stack));
});

waiting();
try {
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  crash("loadFailed", "loadWhy", String(error?.stack ?? error));
}
