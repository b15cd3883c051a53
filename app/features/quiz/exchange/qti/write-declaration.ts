import { asShare } from "../../question-types/rational.ts";
import { readShare, type Share } from "../../question-types/share.ts";
import { escapeText, qti } from "./xml-text.ts";

type Mapped = { key: string; share: number; caseSensitive?: boolean };

/** A number as other programs read it; shares below nothing are written as they are. */
export function decimalOf(share: Share): number {
  const { n, d } = readShare(share);
  return n < 0n ? -asShare({ n: -n, d }) : asShare({ n, d });
}

/** The declaration of a response with its key, and with what each answer earns where that is not all or nothing. */
export function declare({
  id = "RESPONSE",
  cardinality = "single",
  type = "identifier",
  correct,
  map = [],
}: {
  id?: string;
  cardinality?: string;
  type?: string;
  correct: readonly string[];
  map?: readonly Mapped[];
}): string {
  const values = correct.map((value) => qti("value", {}, escapeText(value)));
  const entries = map.map(({ key, share, caseSensitive }) =>
    qti("map-entry", {
      "map-key": key,
      "mapped-value": share,
      "case-sensitive": caseSensitive === undefined ? undefined : String(caseSensitive),
    }),
  );
  return qti(
    "response-declaration",
    { identifier: id, cardinality, "base-type": type },
    values.length > 0 ? qti("correct-response", {}, ...values) : "",
    entries.length > 0
      ? qti("mapping", { "lower-bound": 0, "upper-bound": upperOf(map), "default-value": 0 }, ...entries)
      : "",
  );
}

const upperOf = (map: readonly Mapped[]) =>
  Math.min(
    1,
    map.reduce((sum, { share }) => sum + Math.max(0, share), 0),
  );
