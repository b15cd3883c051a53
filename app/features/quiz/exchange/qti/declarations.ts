import { childrenNamed, descendantsNamed, elementsOf, textOf, type XmlElement } from "./xml-tree.ts";

export type MapEntry = { key: string; value: number; caseSensitive: boolean };

/** What an item says of one response: its key and what each answer earns. */
export type Response = {
  id: string;
  cardinality: string;
  baseType: string;
  correct: string[];
  map: MapEntry[];
  /** What all answers together earn at most, and at least. */
  upper: number | undefined;
  lower: number | undefined;
};

const numberOf = (text: string | undefined): number | undefined => {
  const value = Number(text?.trim() || Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};

function readMap(mapping: XmlElement | undefined): Pick<Response, "map" | "upper" | "lower"> {
  if (!mapping) return { map: [], upper: undefined, lower: undefined };
  const map = childrenNamed(mapping, "mapEntry").map(({ attributes }) => ({
    key: (attributes.mapKey ?? "").trim(),
    value: numberOf(attributes.mappedValue) ?? 0,
    caseSensitive: attributes.caseSensitive === "true",
  }));
  return { map, upper: numberOf(mapping.attributes.upperBound), lower: numberOf(mapping.attributes.lowerBound) };
}

/** A value of several fields, such as a record's, is written with its fields' names: none of ours is. */
function readCorrect(declaration: XmlElement): string[] {
  const [correct] = childrenNamed(declaration, "correctResponse");
  return correct ? childrenNamed(correct, "value").map((value) => textOf(value).trim()) : [];
}

/** The responses that an item declares, by their identifiers. */
export function readDeclarations(item: XmlElement): Map<string, Response> {
  const declared = childrenNamed(item, "responseDeclaration").map((declaration): [string, Response] => {
    const { identifier: id = "", cardinality = "single", baseType = "string" } = declaration.attributes;
    const [mapping] = childrenNamed(declaration, "mapping");
    return [id, { id, cardinality, baseType, correct: readCorrect(declaration), ...readMap(mapping) }];
  });
  return new Map(declared);
}

export type Tolerance =
  | { kind: "absolute" | "relative"; below: number; above: number }
  | { kind: "significant"; figures: number };

export type Processing = {
  /** Whether what is earned is read from the maps, from the right answers, or is not said. */
  by: "map" | "match" | "unsaid";
  /** How near a number must come, by the response. */
  tolerances: Map<string, Tolerance>;
  /** All responses must be right together. */
  together: boolean;
  /** Names of what this reader does not follow. */
  unknown: string[];
};

/** Expressions and rules whose meaning is read; what sets an outcome other than the score is read with feedback. */
const followed = new Set(
  `responseCondition responseIf responseElseIf responseElse setOutcomeValue match and or not isNull variable correct
   baseValue mapResponse sum equal equalRounded stringMatch member responseProcessingFragment gte gt lt lte`.split(
    /\s+/,
  ),
);

/** Reads how an item is graded, as far as questions here can be graded so. */
export function readProcessing(item: XmlElement): Processing {
  const [rules] = childrenNamed(item, "responseProcessing");
  const none: Processing = { by: "unsaid", tolerances: new Map(), together: false, unknown: [] };
  if (!rules) return none;
  const template = rules.attributes.template ?? rules.attributes.templateLocation;
  if (template !== undefined && elementsOf(rules).length === 0) return fromTemplate(template, none);
  const names = descendantsNamed(rules, ...all(rules)).map(({ name }) => name);
  const unknown = [...new Set(names.filter((name) => name !== "responseProcessing" && !followed.has(name)))];
  const by = names.includes("mapResponse")
    ? "map"
    : names.some((name) => /^(match|equal|equalRounded|correct)$/.test(name))
      ? "match"
      : "unsaid";
  const together = names.includes("and") && !names.includes("sum") && !names.includes("mapResponse");
  return { by, tolerances: readTolerances(rules), together, unknown };
}

const all = (element: XmlElement): string[] => [element.name, ...elementsOf(element).flatMap(all)];

function fromTemplate(template: string, none: Processing): Processing {
  if (/map_response/.test(template)) return { ...none, by: "map" };
  if (/match_correct/.test(template)) return { ...none, by: "match" };
  return { ...none, unknown: [template.replace(/^.*\//, "").slice(0, 100)] };
}

function readTolerances(rules: XmlElement): Map<string, Tolerance> {
  const found = descendantsNamed(rules, "equal", "equalRounded").flatMap((equal): [string, Tolerance][] => {
    const [variable] = childrenNamed(equal, "variable");
    const tolerance = equal.name === "equal" ? toleranceOf(equal) : roundingOf(equal);
    return variable && tolerance ? [[variable.attributes.identifier ?? "", tolerance]] : [];
  });
  return new Map(found);
}

function toleranceOf({ attributes }: XmlElement): Tolerance | null {
  const { toleranceMode = "exact", tolerance = "" } = attributes;
  if (toleranceMode !== "absolute" && toleranceMode !== "relative") return null;
  const [below = 0, above = below] = tolerance.trim().split(/\s+/).map(Number).filter(Number.isFinite);
  return { kind: toleranceMode, below, above };
}

function roundingOf({ attributes }: XmlElement): Tolerance | null {
  const figures = Math.trunc(Number(attributes.figures));
  if (!Number.isFinite(figures) || figures < 0) return null;
  if (attributes.roundingMode === "decimalPlaces") {
    const half = 0.5 * 10 ** -figures;
    return { kind: "absolute", below: half, above: half };
  }
  return figures >= 1 && figures <= 15 ? { kind: "significant", figures } : null;
}
