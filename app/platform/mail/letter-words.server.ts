import { createInstance, type i18n, type PostProcessorModule } from "i18next";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import type { MailKind } from "./declare-mail.ts";

/** The academy's own words for a letter, by message key with its file: { "<file>:<key>": "…" }. */
export const letterWordsSchema = z.record(z.string(), z.string());
export type LetterWords = z.infer<typeof letterWordsSchema>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

const changed = new LRUCache<string, i18n>({ max: 100 });

/** The words of a language with some of them in other words. */
export function wordsWith(locale: Locale, words: LetterWords): i18n {
  const usual = serverI18n(locale);
  const own = Object.entries(words);
  if (own.length === 0) return usual;
  const name = `${locale} ${JSON.stringify(own)}`;
  const known = changed.get(name);
  if (known) return known;
  const instance = usual.cloneInstance({ forkResourceStore: true });
  for (const [key, text] of own) {
    const [file = "", ...path] = key.split(":");
    instance.addResource(locale, file, path.join(":"), text);
  }
  changed.set(name, instance);
  return instance;
}

/** The words that hold for a letter in a language now; none where nobody has changed them. */
export async function findLetterWords(
  db: DbOrTx,
  { mail, locale }: { mail: string; locale: Locale },
): Promise<LetterWords> {
  const newest = await db.mailWording.findFirst({
    where: { mail, locale },
    orderBy: { number: "desc" },
    select: { words: true },
  });
  return newest ? letterWordsSchema.parse(newest.words) : {};
}

const passed = z.object({ i18nResolved: z.object({ exactUsedKey: z.string(), usedNS: z.string() }) });
let heard: Set<string> | undefined;

const listener: PostProcessorModule = {
  type: "postProcessor",
  name: "hear",
  process: (value: string, _key: string | string[], options: unknown) => {
    const { i18nResolved } = passed.parse(options);
    heard?.add(`${i18nResolved.usedNS}:${i18nResolved.exactUsedKey.replace(PLURAL, "")}`);
    return value;
  },
};
// i18next keeps these for all its instances.
createInstance().use(listener);

/**
 * Which words a letter is made of in a language, with the default for each: every form of those that are counted, and
 * all that any of the samples makes it use.
 */
export function wordsOfLetter(
  kind: MailKind,
  { locale, samples }: { locale: Locale; samples: readonly unknown[] },
): LetterWords {
  const usual = serverI18n(locale);
  const hearing = usual.cloneInstance({ postProcess: [listener.name], postProcessPassResolved: true });
  const keys = new Set<string>();
  heard = keys;
  try {
    for (const values of samples) kind.write(values, { t: hearing.getFixedT(locale, "mail"), locale });
  } finally {
    heard = undefined;
  }
  return Object.fromEntries([...keys].flatMap((key) => formsOf(usual, locale, key)));
}

function formsOf(instance: i18n, locale: Locale, key: string): [string, string][] {
  const [file = "", path = ""] = key.split(":");
  const endings = ["", ...new Intl.PluralRules(locale).resolvedOptions().pluralCategories.map((form) => `_${form}`)];
  return endings.flatMap((ending): [string, string][] => {
    const text: unknown = instance.getResource(locale, file, path + ending);
    return typeof text === "string" ? [[key + ending, text]] : [];
  });
}

/** The names of what is filled into a text. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map(([, name = ""]) => name))].sort();
}
