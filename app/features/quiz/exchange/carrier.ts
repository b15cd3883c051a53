import { createHash } from "node:crypto";
import { z } from "zod";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { checkQuestion } from "./check-question.ts";
import { type ExchangedQuestion, exchangedQuestionSchema } from "./exchanged-question.ts";

/**
 * What a foreign format cannot say of a question travels beside it in a comment, which other programs pass over: the
 * whole question, and the SHA-256 of what stands beside it. Where that was changed in the meantime, it counts, and
 * the comment does not.
 */
const MARK = "maqdis-question:";
const HEADER = /maqdis-questions\/1; language: ([a-z]{2})\b/;

const carrierSchema = z.strictObject({ beside: z.string(), question: exchangedQuestionSchema });

const digestOf = (written: string) =>
  createHash("sha256")
    .update(
      written
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .join("\n")
        .trim(),
    )
    .digest("base64url");

/** The words of a comment that carries a question beside how the format says it. */
export function carrierOf(question: ExchangedQuestion, written: string): string {
  const json = JSON.stringify({ beside: digestOf(written), question });
  return `${MARK} ${Buffer.from(json, "utf8").toString("base64")}`;
}

type Carried = { question: ExchangedQuestion } | "changed" | null;

/** The question that a comment carries; "changed" where what stands beside it is no longer what was written. */
export function readCarrier(comment: string, written: string): Carried {
  const [, letters] = /maqdis-question: ([A-Za-z0-9+/=]+)/.exec(comment) ?? [];
  if (letters === undefined) return null;
  const parsed = carrierSchema.safeParse(jsonIn(Buffer.from(letters, "base64").toString("utf8")));
  if (!parsed.success) return null;
  if (parsed.data.beside !== digestOf(written)) return "changed";
  const checked = checkQuestion(parsed.data.question);
  return checked.ok ? { question: checked.question } : null;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The words with which our files begin: the language in which their questions are written. */
export const headerOf = (locale: Locale): string => `maqdis-questions/1; language: ${locale}`;

/** The language that a file of ours says, or `otherwise`. */
export function localeIn(text: string, otherwise: Locale): Locale {
  const [, said] = HEADER.exec(text.slice(0, 2_000)) ?? [];
  return isLocale(said) ? said : otherwise;
}
