import { newPartId } from "../../question-types/part-id.ts";
import type { DraftBody } from "../moodle-bodies.ts";
import { demanded } from "../question-text.ts";
import { lose, refusal } from "../reading-notes.ts";
import { isMapped } from "./earned.ts";
import { lineOf, markdownOf } from "./item-content.ts";
import { common, type ItemReading, loseSettings, partialOf, responseOf } from "./item-reading.ts";
import { childrenNamed, type XmlElement } from "./xml-tree.ts";

const MOST_CATEGORIES = 12;

type Pair = [source: string, target: string];

/** The pairs that are right, each with its first and second. */
function rightPairs(reading: ItemReading, interaction: XmlElement): Pair[] {
  const response = responseOf(reading, interaction);
  const { notes } = reading;
  const gains = response.map.filter(({ value }) => value > 0);
  const isEven = gains.every(({ value }) => value === gains[0]?.value);
  const mapped = isMapped(response, reading.processing);
  if (mapped && (!isEven || response.map.some(({ value }) => value < 0)))
    lose(notes, "weight", { answer: "", percent: "" });
  const keys = mapped ? gains.map(({ key }) => key) : response.correct;
  const pairs = keys.map((key) => key.trim().split(/\s+/)).flatMap(([a, b]): Pair[] => (a && b ? [[a, b]] : []));
  if (pairs.length === 0) throw refusal("noKey");
  return pairs;
}

const identifierOf = ({ attributes }: XmlElement) => attributes.identifier ?? "";
const isUnique = (values: readonly string[]) => new Set(values).size === values.length;

/** matchInteraction: things of the one set belong to those of the other. Many to few is categorising, else matching. */
export function readMatches(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  const [first, second] = childrenNamed(interaction, "simpleMatchSet").map((set) =>
    childrenNamed(set, "simpleAssociableChoice"),
  );
  if (!first || !second) throw refusal("interaction", { name: "matchInteraction" });
  loseSettings(interaction, notes, "minAssociations");
  const pairs = rightPairs(reading, interaction);
  const forward = isUnique(pairs.map(([source]) => source));
  if (!forward && !isUnique(pairs.map(([, target]) => target)))
    throw refusal("interaction", { name: "matchInteraction" });
  const [sources, targets] = forward ? [first, second] : [second, first];
  const match = new Map(pairs.map(([a, b]) => (forward ? [a, b] : [b, a])));
  for (const source of sources) {
    if (!match.has(identifierOf(source))) lose(notes, "choice", { text: lineOf(source, notes).slice(0, 100) });
  }
  const kept = sources.filter((source) => match.has(identifierOf(source)));
  const ids = new Map(targets.map((target) => [identifierOf(target), newPartId()]));
  const idOf = (source: XmlElement) => ids.get(match.get(identifierOf(source)) ?? "") ?? "";
  const labels = targets.map((target) => ({
    id: ids.get(identifierOf(target)),
    label: demanded(lineOf(target, notes), notes),
  }));
  const texts = kept.map((source) => ({
    id: newPartId(),
    text: demanded(markdownOf(source, notes), notes),
    to: idOf(source),
  }));
  const base = { ...common(reading), partial: partialOf(reading) };
  if (isSorting(texts, targets)) {
    const items = texts.map(({ to, ...item }) => ({ ...item, category: to }));
    return { type: "categorise", body: { ...base, categories: labels, items } };
  }
  const premises = texts.map(({ to, ...premise }) => ({ ...premise, match: to }));
  return { type: "matching", body: { ...base, premises, responses: labels } };
}

/** Several belong to one, to few, and to each of these something does. */
function isSorting(sources: readonly { to: string }[], targets: readonly XmlElement[]): boolean {
  const used = new Set(sources.map(({ to }) => to));
  return (
    targets.length >= 2 &&
    targets.length <= MOST_CATEGORIES &&
    targets.length === used.size &&
    sources.length > targets.length
  );
}

/** associateInteraction: pairs among one set; here the first of each pair is matched with the second. */
export function readAssociations(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  lose(notes, "simpler", { what: "associateInteraction" });
  const choices = new Map(childrenNamed(interaction, "simpleAssociableChoice").map((one) => [identifierOf(one), one]));
  const pairs = rightPairs(reading, interaction);
  const firsts = pairs.map(([first]) => first);
  if (!isUnique(firsts)) throw refusal("interaction", { name: "associateInteraction" });
  const targets = [...choices.keys()].filter((identifier) => !firsts.includes(identifier));
  const ids = new Map(targets.map((identifier) => [identifier, newPartId()]));
  const responses = targets.map((identifier) => {
    const choice = choices.get(identifier);
    return { id: ids.get(identifier), label: demanded(choice ? lineOf(choice, notes) : "", notes) };
  });
  const premises = pairs.map(([first, second]) => {
    const choice = choices.get(first);
    return {
      id: newPartId(),
      text: demanded(choice ? markdownOf(choice, notes) : "", notes),
      match: ids.get(second) ?? "",
    };
  });
  return { type: "matching", body: { ...common(reading), premises, responses, partial: partialOf(reading) } };
}

/** orderInteraction. */
export function readOrder(reading: ItemReading, interaction: XmlElement): DraftBody {
  const { notes } = reading;
  const { correct } = responseOf(reading, interaction);
  loseSettings(interaction, notes, "minChoices", "maxChoices");
  const choices = new Map(childrenNamed(interaction, "simpleChoice").map((choice) => [identifierOf(choice), choice]));
  if (correct.length === 0) throw refusal("noKey");
  for (const [identifier, choice] of choices) {
    if (!correct.includes(identifier)) lose(notes, "choice", { text: lineOf(choice, notes).slice(0, 100) });
  }
  const items = correct.flatMap((identifier) => {
    const choice = choices.get(identifier);
    return choice ? [{ id: newPartId(), text: demanded(markdownOf(choice, notes), notes) }] : [];
  });
  return { type: "ordering", body: { ...common(reading), items, partial: "none" } };
}
