import { isAdmin } from "#app/platform/access/actor.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { isLocale, type Locale } from "#app/platform/i18n/locales.ts";
import {
  findLetterWords,
  letterWordsSchema,
  placeholdersOf,
  wordsOfLetter,
} from "#app/platform/mail/letter-words.server.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { findSite } from "#app/platform/site/find-site.server.ts";
import type { Letters } from "./letters.ts";

type Ctx = Pick<PersonContext, "db" | "actor" | "locale">;

/** A letter by its name, with its samples. Throws 404 for one that there is not, and for who is no admin. */
export function openLetter({ actor }: Pick<Ctx, "actor">, { kinds, samples }: Letters, mail: string) {
  if (!isAdmin(actor)) throw notFound();
  const kind = kinds.find(({ name }) => name === mail);
  const own = samples[mail];
  if (!kind || !own) throw notFound();
  return { kind, samples: own };
}

/** Every letter by its subject in the language of the page, with the languages in which its words were changed. */
export async function findLetters({ db, actor, locale }: Ctx, letters: Letters) {
  if (!isAdmin(actor)) throw notFound();
  const newest = await db.mailWording.findMany({
    distinct: ["mail", "locale"],
    orderBy: [{ mail: "asc" }, { locale: "asc" }, { number: "desc" }],
    select: { mail: true, locale: true, words: true },
  });
  const changed = newest.filter(({ words }) => Object.keys(letterWordsSchema.parse(words)).length > 0);
  return letters.kinds.map((kind) => {
    const [values] = letters.samples[kind.name] ?? [];
    const { subject } = writeMail({ kind, locale, values });
    const locales = changed.flatMap((one) => (one.mail === kind.name && isLocale(one.locale) ? [one.locale] : []));
    return { name: kind.name, about: kind.about ?? null, subject, changed: locales };
  });
}

/**
 * One letter in one language: each of its texts with the default and the academy's own words, and its versions, newest
 * first.
 */
export async function findLetter(ctx: Ctx, letters: Letters, { mail, language }: { mail: string; language: Locale }) {
  const { kind, samples } = openLetter(ctx, letters, mail);
  const own = await findLetterWords(ctx.db, { mail, locale: language });
  const texts = textsOf(wordsOfLetter(kind, { locale: language, samples }));
  const versions = await ctx.db.mailWording.findMany({
    where: { mail, locale: language },
    ...{ orderBy: { number: "desc" }, take: 20 },
    select: { number: true, createdAt: true, words: true, madeBy: { select: { name: true } } },
  });
  const { subject } = writeMail({ kind, locale: ctx.locale, values: samples[0] });
  return {
    ...{ name: mail, about: kind.about ?? null, subject, samples: samples.length },
    texts: texts.map((text) => ({ ...text, own: own[text.key] ?? null })),
    versions: versions.map(({ words, madeBy, ...version }) => ({
      ...version,
      madeBy: madeBy?.name ?? null,
      changed: Object.keys(letterWordsSchema.parse(words)).length,
    })),
  };
}

/** The texts of a letter by the names that fields have. */
export function textsOf(words: Record<string, string>) {
  return Object.entries(words).map(([key, usual], index) => ({
    ...{ key, usual, field: `k${index}`, placeholders: placeholdersOf(usual) },
  }));
}

/** A letter with one of its samples, as mail programs get it; `words` are those in its form, or those that hold. */
export async function previewLetter(
  ctx: Ctx,
  letters: Letters,
  asked: { mail: string; language: Locale; sample: number; words?: Record<string, string> },
): Promise<string> {
  const { mail, language: locale, sample, words } = asked;
  const { kind, samples } = openLetter(ctx, letters, mail);
  const values = samples[sample] ?? samples[0];
  const own = words
    ? ownWords(textsOf(wordsOfLetter(kind, { locale, samples })), words)
    : await findLetterWords(ctx.db, { mail, locale });
  return writeMail({ kind, locale, values, words: own, site: await findSite(ctx.db) }).html;
}

/** Of what a form holds, by its fields, what differs from the default. */
export function ownWords(texts: ReturnType<typeof textsOf>, words: Record<string, string>): Record<string, string> {
  const own = texts.flatMap(({ key, usual, field }): [string, string][] => {
    const text = words[field]?.trim();
    return text && text !== usual ? [[key, text]] : [];
  });
  return Object.fromEntries(own);
}
