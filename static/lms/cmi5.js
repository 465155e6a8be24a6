// cmi5: the address that starts the lesson says where its record store is, who learns, and how to be let in.
"use strict";

{
  const given = new URLSearchParams(location.search);
  const [endpoint, fetchUrl, actor, registration, activityId] = ["endpoint", "fetch", "actor", "registration", "activityId"].map((name) =>
    given.get(name),
  );
  const verbs = {
    initialized: "http://adlnet.gov/expapi/verbs/initialized",
    completed: "http://adlnet.gov/expapi/verbs/completed",
    passed: "http://adlnet.gov/expapi/verbs/passed",
    failed: "http://adlnet.gov/expapi/verbs/failed",
    terminated: "http://adlnet.gov/expapi/verbs/terminated",
  };
  const categories = "https://w3id.org/xapi/cmi5/context/categories/";
  const masteryScore = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const begun = Date.now();
  const duration = () => `PT${(Date.now() - begun) / 1000}S`;

  let token;
  let launch;
  // Statements and states go one after the other, as they happened.
  let last = Promise.resolve();

  function ask(resource, query, { method = "GET", body } = {}) {
    const address = new URL(resource, endpoint.endsWith("/") ? endpoint : `${endpoint}/`);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const headers = { Authorization: `Basic ${token}`, "X-Experience-API-Version": "1.0.3" };
    if (body) headers["Content-Type"] = "application/json";
    return fetch(address, { method, headers, body, keepalive: true });
  }

  function inOrder(act) {
    last = last.then(act).catch(() => {}); // one that does not get through must not hold up the next
    return last;
  }

  // A statement that cmi5 defines, or one that it allows; the template of the system is in both.
  function statement(verb, { result, object, isOwn = true, isMove = false } = {}) {
    const { contextTemplate = {} } = launch;
    const own = [isOwn && "cmi5", isMove && "moveon"].filter(Boolean).map((name) => ({ id: categories + name }));
    const activities = contextTemplate.contextActivities ?? {};
    const category = [...(activities.category ?? []), ...own];
    return {
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      actor: JSON.parse(actor),
      verb: typeof verb === "string" ? { id: verbs[verb], display: { "en-US": verb } } : verb,
      object: object ?? { objectType: "Activity", id: activityId },
      ...(result && { result }),
      context: {
        ...contextTemplate,
        registration,
        contextActivities: { ...activities, ...(category.length > 0 && { category }) },
        extensions: {
          ...contextTemplate.extensions,
          ...(isMove && result.score && launch.masteryScore !== undefined && { [masteryScore]: launch.masteryScore }),
        },
      },
    };
  }

  function say(...given) {
    const said = statement(...given);
    return inOrder(() => ask("statements", { statementId: said.id }, { method: "PUT", body: JSON.stringify(said) }));
  }

  const state = (stateId) => ({ stateId, activityId, agent: actor, registration });
  const own = "vpc-explainer";
  let done = {};

  async function text(answer) {
    return answer.ok ? answer.text() : "";
  }

  self.lms = {
    async start() {
      if (!endpoint || !fetchUrl || !actor || !registration || !activityId) throw new Error("not started by an LMS");
      token = (await (await fetch(fetchUrl, { method: "POST" })).json())["auth-token"];
      if (!token) throw new Error("not let in");
      launch = await (await ask("activities/state", state("LMS.LaunchData"))).json();
      const wishes = await ask("agents/profile", { profileId: "cmi5LearnerPreferences", agent: actor }).then(text, () => "");
      const kept = await ask("activities/state", state(own)).then(text, () => "");
      try {
        done = JSON.parse(kept).done ?? {};
      } catch {
        // Nothing was kept yet.
      }
      await say("initialized");
      let lang;
      try {
        [lang] = JSON.parse(wishes).languagePreference.split(",");
      } catch {
        // No preference.
      }
      return { kept, lang };
    },
    keep(kept) {
      const body = JSON.stringify({ ...JSON.parse(kept), done });
      inOrder(() => ask("activities/state", state(own), { method: "PUT", body }));
    },
    answered({ correct, xapi }) {
      const { verb, object, result, context } = xapi;
      say(verb, { object: { ...object, id: `${activityId}#question` }, result, isOwn: false, language: context.language });
      // Only a session that counts may move on; passing and completing happen once.
      if ((launch.launchMode ?? "Normal") !== "Normal") return;
      const score = { scaled: correct ? 1 : 0 };
      const passes = launch.masteryScore === undefined ? correct : score.scaled >= launch.masteryScore;
      if (!done.completed) say("completed", { result: { completion: true, duration: duration() }, isMove: true });
      if (!done.passed) {
        say(passes ? "passed" : "failed", { result: { success: passes, score, duration: duration() }, isMove: true });
      }
      done = { completed: true, passed: done.passed || passes };
    },
    end() {
      say("terminated", { result: { duration: duration() } });
    },
  };
}
