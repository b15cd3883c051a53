import { type Locale, pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import type { CertificateSnapshot } from "../certificate-snapshot.ts";
import { credentialWords } from "./credential-words.ts";

type Said = Pick<CertificateSnapshot, "achievement" | "cause" | "instructors">;

/**
 * What was needed, and who taught it, as the criteria of a credential say it in one language. `join` puts the names of
 * a list together.
 */
export function composeCriteria(
  { achievement, cause, instructors }: Said,
  locale: Locale,
  join: (texts: string[]) => string = (texts) => new Intl.ListFormat(locale, { type: "conjunction" }).format(texts),
): string {
  const words = credentialWords[locale];
  const inWords = (texts: Translated[]) => join(texts.map((text) => pickTranslated(text, locale).text));
  const earned =
    achievement.kind === "course" ? words.earnedCourse : words.earnedProgramme(inWords(achievement.courses));
  const taught = instructors.length === 0 ? [] : [words.taughtBy(inWords(instructors))];
  return [cause === "byHand" ? words.byHand : earned, ...taught].join(" ");
}

/** Stands between the names of a list until it is known what does; no text of a certificate holds it. */
const BETWEEN = "\u0000";

/**
 * Whether the criteria of a credential are those of a snapshot, word for word. What stands between the names of a list
 * may be anything short: browsers do not all write lists as the academy's server did.
 */
export function hasCriteria(criteria: string, snapshot: Said, locale: Locale): boolean {
  const parts = composeCriteria(snapshot, locale, (texts) => texts.join(BETWEEN)).split(BETWEEN);
  const literal = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`^${literal.join(".{1,8}?")}$`, "su").test(criteria);
}
