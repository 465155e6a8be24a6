// Types of embed.js and of the messages it carries, made from schema/messages.schema.json.

/** What the explainer tells the page around it. */
export type FromExplainer = Ready | State | Verdict | Answered | Height | Problem | Reply;

/** The page can be read; messages are taken from now on. */
export interface Ready {
  app: "vpc-explainer";
  /** The messages it takes. */
  caps: string[];
  /** What `iframe=` in the link says. */
  id?: string;
  lang: "en" | "ja";
  /** The lesson's name in links. */
  lesson?: string;
  type: "ready";
  v: 1;
}

/** What is switched on, or the path that is shown, is another. */
export interface State {
  app: "vpc-explainer";
  cause: "load" | "user" | "api" | "undo" | "reset" | "link";
  /** The parameters of the template that the latest change turned. */
  changed: string[];
  /** What `iframe=` in the link says. */
  id?: string;
  /** A state, as behind `s=` in a link. */
  s: string;
  type: "state";
  v: 1;
}

/** Every requirement's verdict. Nothing is told while the reader is to guess. */
export interface Verdict {
  app: "vpc-explainer";
  /** What `iframe=` in the link says. */
  id?: string;
  results: Result[];
  type: "verdict";
  v: 1;
}

/** A prediction, once it is revealed. */
export interface Answered {
  app: "vpc-explainer";
  /** How many predictions were revealed since the page was opened. */
  attempts: number;
  /** How sure the reader was: 0, 0.5 or 1. */
  confidence: number;
  /** Whether that option meets every requirement, as the engine finds. */
  correct: boolean;
  /** What `iframe=` in the link says. */
  id?: string;
  /** The lesson's name in links. */
  item: string;
  /** The option that was picked, by its letter. */
  pick: string;
  /** From the question in sight to the reveal. */
  seconds: number;
  type: "answer";
  v: 1;
  /** An xAPI 1.0.3 statement without an actor. */
  xapi: object;
}

/** How high the content is, in CSS pixels. */
export interface Height {
  app: "vpc-explainer";
  /** What `iframe=` in the link says. */
  id?: string;
  type: "height";
  v: 1;
  value: number;
}

/** Something went wrong, or a message without `req` was refused. */
export interface Problem {
  app: "vpc-explainer";
  code: string;
  /** What `iframe=` in the link says. */
  id?: string;
  message?: string;
  type: "error";
  v: 1;
}

/** The answer to a message with `req`. */
export interface Reply {
  app: "vpc-explainer";
  /** Why not, where `ok` is false. */
  code?: string;
  /** What `iframe=` in the link says. */
  id?: string;
  message?: string;
  ok: boolean;
  /** Comes back in the reply. */
  req: number | string;
  /** A state, as behind `s=` in a link. */
  s?: string;
  type: "reply";
  v: 1;
}

/** What the page around it may send; `req` makes it answer with a `reply`. */
export type ToExplainer = GetState | SetState | SetDefaultState | Undo | Redo | Reset | Step | Reveal | SetTheme | SetLang | Focus | Print;

/** Asks for the state. */
export interface GetState {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "getState";
  v: 1;
}

/** Shows a state; the reader can undo it. */
export interface SetState {
  /** False: screen readers are not told. */
  announce?: boolean;
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  /** A state, as behind `s=` in a link. */
  s: string;
  type: "setState";
  v: 1;
}

/** Reset goes back to this state from now on. */
export interface SetDefaultState {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  /** A state, as behind `s=` in a link. */
  s: string;
  type: "setDefaultState";
  v: 1;
}

/** One change back. */
export interface Undo {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "undo";
  v: 1;
}

/** One change forth. */
export interface Redo {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "redo";
  v: 1;
}

/** Back to the first state. */
export interface Reset {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "reset";
  v: 1;
}

/** Points out a stop of the path shown; 0 for none. */
export interface Step {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  to: number;
  type: "step";
  v: 1;
}

/** Shows what is hidden until it is asked for. */
export interface Reveal {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "reveal";
  v: 1;
}

/** Light, dark, or as the reader's system has it. */
export interface SetTheme {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  theme: string;
  type: "setTheme";
  v: 1;
}

/** Another language, as a BCP 47 tag. */
export interface SetLang {
  app: "vpc-explainer";
  lang: string;
  /** Comes back in the reply. */
  req?: number | string;
  type: "setLang";
  v: 1;
}

/** Moves the focus into the page. */
export interface Focus {
  app: "vpc-explainer";
  part?: "verdicts" | "picture" | "switches";
  /** Comes back in the reply. */
  req?: number | string;
  type: "focus";
  v: 1;
}

/** Opens the print dialogue, where the frame may. */
export interface Print {
  app: "vpc-explainer";
  /** Comes back in the reply. */
  req?: number | string;
  type: "print";
  v: 1;
}

/** One requirement's verdict. */
export interface Result {
  /** AWS Reachability Analyzer's code of the reason, or our own. */
  code?: string;
  holds: boolean;
  /** A smallest set of settings that suffices for a verdict that is not `holds`, as `Parameter=value` of the template. */
  minimalCause?: string[];
  /** The requirement, as lessons write it: `install:pypi`. */
  req: string;
  verdict: "holds" | "fails" | "partial" | "unknown" | "undeployable";
  /** The reason in a sentence, in the page's language. */
  why: string;
}

/** An answer that is no refusal; a refusal rejects the promise with an error that has a `code`. */
export type Answer = Promise<Pick<Reply, "ok" | "s">>;

/** `<vpc-explainer>`. Attributes: state, lang, theme, embed, mode, lesson, lock, hide, step, height, title, src. */
export interface VpcExplainerElement extends HTMLElement {
  state: string | null;
  theme: string | null;
  readonly ready: Promise<Pick<Ready, "caps" | "lang" | "lesson">>;
  getState(): Answer;
  setState(s: string, announce?: boolean): Answer;
  setDefaultState(s: string): Answer;
  undo(): Answer;
  redo(): Answer;
  reset(): Answer;
  step(to: number): Answer;
  reveal(): Answer;
  setTheme(theme: string): Answer;
  setLang(lang: string): Answer;
  focusPart(part?: Focus["part"]): Answer;
  print(): Answer;
}

declare global {
  interface HTMLElementTagNameMap {
    "vpc-explainer": VpcExplainerElement;
  }
  interface HTMLElementEventMap {
    "vpc-explainer:ready": CustomEvent<Omit<Ready, "app" | "v" | "type">>;
    "vpc-explainer:state": CustomEvent<Omit<State, "app" | "v" | "type">>;
    "vpc-explainer:verdict": CustomEvent<Omit<Verdict, "app" | "v" | "type">>;
    "vpc-explainer:answer": CustomEvent<Omit<Answered, "app" | "v" | "type">>;
    "vpc-explainer:height": CustomEvent<Omit<Height, "app" | "v" | "type">>;
    "vpc-explainer:error": CustomEvent<Omit<Problem, "app" | "v" | "type">>;
  }
}
