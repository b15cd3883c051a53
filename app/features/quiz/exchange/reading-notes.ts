import type { Locale } from "#app/platform/i18n/locales.ts";
import type { Loss, Reason } from "./exchanged-question.ts";
import type { LossCode, ReasonCode } from "./loss-codes.ts";

const REFUSED = Symbol("refused");

/** What a reader keeps while it reads one question. */
export type ReadingNotes = {
  locale: Locale;
  losses: Loss[];
  /** The path under which a file that came with the question is kept, or null where none came under this name. */
  fileNamed: (name: string) => string | null;
  /** Keeps a file that stands in a text itself; answers its path, or null where it is no picture. */
  keepPicture: (name: string, bytes: Uint8Array) => string | null;
};

/** Notes of a reader to which no files come. */
export function plainNotes(locale: Locale): ReadingNotes {
  return { locale, losses: [], fileNamed: () => null, keepPicture: () => null };
}

/** Names a loss, once. */
export function lose(notes: Pick<ReadingNotes, "losses">, code: LossCode, values: Record<string, string> = {}): void {
  const same = JSON.stringify(values);
  const known = notes.losses.some((loss) => loss.code === code && JSON.stringify(loss.values) === same);
  if (!known && notes.losses.length < 100) notes.losses.push({ code, values });
}

/** What to throw where a question cannot be taken; `attempt` catches it. */
export function refusal(code: ReasonCode, values: Record<string, string> = {}): Error {
  return Object.assign(new Error(code), { [REFUSED]: { code, values } satisfies Reason });
}

type Attempted<T> = { ok: true; value: T } | { ok: false; reason: Reason };

/** Does something that may refuse the question with which it deals. */
export function attempt<T>(work: () => T): Attempted<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const reason = error instanceof Error && REFUSED in error ? reasonOf(error[REFUSED]) : null;
    if (!reason) throw error;
    return { ok: false, reason };
  }
}

function reasonOf(value: unknown): Reason | null {
  return isReason(value) ? value : null;
}

function isReason(value: unknown): value is Reason {
  return typeof value === "object" && value !== null && "code" in value && "values" in value;
}
