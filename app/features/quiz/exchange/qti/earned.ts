import { fromNumber, multiply, type Rational } from "../../question-types/rational.ts";
import { type Share, shareFromPercent } from "../../question-types/share.ts";
import { lose, type ReadingNotes, refusal } from "../reading-notes.ts";
import type { Processing, Response } from "./declarations.ts";

const MOST = 999_999n;

/** A part of a whole, as exactly as a share can say it. */
export function shareOf(part: number, whole: number): Share {
  const { n, d }: Rational = multiply(fromNumber(part), inverse(fromNumber(whole)));
  if (d === 1n) return Number(n);
  const decimal = shareFromPercent((part / whole) * 100);
  if (typeof decimal === "string") return decimal;
  return n <= MOST && n >= -MOST && d <= MOST && !isShort(decimal) ? `${n}/${d}` : decimal;
}

const inverse = ({ n, d }: Rational): Rational => (n < 0n ? { n: -d, d: -n } : { n: d, d: n });
const isShort = (value: number) => String(value).length <= 6;

/** Whether answers earn by the map: where the rules say so, or where nothing else says what is right. */
export function isMapped({ map, correct }: Response, { by }: Processing): boolean {
  return map.length > 0 && (by === "map" || correct.length === 0);
}

export type Earning = { key: string; share: Share | undefined; caseSensitive: boolean };

/** The answers of a single response that earn anything: the best one the whole, the others their part of it. */
export function earnings(response: Response, processing: Processing, notes: ReadingNotes): Earning[] {
  if (!isMapped(response, processing)) {
    if (response.correct.length === 0) throw refusal("noKey");
    return response.correct.map((key) => ({ key, share: 1, caseSensitive: sensitive(response, key) }));
  }
  const best = Math.max(...response.map.map(({ value }) => value));
  if (best <= 0) throw refusal("noKey");
  const whole = Math.min(best, response.upper ?? best);
  return response.map.flatMap(({ key, value, caseSensitive }) => {
    if (value < 0)
      lose(notes, "weight", { answer: key.slice(0, 80), percent: String(Math.round((value / whole) * 100)) });
    return value > 0 ? [{ key, share: shareOf(Math.min(value, whole), whole), caseSensitive }] : [];
  });
}

const sensitive = ({ map }: Response, key: string) => map.find((entry) => entry.key === key)?.caseSensitive ?? true;
