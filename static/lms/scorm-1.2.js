// SCORM 1.2 run-time: the object `API` in a window around this one, or in the one that opened it.
"use strict";

{
  const deepest = 32;

  function find(from) {
    for (let [at, depth] = [from, 0]; at && depth < deepest; depth++) {
      try {
        if (at.API) return at.API;
      } catch {
        return undefined; // a window of another site
      }
      if (at.parent === at) return undefined;
      at = at.parent;
    }
    return undefined;
  }

  let api;
  const begun = Date.now();
  const get = (name) => String(api.LMSGetValue(name) ?? "");
  const set = (name, value) => api.LMSSetValue(name, String(value));
  const two = (number) => String(number).padStart(2, "0");

  // Hours, minutes and seconds.
  function time(seconds) {
    const whole = Math.floor(seconds);
    const fraction = Math.floor((seconds % 1) * 100);
    return `${two(Math.min(Math.floor(whole / 3600), 9999))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${two(fraction)}`;
  }

  self.lms = {
    async start() {
      api = find(self) ?? find(self.opener);
      if (!api || String(api.LMSInitialize("")) !== "true") throw new Error("no API");
      if (/^(not attempted|unknown|)$/.test(get("cmi.core.lesson_status"))) set("cmi.core.lesson_status", "incomplete");
      set("cmi.core.exit", "suspend");
      api.LMSCommit("");
      return { kept: get("cmi.suspend_data"), lang: get("cmi.student_preference.language") };
    },
    keep(text) {
      set("cmi.suspend_data", text.slice(0, 4096));
      api.LMSCommit("");
    },
    answered({ item, pick, correct, seconds, xapi }) {
      const place = `cmi.interactions.${Number(get("cmi.interactions._count")) || 0}`;
      const now = new Date();
      set(`${place}.id`, item);
      set(`${place}.type`, "choice");
      set(`${place}.time`, `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`);
      xapi.object.definition.correctResponsesPattern.forEach((right, index) =>
        set(`${place}.correct_responses.${index}.pattern`, right.toLowerCase()),
      );
      set(`${place}.student_response`, pick.toLowerCase());
      set(`${place}.result`, correct ? "correct" : "wrong");
      set(`${place}.latency`, time(seconds));
      // What was passed once stays passed.
      if (get("cmi.core.lesson_status") !== "passed") {
        set("cmi.core.score.min", 0);
        set("cmi.core.score.max", 100);
        set("cmi.core.score.raw", correct ? 100 : 0);
        set("cmi.core.lesson_status", correct ? "passed" : "failed");
      }
      api.LMSCommit("");
    },
    end() {
      set("cmi.core.session_time", time((Date.now() - begun) / 1000));
      api.LMSFinish("");
    },
  };
}
