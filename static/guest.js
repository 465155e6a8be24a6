// Inside another page: says how high it is, in the words of every host that asks, and passes on what the host wants.
// Loaded by `boot.js` in a frame only. Messages are described in docs/messages.md; only the parent is listened to, nothing of a
// message is run, shown or opened, and what is not understood is left alone.
"use strict";

{
  const html = document.documentElement;
  const host = parent;
  const address = `${location.search}&${location.hash}`;
  const asked = (key) => new RegExp(`[?&#]${key}=([^?&#]*)`).exec(address)?.[1] ?? "";
  const secret = /^[A-Za-z0-9]{1,64}$/.exec(asked("secret"))?.[0];
  const frame = /^[\w-]{1,64}$/.exec(asked("iframe"))?.[0];
  const isOpaque = self.origin === "null";

  // The host's origin, where the link narrows it down.
  function only() {
    try {
      return new URL(decodeURIComponent(asked("targetOrigin"))).origin;
    } catch {
      return "*";
    }
  }
  const target = only();

  function post(message) {
    try {
      host.postMessage(message, target);
    } catch {
      // A host that is gone is told nothing.
    }
  }

  function say(type, rest) {
    post({ app: "vpc-explainer", v: 1, ...(frame && { id: frame }), type, ...rest });
  }

  // ---- height ------------------------------------------------------------------------------------------------------------

  // The way of the host, once it has shown one.
  const speaks = { h5p: false, resizer: "" };
  const pressed = new Set();
  let told = 0;
  let due;

  // Where the page would fill the frame, it is measured as it would be if it did not. Nothing is painted in between.
  function measure() {
    const fills = !("natural" in html.dataset);
    if (fills) html.dataset.natural = "";
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (fills) delete html.dataset.natural;
    return height;
  }

  function tell(height, why) {
    told = height;
    say("height", { value: height });
    if (secret) post({ message: "height", value: height, secret });
    if (speaks.resizer) post(`[iFrameSizer]${speaks.resizer}:${height}:${html.clientWidth}:${why}`);
    // An H5P host cannot answer a page without an origin, so it is told without being asked.
    if (speaks.h5p || isOpaque) post({ context: "h5p", action: "resize", height, scrollHeight: height, clientHeight: innerHeight });
  }

  function check({ force, why }) {
    due = undefined;
    // A page that fills its frame is measured where it must be: its panels would lose their places.
    if (!force && told > 0 && !("natural" in html.dataset)) return;
    const height = measure();
    if (height < told && pressed.size > 0 && !force) return; // what is pressed stays under the finger
    if (height > 0 && (force || Math.abs(height - told) > 1)) tell(height, why);
  }

  // At most once a frame; a frame out of sight is painted late or never, so a timer comes along.
  function soon(force = false, why = "resizeObserver") {
    const isFirst = !due;
    if (isFirst || force) due = { force, why };
    if (!isFirst) return;
    const act = () => due && check(due);
    requestAnimationFrame(act);
    setTimeout(act, 100);
  }

  // The host takes heights: the page no longer fills its frame.
  function isTaken() {
    html.dataset.natural = "";
    dispatchEvent(new Event("resize"));
  }

  const strangers = {
    h5p({ action }) {
      if (action === "hello") {
        speaks.h5p = true;
        isTaken();
      }
      if (["hello", "resizePrepared", "resize"].includes(action)) soon(true);
    },
    resizer(text) {
      const fields = text.slice("[iFrameSizer]".length, 512).split(":");
      if (/^(true|false)$/.test(fields[2])) {
        speaks.resizer = fields[0];
        isTaken();
        soon(true, "init");
      } else if (speaks.resizer && /^(resize|reset)$/.test(fields[0])) {
        soon(true, fields[0] === "reset" ? "reset" : "resizeParent");
      }
    },
    wordpress(data) {
      if (secret && data.secret === secret && data.message === "ready") soon(true);
    },
  };

  // ---- what the host wants -----------------------------------------------------------------------------------------------

  // Every message with its fields; `?` may be missing. `done` is carried out here, the rest by the program.
  const known = {
    getState: {},
    setState: { s: "string", announce: "boolean?" },
    setDefaultState: { s: "string" },
    undo: {},
    redo: {},
    reset: {},
    step: { to: "number" },
    reveal: {},
    setTheme: { theme: "string" },
    setLang: { lang: "string" },
    focus: { part: "string?" },
    print: {},
  };
  const parts = { verdicts: "#verdicts", picture: ".listing, .figure button", switches: "[role=switch]" };
  const done = {
    focus({ part = "verdicts" }) {
      const place = Object.hasOwn(parts, part) ? document.querySelector(`#app :is(${parts[part]})`) : undefined;
      place?.focus();
      return place ? { ok: true } : { ok: false, code: "BAD_VALUE", message: `part is ${Object.keys(parts).join(", ")}` };
    },
    print() {
      print();
      return { ok: true };
    },
  };

  // What is wrong with a message, or nothing.
  function fault(data) {
    if (data.v !== 1) return ["BAD_VERSION", "v is 1"];
    if (!Object.hasOwn(known, data.type)) return ["UNKNOWN_TYPE", `type is one of ${Object.keys(known).join(", ")}`];
    for (const [field, type] of Object.entries(known[data.type])) {
      const value = data[field];
      if (type.endsWith("?") && value === undefined) continue;
      if (typeof value !== type.replace("?", "")) return ["BAD_FIELD", `${field} is a ${type.replace("?", "")}`];
      if (typeof value === "string" && value.length > 400) return ["TOO_LONG", `${field} has at most 400 characters`];
    }
  }

  function reply(data, rest) {
    const { req } = data;
    const isName = typeof req === "number" || (typeof req === "string" && req.length <= 64);
    if (isName) say("reply", { req, ...rest });
    else if (!rest.ok) say("error", { code: rest.code, ...(rest.message && { message: rest.message }) });
  }

  // Messages wait for the program, and a flood of them is carried out over several frames.
  const waiting = [];
  const most = 200;
  const atOnce = 20;
  let isRunning = false;
  let isWorking = false;

  function work() {
    isWorking = false;
    for (const data of waiting.splice(0, atOnce)) {
      const detail = { ...data, answer: undefined };
      dispatchEvent(new CustomEvent("vpc-explainer:ask", { detail }));
      reply(data, detail.answer ?? { ok: false, code: "FAILED", message: "the page did not take it" });
    }
    if (waiting.length > 0) later();
  }

  function later() {
    if (isWorking || !isRunning) return;
    isWorking = true;
    setTimeout(work, 16);
  }

  let refused = 0;

  function take(data) {
    const wrong = fault(data);
    if (wrong) {
      // A flood of nonsense is answered once in a while.
      if (performance.now() - refused < 100) return;
      refused = performance.now();
      return reply(data, { ok: false, code: wrong[0], message: wrong[1] });
    }
    if (done[data.type]) return reply(data, done[data.type](data));
    if (waiting.length >= most) return reply(data, { ok: false, code: "BUSY", message: "too many at once" });
    const fields = Object.keys(known[data.type]).map((field) => [field, data[field]]);
    waiting.push({ type: data.type, req: data.req, ...Object.fromEntries(fields) });
    dispatchEvent(new Event("vpc-explainer:wanted"));
    later();
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== host || (target !== "*" && origin !== target)) return;
    if (typeof data === "string") return data.startsWith("[iFrameSizer]") ? strangers.resizer(data) : undefined;
    if (typeof data !== "object" || data === null) return;
    if (data.app === "vpc-explainer") take(data);
    else if (data.context === "h5p") strangers.h5p(data);
    else if (data.message) strangers.wordpress(data);
  });

  // ---- what the page says ------------------------------------------------------------------------------------------------

  // What was predicted as an xAPI statement; who predicted it, and what records it, is for the host to add.
  function statement({ item, lang, title, question, choices, right, pick, correct, confidence, seconds }) {
    const place = location.href.split(/[?#]/)[0];
    const said = (text) => ({ [lang === "ja" ? "ja-JP" : "en-US"]: text });
    const definition = {
      type: "http://adlnet.gov/expapi/activities/cmi.interaction",
      interactionType: "choice",
      name: said(title),
      description: said(question),
      choices: choices.map(([id, text]) => ({ id, description: said(text) })),
      correctResponsesPattern: right,
    };
    return {
      verb: { id: "http://adlnet.gov/expapi/verbs/answered", display: { "en-US": "answered", "ja-JP": "回答した" } },
      object: { objectType: "Activity", id: `${place}?lesson=${item}&mode=predict`, definition },
      result: {
        success: correct,
        completion: true,
        response: pick,
        score: { scaled: correct ? 1 : 0 },
        duration: `PT${seconds}S`,
        extensions: { [`${place}?confidence`]: confidence },
      },
      context: { language: lang, contextActivities: { parent: [{ objectType: "Activity", id: `${place}?lesson=${item}` }] } },
    };
  }

  addEventListener("vpc-explainer:say", ({ detail: { type, ...rest } }) => {
    if (type !== "answer") return say(type, rest);
    const { item, pick, correct, confidence, attempts, seconds } = rest;
    say(type, { item, pick, correct, confidence, attempts, seconds, xapi: statement(rest) });
  });
  addEventListener("vpc-explainer:running", () => {
    isRunning = true;
    later();
    soon();
  });

  function start() {
    const { lesson } = document.getElementById("app")?.dataset ?? {};
    say("ready", { caps: Object.keys(known), lang: html.lang, ...(lesson && { lesson }) });
    if (!isOpaque) post({ context: "h5p", action: "hello" });
    for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
      const note = ({ pointerId }) => (type === "pointerdown" ? pressed.add(pointerId) : pressed.delete(pointerId), soon());
      addEventListener(type, note, { capture: true, passive: true });
    }
    new ResizeObserver(() => soon()).observe(document.body);
    addEventListener("resize", () => soon());
    check({ force: true, why: "init" });
  }
  start();
}
