import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Locale, locales } from "#app/platform/i18n/locales.ts";

type Words = Map<string, string>;

const treeSchema: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), treeSchema])));
type Tree = { [key: string]: string | Tree };

const plural = /_(zero|one|two|few|many|other)$/;

function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  );
}

function wordsOf(locale: Locale, file: string): Words {
  return new Map(flatten(treeSchema.parse(JSON.parse(readFileSync(`app/locales/${locale}/${file}.json`, "utf8")))));
}

function filesOf(locale: Locale): string[] {
  return globSync(`app/locales/${locale}/*.json`)
    .map((path) => basename(path, ".json"))
    .sort();
}

/** Keys without their plural ending, each once. */
function namesOf(words: Words): string[] {
  return [...new Set([...words.keys()].map((key) => key.replace(plural, "")))].sort();
}

function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = ""]) => name))].sort();
}

/** All placeholders of a key's forms, without the number itself, which «one» and «two» may say in words. */
function valuesOf(words: Words, name: string): string[] {
  const forms = [...words].filter(([key]) => key.replace(plural, "") === name);
  return [...new Set(forms.flatMap(([, text]) => placeholdersOf(text)))].sort();
}

const files = filesOf("ar");

test("every language has the same files", () => {
  for (const locale of locales) expect(filesOf(locale), locale).toEqual(files);
});

describe.each(files)("%s.json", (file) => {
  const arabic = wordsOf("ar", file);

  test.each(locales)("has the same keys in %s", (locale) => {
    expect(namesOf(wordsOf(locale, file))).toEqual(namesOf(arabic));
  });

  test.each(locales)("says nothing empty in %s", (locale) => {
    const empty = [...wordsOf(locale, file)].filter(([, text]) => text.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test.each(locales)("has every plural form of %s, and no other", (locale) => {
    const words = wordsOf(locale, file);
    const wanted = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
    const counted = new Set([...words.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, "")));
    for (const name of counted) {
      const forms = [...words.keys()].filter((key) => plural.test(key) && key.replace(plural, "") === name);
      expect(forms.map((key) => plural.exec(key)?.[1]).sort(), name).toEqual(wanted);
    }
    const countedInArabic = [...arabic.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, ""));
    expect([...counted].sort()).toEqual([...new Set(countedInArabic)].sort());
  });

  test.each(locales)("fills in the same values in %s", (locale) => {
    const words = wordsOf(locale, file);
    for (const name of namesOf(arabic)) expect(valuesOf(words, name), name).toEqual(valuesOf(arabic, name));
  });
});

test("every key that a screen names exists", () => {
  const known = new Set(files.flatMap((file) => namesOf(wordsOf("ar", file)).map((name) => `${file}:${name}`)));
  const missing = globSync("app/**/*.tsx")
    .filter((path) => !path.endsWith(".test.tsx"))
    .flatMap((path) => {
      const source = readFileSync(path, "utf8");
      const spaces = [...source.matchAll(/useTranslation\("([a-z-]+)"/g)].map(([, name]) => name);
      const defaults = spaces.length > 0 ? spaces : ["ui"];
      return [...source.matchAll(/\bt\(\s*"([^"]+)"/g)]
        .map(([, key = ""]) => key)
        .filter((key) => !(key.includes(":") ? known.has(key) : defaults.some((space) => known.has(`${space}:${key}`))))
        .map((key) => `${path}: ${key}`);
    });
  expect(missing).toEqual([]);
});

test("every message key that the server names exists", () => {
  const known = new Set(files.flatMap((file) => namesOf(wordsOf("ar", file)).map((name) => `${file}:${name}`)));
  const missing = globSync("app/**/*.{ts,tsx}")
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/"([a-z-]+:[A-Za-z]\w*(?:\.\w+)*)"/g)]
        .map(([, key = ""]) => key)
        .filter((key) => files.includes(key.split(":")[0] ?? "") && !known.has(key))
        .map((key) => `${path}: ${key}`),
    );
  expect(missing).toEqual([]);
});
