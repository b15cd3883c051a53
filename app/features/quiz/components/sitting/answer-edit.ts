/** One edit of an answer, as it is kept on the device until the server has it. */
export type AnswerEdit = {
  slot: number;
  /** Which page made it: a tab's own name for itself. */
  device: string;
  /** Greater than any that the page had seen of the attempt. */
  sequence: number;
  value: unknown;
  /** Milliseconds since 1970 by the server's clock. */
  madeAt: number;
};

export type EditName = Pick<AnswerEdit, "slot" | "device" | "sequence">;

export const keyOf = ({ slot, sequence, device }: EditName): string => `${slot}/${sequence}/${device}`;

/** Of two answers to one question the later: by its sequence, and where that is the same by the device's name. */
export function isLater(one: Omit<EditName, "slot">, other: Omit<EditName, "slot">): boolean {
  return one.sequence === other.sequence ? one.device > other.device : one.sequence > other.sequence;
}

const cleanText = (_: string, value: unknown) =>
  typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;

/** An answer without characters that no database keeps: null ones, and halves of those that are written with two. */
export function cleanAnswer(value: unknown): unknown {
  const json = JSON.stringify(value);
  return /\\u(0000|d[89a-f])/i.test(json) ? JSON.parse(JSON.stringify(JSON.parse(json, cleanText))) : value;
}

/** A name for a page; also where the site is reached without encryption, and `crypto.randomUUID` is not there. */
export function newDevice(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    if (index === 6) return (byte & 15) | 64;
    return index === 8 ? (byte & 63) | 128 : byte;
  }).map((byte) => byte.toString(16).padStart(2, "0"));
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)]
    .map((part) => part.join(""))
    .join("-");
}
