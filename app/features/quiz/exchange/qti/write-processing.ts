import type { Feedback } from "../../question-types/body-parts.ts";
import type { WritingNotes } from "../written-text.ts";
import { htmlOf, qti } from "./xml-text.ts";

const TEMPLATES = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates";

const value = (type: string, text: string | number) => qti("base-value", { "base-type": type }, String(text));
const set = (identifier: string, expression: string) => qti("set-outcome-value", { identifier }, expression);
const variable = (identifier: string) => qti("variable", { identifier });
const correct = (identifier: string) => qti("correct", { identifier });

export const isRight = (response: string) => qti("match", {}, variable(response), correct(response));

export const isNear = (response: string, mode: string, by: number) =>
  qti("equal", { "tolerance-mode": mode, tolerance: `${by} ${by}` }, variable(response), correct(response));

const whenAll = (conditions: readonly string[]) =>
  conditions.length === 1 ? (conditions[0] ?? "") : qti("and", {}, ...conditions);

/** The score is 1 where all the conditions hold, else 0. */
export const scoreWhen = (...conditions: string[]): string =>
  qti("response-condition", {}, qti("response-if", {}, whenAll(conditions), set("SCORE", value("float", 1))));

/** The score is what the maps of the responses say, added up. */
export function scoreByMaps(responses: readonly string[]): string {
  const mapped = responses.map((identifier) => qti("map-response", { identifier }));
  return set("SCORE", mapped.length === 1 ? (mapped[0] ?? "") : qti("sum", {}, ...mapped));
}

/** Adds a part to the score where a condition holds. */
export const addWhen = (condition: string, part: number): string => {
  const more = qti("sum", {}, variable("SCORE"), value("float", part));
  return qti("response-condition", {}, qti("response-if", {}, condition, set("SCORE", more)));
};

/** What a simple item needs no rules of its own for. */
export const templates = {
  match: qti("response-processing", { template: `${TEMPLATES}/match_correct.xml` }),
  map: qti("response-processing", { template: `${TEMPLATES}/map_response.xml` }),
};

const branch = (name: string, feedback: Feedback, moment: "right" | "partly" | "wrong", condition = "") =>
  qti(name, {}, condition, feedback[moment] ? set("FEEDBACK", value("identifier", moment)) : "");

/** What says at the end which feedback is shown, and the feedback itself. */
export function writeFeedback(feedback: Feedback | undefined, notes: WritingNotes) {
  const { right, partly, wrong, always } = feedback ?? {};
  const rules: string[] = [];
  const outcomes: string[] = [];
  if (feedback && (right || partly || wrong)) {
    outcomes.push(
      qti("outcome-declaration", { identifier: "FEEDBACK", cardinality: "single", "base-type": "identifier" }),
    );
    const whole = qti("gte", {}, variable("SCORE"), value("float", 1));
    const some = qti("gt", {}, variable("SCORE"), value("float", 0));
    const between = partly ? branch("response-else-if", feedback, "partly", some) : "";
    const rest = wrong ? branch("response-else", feedback, "wrong") : "";
    rules.push(qti("response-condition", {}, branch("response-if", feedback, "right", whole), between, rest));
  }
  if (always) {
    outcomes.push(
      qti("outcome-declaration", { identifier: "REMARK", cardinality: "single", "base-type": "identifier" }),
    );
    rules.push(set("REMARK", value("identifier", "always")));
  }
  const said = { right, partly, wrong, always };
  const modal = Object.entries(said).flatMap(([moment, text]) => {
    if (!text) return [];
    const outcome = moment === "always" ? "REMARK" : "FEEDBACK";
    const attributes = { "outcome-identifier": outcome, "show-hide": "show", identifier: moment };
    return [qti("modal-feedback", attributes, qti("content-body", {}, htmlOf(text, notes)))];
  });
  return { rules, outcomes, modal };
}
