// SCORM 2004 run-time: the object `API_1484_11` in a window around this one, or in the one that opened it.
"use strict";

{
  const deepest = 32;

  function find(from) {
    for (let [at, depth] = [from, 0]; at && depth < deepest; depth++) {
      try {
        if (at.API_1484_11) return at.API_1484_11;
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
  const get = (name) => String(api.GetValue(name) ?? "");
  const set = (name, value) => api.SetValue(name, String(value));
  const time = (seconds) => `PT${Math.round(seconds * 100) / 100}S`;

  self.lms = {
    async start() {
      api = find(self) ?? find(self.opener);
      if (!api || String(api.Initialize("")) !== "true") throw new Error("no API");
      if (get("cmi.completion_status") !== "completed") set("cmi.completion_status", "incomplete");
      set("cmi.exit", "suspend");
      api.Commit("");
      return { kept: get("cmi.suspend_data"), lang: get("cmi.learner_preference.language") };
    },
    keep(text) {
      set("cmi.suspend_data", text);
      api.Commit("");
    },
    answered({ item, pick, correct, seconds, xapi }) {
      const place = `cmi.interactions.${Number(get("cmi.interactions._count")) || 0}`;
      const [description] = Object.values(xapi.object.definition.name);
      set(`${place}.id`, `urn:vpc-explainer:${item}`);
      set(`${place}.type`, "choice");
      set(`${place}.timestamp`, new Date().toISOString().slice(0, 19));
      xapi.object.definition.correctResponsesPattern.forEach((right, index) =>
        set(`${place}.correct_responses.${index}.pattern`, right),
      );
      set(`${place}.learner_response`, pick);
      set(`${place}.result`, correct ? "correct" : "incorrect");
      set(`${place}.latency`, time(seconds));
      set(`${place}.description`, description.slice(0, 250));
      set("cmi.completion_status", "completed");
      // What was passed once stays passed.
      if (get("cmi.success_status") !== "passed") {
        set("cmi.score.min", 0);
        set("cmi.score.max", 100);
        set("cmi.score.raw", correct ? 100 : 0);
        set("cmi.score.scaled", correct ? 1 : 0);
        set("cmi.success_status", correct ? "passed" : "failed");
      }
      api.Commit("");
    },
    end() {
      set("cmi.session_time", time((Date.now() - begun) / 1000));
      api.Terminate("");
    },
  };
}
