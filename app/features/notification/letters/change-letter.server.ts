import { z } from "zod";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import type { Tx } from "#app/platform/db/client.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import { countTry } from "#app/platform/http/rate-limit.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { addMail } from "#app/platform/mail/add-mail.server.ts";
import {
  findLetterWords,
  type LetterWords,
  letterWordsSchema,
  placeholdersOf,
  wordsOfLetter,
} from "#app/platform/mail/letter-words.server.ts";
import { openLetter, ownWords, textsOf } from "./find-letters.server.ts";
import type { Letters } from "./letters.ts";

type Ctx = Pick<PersonContext, "db" | "actor" | "requestId">;
type Which = { mail: string; language: Locale };

const testByPerson = { name: "test-letter", points: 20, seconds: 3_600 };

/**
 * Keeps the academy's own words for a letter in a language as a new version, with an audit entry; the same words as
 * before make none. Throws an error with the name of the field whose text fills in something unknown, or leaves out
 * what the letter must say.
 */
export async function changeLetter(
  ctx: Ctx,
  letters: Letters,
  { words, ...which }: Which & { words: Record<string, string> },
) {
  const { kind, samples } = openLetter(ctx, letters, which.mail);
  const texts = textsOf(wordsOfLetter(kind, { locale: which.language, samples }));
  const own = ownWords(texts, words);
  for (const { key, field, placeholders } of texts) if (own[key]) checkPlaceholders(own[key], { field, placeholders });
  await inTransaction(ctx.db, (tx) => keepVersion(tx, ctx, { ...which, words: own }));
}

/** Makes an earlier version hold again, as a new one. Throws 404 where there is none such. */
export async function bringBackLetter(ctx: Ctx, letters: Letters, { number, ...which }: Which & { number: number }) {
  openLetter(ctx, letters, which.mail);
  const { mail, language: locale } = which;
  await inTransaction(ctx.db, async (tx) => {
    const earlier = await tx.mailWording.findUnique({ where: { mail_locale_number: { mail, locale, number } } });
    if (!earlier) throw notFound();
    await keepVersion(tx, ctx, { ...which, words: letterWordsSchema.parse(earlier.words) });
  });
}

/** Mails a letter, filled with a sample, to the admin who asks. Throws `tooMany`. */
export async function testLetter(ctx: Ctx, letters: Letters, { mail, language }: Which): Promise<void> {
  const { kind, samples } = openLetter(ctx, letters, mail);
  await countTry({ db: ctx.db, rule: testByPerson, key: ctx.actor.id });
  const values = kind.values.parse(samples[0]);
  const filled = letterValues(values);
  await addMail(
    ctx.db,
    { ...kind, values: letterValuesSchema },
    { to: ctx.actor.email, locale: language, values: filled },
  );
}

const letterValuesSchema = z.record(z.string(), z.unknown());
const letterValues = (values: unknown) => letterValuesSchema.parse(JSON.parse(JSON.stringify(values)));

async function keepVersion(tx: Tx, ctx: Ctx, { mail, language: locale, words }: Which & { words: LetterWords }) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letter ${mail} ${locale}`}, 0))`;
  const before = await findLetterWords(tx, { mail, locale });
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(words))) return;
  const last = await tx.mailWording.aggregate({ where: { mail, locale }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  await tx.mailWording.create({ data: { mail, locale, number, words, madeById: ctx.actor.id } });
  await writePlainEntry(tx, ctx, {
    ...{ action: "letter.change", subjectType: "letter", subjectId: `${mail} ${locale}` },
    before,
    after: words,
  });
}

const sorted = (words: LetterWords) => Object.entries(words).sort(([a], [b]) => a.localeCompare(b));

function checkPlaceholders(text: string, { field, placeholders }: { field: string; placeholders: string[] }): void {
  const given = placeholdersOf(text);
  const refuse = (what: "unknown" | "missing", names: string[]) =>
    new ExpectedError({
      code: field,
      messageKey: what === "unknown" ? "mails-admin:errors.unknown" : "mails-admin:errors.missing",
      status: 400,
      values: { names: names.map((name) => `{{${name}}}`).join(" ") },
    });
  const unknown = given.filter((name) => !placeholders.includes(name));
  if (unknown.length > 0) throw refuse("unknown", unknown);
  const missing = placeholders.filter((name) => !given.includes(name));
  if (missing.length > 0) throw refuse("missing", missing);
  // What is neither whole nor a placeholder would be sent as it stands.
  if (/\{\{|\}\}|\$t\(/.test(text.replace(/\{\{\s*[\w.]+(\s*,\s*[\w.]+)?\s*\}\}/g, ""))) throw refuse("unknown", ["…"]);
}
