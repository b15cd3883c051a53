/** One thing that an answer says: `given` of a part of the question, or of the question as a whole. */
export type Pick = { part: string | null; given: string };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

const asWhole = (given: string): Pick[] => (given.trim() === "" ? [] : [{ part: null, given: given.trim() }]);

function placeOf(value: unknown): string {
  if (!isRecord(value)) return String(value);
  if (typeof value.region === "string") return value.region;
  return `${Math.round(Number(value.x))} × ${Math.round(Number(value.y))}`;
}

function byPart(value: unknown): Pick[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([part, given]) => ({ part, given: placeOf(given) }));
}

/** What an answer of any type says, thing by thing, so that it can be counted and told in words. */
export function picksOf(answer: unknown): Pick[] {
  if (!isRecord(answer)) return [];
  const { choice, choices, value, text, number, unit, order, pairs, placed, gaps, years } = answer;
  if (typeof choice === "string") return asWhole(choice);
  if (Array.isArray(choices)) return texts(choices).map((given) => ({ part: null, given }));
  if (typeof value === "boolean") return asWhole(String(value));
  if (typeof text === "string") return asWhole(text);
  if (typeof number === "string") return asWhole(typeof unit === "string" ? `${number} ${unit}` : number);
  if (Array.isArray(order)) return texts(order).map((part, index) => ({ part, given: String(index + 1) }));
  return byPart(pairs ?? placed ?? gaps ?? years).filter(({ given }) => given.trim() !== "");
}
