import type { Feedback } from "../moodle-bodies.ts";
import { translated } from "../question-text.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";
import { markdownOf } from "./item-content.ts";
import { childrenNamed, descendantsNamed, elementsOf, textOf, type XmlElement } from "./xml-tree.ts";

type Moment = keyof Feedback;

/** What an item says afterwards: of the whole, and of single choices by their identifiers. */
export type ItemFeedback = { feedback: Feedback; remarks: Map<string, string> };

const names: [RegExp, Moment][] = [
  [/^(general_)?(incorrect|wrong|false|fail)/i, "wrong"],
  [/partial/i, "partly"],
  [/^(correct|right|true|pass)/i, "right"],
  [/general|always|solution|feedbackall/i, "always"],
];

/** The modal feedback of an item; `choices` are the identifiers that may have one of their own. */
export function readFeedback(item: XmlElement, choices: ReadonlySet<string>, notes: ReadingNotes): ItemFeedback {
  const found: ItemFeedback = { feedback: {}, remarks: new Map() };
  for (const modal of childrenNamed(item, "modalFeedback")) {
    const { identifier = "", showHide = "show", outcomeIdentifier = "" } = modal.attributes;
    const text = markdownOf(modal, notes);
    if (text === "") continue;
    const moment = momentOf(item, outcomeIdentifier, identifier);
    if (showHide !== "show") lose(notes, "feedback", { kind: text.slice(0, 100) });
    else if (choices.has(identifier) && moment === undefined) found.remarks.set(identifier, text);
    else if (moment === undefined || found.feedback[moment]) lose(notes, "feedback", { kind: text.slice(0, 100) });
    else found.feedback[moment] = translated(text, notes);
  }
  return found;
}

/** When it is shown: as the rules set the outcome by which it is shown, else as its name says. */
function momentOf(item: XmlElement, outcome: string, identifier: string): Moment | undefined {
  const [rules] = childrenNamed(item, "responseProcessing");
  for (const set of rules ? childrenNamed(rules, "setOutcomeValue") : []) {
    if (sets(set, outcome, identifier)) return "always";
  }
  for (const condition of rules ? descendantsNamed(rules, "responseCondition") : []) {
    const branch = elementsOf(condition).find((one) =>
      childrenNamed(one, "setOutcomeValue").some((set) => sets(set, outcome, identifier)),
    );
    if (branch) return momentOfBranch(branch);
  }
  return names.find(([name]) => name.test(identifier))?.[1];
}

function sets(set: XmlElement, outcome: string, identifier: string): boolean {
  if (set.attributes.identifier !== outcome) return false;
  return descendantsNamed(set, "baseValue").some((value) => textOf(value).trim() === identifier);
}

function momentOfBranch(branch: XmlElement): Moment {
  if (branch.name === "responseElseIf") return "partly";
  if (branch.name === "responseElse") return "wrong";
  const [condition] = elementsOf(branch);
  return condition?.name === "not" || condition?.name === "isNull" ? "wrong" : "right";
}
