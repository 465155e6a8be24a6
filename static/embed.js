// For pages that embed the explainer: <vpc-explainer state="1.…" lang="ja"></vpc-explainer>, or the same as
// <div data-vpc-explainer data-state="1.…" data-lang="ja"></div> where an editor strips unknown elements. Makes the frame, keeps
// its height, and turns messages into promises and events. Types are in embed.d.ts. The bare <iframe> works without it.
(() => {
  const APP = "vpc-explainer";
  const script = document.currentScript;
  const site = new URL(".", script?.src ?? location.href);
  // Attribute of the element → key of the link.
  const KEYS = { state: "s", lang: "lang", theme: "theme", embed: "embed", mode: "mode", lesson: "lesson", lock: "lock", hide: "hide", step: "step" };
  const EVENTS = ["ready", "state", "verdict", "answer", "height", "error"];
  const frames = new Set();

  function address(get, from) {
    const url = new URL(from ?? site);
    const said = Object.entries(KEYS).map(([name, key]) => [key, get(name)]).filter(([, value]) => value != null);
    if (!said.some(([key]) => key === "embed")) said.push(["embed", "compact"]);
    url.hash = new URLSearchParams(said).toString().replaceAll("%2C", ",");
    return url.href;
  }

  class Frame {
    #asked = new Map();
    #next = 0;

    constructor(place, get) {
      const frame = document.createElement("iframe");
      Object.assign(frame, { title: get("title") ?? "VPC explainer", loading: "lazy", src: address(get, get("src")) });
      frame.setAttribute("sandbox", "allow-scripts allow-popups allow-downloads");
      frame.setAttribute("allow", "fullscreen; clipboard-write");
      frame.style.cssText = `display:block;width:100%;height:${parseInt(get("height") ?? 520, 10) || 520}px;border:0`;
      this.frame = frame;
      this.place = place;
      this.ready = new Promise((done) => (this.isReady = done));
      place.append(frame);
    }

    take(data) {
      const { app, v, type, req, ...rest } = data;
      if (type === "reply") {
        const [done, failed] = this.#asked.get(req) ?? [];
        this.#asked.delete(req);
        if (rest.ok) done?.(rest);
        else failed?.(Object.assign(new Error(rest.message ?? rest.code), { code: rest.code }));
      } else if (EVENTS.includes(type)) {
        if (type === "ready") this.isReady(rest);
        if (type === "height") this.frame.style.height = `${Math.min(Math.max(Math.ceil(rest.value), 100), 20000)}px`;
        this.place.dispatchEvent(new CustomEvent(`${APP}:${type}`, { bubbles: true, detail: rest }));
      }
    }

    async send(type, fields) {
      await this.ready;
      return new Promise((done, failed) => {
        const req = this.#next++;
        this.#asked.set(req, [done, failed]);
        this.frame.contentWindow.postMessage({ app: APP, v: 1, ...fields, type, req }, "*");
      });
    }
  }

  addEventListener("message", ({ source, data }) => {
    if (data?.app !== APP || data.v !== 1) return;
    for (const one of frames) if (one.frame.contentWindow === source) one.take(data);
  });

  const API = {
    getState: () => ["getState"],
    setState: (s, announce) => ["setState", { s, announce }],
    setDefaultState: (s) => ["setDefaultState", { s }],
    undo: () => ["undo"],
    redo: () => ["redo"],
    reset: () => ["reset"],
    step: (to) => ["step", { to }],
    reveal: () => ["reveal"],
    setTheme: (theme) => ["setTheme", { theme }],
    setLang: (lang) => ["setLang", { lang }],
    focusPart: (part) => ["focus", { part }],
    print: () => ["print"],
  };

  class Element extends HTMLElement {
    #frame;

    connectedCallback() {
      this.style.display ||= "block";
      this.#frame ??= new Frame(this, (name) => this.getAttribute(name));
      frames.add(this.#frame);
    }

    disconnectedCallback() {
      frames.delete(this.#frame);
    }

    get ready() {
      return this.#frame.ready;
    }

    static observedAttributes = ["state", "theme", "lang"];

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now || now === null) return;
      const set = { state: "setState", theme: "setTheme", lang: "setLang" }[name];
      this[set](now).catch(() => {}); // what it is not, the `error` message says
    }

    send(type, fields) {
      return this.#frame.send(type, fields);
    }
  }
  for (const [name, message] of Object.entries(API)) {
    Element.prototype[name] = function (...given) {
      return this.send(...message(...given));
    };
  }
  for (const name of ["state", "theme"]) {
    Object.defineProperty(Element.prototype, name, {
      get() {
        return this.getAttribute(name);
      },
      set(value) {
        this.setAttribute(name, value);
      },
    });
  }
  if (!customElements.get(APP)) customElements.define(APP, Element);

  // A <div data-vpc-explainer> gets the element inside it.
  function adopt() {
    for (const place of document.querySelectorAll("[data-vpc-explainer]:not([data-vpc-explainer=made])")) {
      const made = document.createElement(APP);
      for (const [name, value] of Object.entries(place.dataset)) if (name !== "vpcExplainer") made.setAttribute(name, value);
      place.dataset.vpcExplainer = "made";
      place.replaceChildren(made);
    }
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", adopt);
  else adopt();
})();
