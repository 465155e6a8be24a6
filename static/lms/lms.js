// The lesson as a learning management system starts it: the question at first, later the state that was left. What the learner
// predicts is reported once it is revealed. How this system is spoken to is told by `adapter.js`:
//   lms.start()          → a promise of { kept, lang }: the text kept last, and the learner's language, where they are known
//   lms.keep(text)       keeps a text of at most 4,096 characters
//   lms.answered(answer) reports the message `answer` of docs/messages.md
//   lms.end()            says goodbye; nothing can be said after it
"use strict";

{
  const words = {
    en: "No learning system answered, so nothing will be recorded. Everything else works.",
    ja: "学習管理システムから応答がないため、結果は記録されません。学習はこのまま進められます。",
  };
  const place = document.querySelector("main");
  const status = document.querySelector("[role=status]");

  // What was kept; anything that is not ours is as if nothing was.
  function read(text) {
    try {
      const { s, answered } = JSON.parse(text);
      return { ...(typeof s === "string" && /^\d+\.[\w-]{1,400}$/.test(s) && { s }), answered: answered === true };
    } catch {
      return { answered: false };
    }
  }

  function language(wanted) {
    const tags = [wanted, ...navigator.languages].filter(Boolean);
    return tags.map((tag) => tag.split(/[-_]/)[0].toLowerCase()).find((tag) => tag in words) ?? "en";
  }

  async function start() {
    const begun = await lms.start().catch(() => undefined);
    const lang = language(begun?.lang);
    document.documentElement.lang = lang;
    if (!begun) status.textContent = words[lang];
    let kept = read(begun?.kept);

    const made = document.createElement("vpc-explainer");
    // A system need not know that a folder stands for its page.
    const src = new URL("index.html", location.href).href;
    const attributes = { src, embed: "full", lang, lesson: place.dataset.lesson, state: kept.s };
    if (!kept.answered) attributes.mode = "predict";
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    if (begun) {
      const keep = (more) => lms.keep(JSON.stringify((kept = { ...kept, ...more })));
      made.addEventListener("vpc-explainer:state", ({ detail }) => detail.cause !== "load" && keep({ s: detail.s }));
      made.addEventListener("vpc-explainer:answer", ({ detail }) => {
        lms.answered(detail);
        keep({ answered: true });
      });
      addEventListener("pagehide", () => lms.end(), { once: true });
    }
    place.replaceChildren(made);
  }
  start();
}
