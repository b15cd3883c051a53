import type { Locale } from "#app/platform/i18n/locales.ts";
import { type CslItem, type CslName, type ScriptTag, scriptOf } from "./reference-schema.ts";

// Around what is to be isolated. They pass through the processor as letters, and no text may bring its own.
const MARKS = /[\uE000-\uE003]/g;
const text = (value: string) => `\uE000${value.replace(MARKS, "")}\uE001`;
const name = (value: string) => `\uE002${value.replace(MARKS, "")}\uE003`;

/** The script in which a language is read. */
export function scriptOfLocale(locale: Locale): ScriptTag {
  return locale === "ar" || locale === "ur" ? "und-Arab" : "und-Latn";
}

function nameIn(given: CslName, script: ScriptTag): Record<string, string> {
  const { multi, ...own } = given;
  const other = multi?._key[script];
  const shown = scriptOf(own.family ?? own.literal ?? "") !== script && other?.family ? other : own;
  return Object.fromEntries(Object.entries(shown).flatMap(([key, value]) => (value ? [[key, name(value)]] : [])));
}

const ISOLATED = [
  ...["container-title", "collection-title", "publisher", "publisher-place", "genre", "archive", "archive-place"],
  ...["archive_location", "note"],
] as const;

/**
 * A work as the processor is given it: names in the reader's script where they are known in it, the title as the work
 * has it with the other form in brackets, and marks around everything that is to be isolated.
 */
export function itemInScript(item: CslItem, script: ScriptTag): { id: string } & Record<string, unknown> {
  const { multi, title, author, editor, translator, ...rest } = item;
  const other = multi?._keys.title[script];
  const named = scriptOf(title) !== script && other ? `${text(title)} [${text(other)}]` : text(title);
  const short = item["title-short"] ?? title.split(/:\s/)[0] ?? title;
  const isolated = ISOLATED.flatMap((key) => {
    const value: unknown = rest[key as keyof typeof rest];
    return typeof value === "string" ? [[key, text(value)] as const] : [];
  });
  const people = { author, editor, translator };
  return {
    ...rest,
    ...Object.fromEntries(isolated),
    ...Object.fromEntries(
      Object.entries(people).flatMap(([role, all]) => (all ? [[role, all.map((one) => nameIn(one, script))]] : [])),
    ),
    title: named,
    "title-short": text(short),
  };
}

export const markText = text;
