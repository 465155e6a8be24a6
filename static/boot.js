// Loads the page's program at the first sign of the reader, puts it in place of the prerendered view without a seam, and,
// when that fails or the program stops, puts a readable page in its place.
// The names of the program's two files stand in this script's own element; nothing here is inline, so the policy stays strict.
// All scripts are classic ones: a sandboxed frame has no origin, and a module needs one.
"use strict";

{
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

  const html = document.documentElement;
  const language = html.lang in words ? html.lang : "en";

  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  // To `guest.js`, where there is a page around this one.
  function tell(what, detail) {
    dispatchEvent(new CustomEvent(`vpc-explainer:${what}`, { detail }));
  }

  let crashed = false;

  function crash(title, why, detail) {
    if (crashed) return;
    crashed = true;
    const lang = html.lang in words ? html.lang : language;
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

    const page = element("main", "", { class: "waiting crash", lang });
    const said = element("div", "", { role: "alert" });
    said.append(element("h1", text[title]), element("p", text[why]));
    page.append(said, buttons, shown);
    document.body.replaceChildren(page);
    tell("say", { type: "error", code: title === "stopped" ? "STOPPED" : "NOT_LOADED", message: detail.slice(0, 400) });
  }

  // The program's panic hook sends this; `error` catches what stops it without a panic.
  addEventListener("vpc-explainer:crash", (event) => crash("stopped", "stopWhy", String(event.detail)));
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) crash("stopped", "stopWhy", String(event.error.stack));
  });

  // The view that was prerendered in the reader's language; none where the page is built for development.
  const view = document.querySelector(`.root[lang="${language}"]`);

  // ---- what the reader does before the program is there ------------------------------------------------------------------

  // A thing of the prerendered view is found again in the program's by its first class and its place among those.
  function nameOf(thing) {
    const kind = thing.localName + (thing.classList[0] ? `.${CSS.escape(thing.classList[0])}` : "");
    return { kind, place: [...view.querySelectorAll(kind)].filter(isShown).indexOf(thing) };
  }

  function named({ kind, place }, root) {
    return root.querySelectorAll(kind)[place];
  }

  // The view holds the picture for every width; the others are not there for the reader, nor for counting.
  function isShown(thing) {
    const room = thing.closest(".room");
    return !room || getComputedStyle(room).display !== "none";
  }

  const clicks = [];

  function remember(event) {
    const link = event.target.closest("a[href^='#']");
    const control = event.target.closest("button, .dg-switched");
    if (link) {
      event.preventDefault(); // the fragment belongs to the state
      document.querySelector(link.hash)?.focus();
    } else if (control) {
      clicks.push(nameOf(control));
      control.setAttribute("aria-busy", "true");
    }
  }

  // Between press and release nothing may be replaced, or the click would be lost.
  const pressed = new Set();
  let afterRelease;

  function whenReleased(act) {
    if (pressed.size === 0) act();
    else afterRelease = act;
  }

  function release(key) {
    pressed.delete(key);
    // The click comes after the release.
    setTimeout(() => {
      if (pressed.size > 0 || !afterRelease) return;
      const act = afterRelease;
      afterRelease = undefined;
      act();
    }, 20);
  }

  function watch() {
    const on = (type, act) => addEventListener(type, act, { capture: true, passive: true });
    on("pointerdown", (event) => pressed.add(event.pointerId));
    on("pointerup", (event) => release(event.pointerId));
    on("pointercancel", (event) => release(event.pointerId));
    on("keydown", (event) => event.key === " " && pressed.add(event.key));
    on("keyup", (event) => release(event.key));
    on("blur", () => [...pressed].forEach(release));
    view.addEventListener("click", remember);
  }

  // ---- the program in place of the prerendered view ----------------------------------------------------------------------

  function mount() {
    const root = element("div", "", { id: "app" });
    addEventListener("vpc-explainer:mounted", () => whenReleased(() => replace(root)), { once: true });
    tell("mount", root);
  }

  async function replace(root) {
    const kept = view && !("wait" in html.dataset) ? keep() : () => {};
    const { scrollX, scrollY } = window;
    document.getElementById("app")?.replaceWith(root);
    for (const style of document.querySelectorAll("body > style")) style.remove();
    kept(root);
    scrollTo(scrollX, scrollY);
    delete html.dataset.wait;
    if (performance.getEntriesByName("ready").length === 0) performance.mark("ready");
    dispatchEvent(new Event("resize")); // now there is room to measure
    tell("running");
    for (const click of clicks) {
      named(click, root)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      await new Promise((done) => setTimeout(done)); // let it show before the next
    }
  }

  // What the reader had opened, scrolled and focused.
  function keep() {
    const focus = view.contains(document.activeElement) && nameOf(document.activeElement);
    const open = [...view.querySelectorAll("details")].filter(isShown).map((details) => [nameOf(details), details.open]);
    const scrolled = [...view.querySelectorAll("*")]
      .filter((thing) => thing.scrollTop || thing.scrollLeft)
      .map((thing) => [nameOf(thing), thing.scrollTop, thing.scrollLeft]);
    return (root) => {
      for (const [name, isOpen] of open) {
        const details = named(name, root);
        if (details) details.open = isOpen;
      }
      for (const [name, top, left] of scrolled) named(name, root)?.scrollTo(left, top);
      if (focus) named(focus, root)?.focus({ preventScroll: true });
    };
  }

  let starting = false;

  // Where the files of this version are. A page that was built whole has them in a folder of their own, and a single file has
  // them inside.
  const { js, wasm, version } = document.querySelector("script[data-wasm]").dataset;
  const at = (file) => new URL(file, new URL(wasm, document.baseURI));
  const program = wasm.split("/").pop();
  const inside = self.vpcExplainerInside;

  // A script may be fetched from everywhere; bytes may not where the page has no origin of its own, as in a sandboxed frame or
  // from a disk, unless the host allows it. There they come as a script too.
  function script(file) {
    return new Promise((done, failed) => {
      const made = element("script", "", { src: at(file) });
      made.addEventListener("load", done);
      made.addEventListener("error", () => failed(new Error(`${file} did not arrive`)));
      document.head.append(made);
    });
  }

  const files = (self.vpcExplainerFiles = {});
  const isOpaque = self.origin === "null";

  async function bytes() {
    if (inside) return inside(program);
    if (!isOpaque) return fetch(at(program));
    await script(`${program}.js`);
    return Uint8Array.from(files[program], (letter) => letter.charCodeAt(0) - 0x20);
  }

  // The program asks for texts here. One of an earlier version would not fit it.
  self.vpcExplainerText = async (file) => {
    if (inside) return new TextDecoder().decode(await inside(file));
    if (isOpaque) {
      await script(`${file}.js`);
      return files[file];
    }
    const answer = await fetch(at(file), { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    return answer.text();
  };

  async function start() {
    if (starting) return;
    starting = true;
    try {
      const [module_or_path] = await Promise.all([bytes(), inside || script(js.split("/").pop())]);
      await wasm_bindgen({ module_or_path });
      whenReleased(mount);
    } catch (error) {
      crash("loadFailed", "loadWhy", String(error?.stack ?? error));
    }
  }

  // For the next visit without a network. It costs the reader bytes, so whoever only reads a frame in somebody's page, or saves
  // data, pays them when the program runs, and nobody while the page itself is still coming.
  function keepForOffline() {
    if (!version || isOpaque || !navigator.serviceWorker) return;
    const keep = () => navigator.serviceWorker.register(`${new URL("../sw.js", at(""))}`).catch(() => {}); // only a convenience
    const soon = () => setTimeout(() => (self.requestIdleCallback ?? setTimeout)(keep), 3000);
    if (parent !== window || navigator.connection?.saveData) addEventListener("vpc-explainer:running", soon, { once: true });
    else if (document.readyState === "complete") soon();
    else addEventListener("load", soon, { once: true });
  }

  if (view) {
    view.id = "app";
    for (const other of document.querySelectorAll(".root")) if (other !== view) other.remove();
    document.title = view.querySelector("h1").textContent;
    // Verdicts that are to be guessed, or that the author hides, are nowhere in the document.
    if ("secret" in html.dataset) view.replaceChildren(view.querySelector(".loading"));
    watch();
  }
  if (!view || "wait" in html.dataset) {
    start();
  } else {
    performance.mark("ready");
    // Most readers only read: the program waits for the first sign of one who will do more. Scrolling is none.
    for (const sign of ["pointerover", "pointermove", "pointerdown", "touchstart", "keydown", "focusin", "click", "hashchange", "resize"]) {
      addEventListener(sign, start, { capture: true, passive: true, once: true });
    }
    addEventListener("vpc-explainer:wanted", start, { once: true });
  }
  if (parent !== window && !inside) script("guest.js").catch(() => {}); // without it the page is only less of a guest
  keepForOffline();
}
