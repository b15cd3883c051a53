import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { createInstance } from "i18next";
import { expect, test } from "vitest";
import { addFormats, i18nOptions } from "./i18n-options.ts";
import { locales } from "./locales.ts";
import { type MessageTree, readWords } from "./read-words.ts";

const COUNTS = [0, 1, 2, 3, 10, 11, 25, 99, 100, 101, 102, 1_000, 1_000_000, 1.5];
const VALUES = {
  name: "Amina $t(ui:name) {{q}}",
  q: "",
  share: 0.428,
  seconds: 75,
  minutes: 400,
  number: 7,
  minimum: 12,
};

function readMessages(locale: string): { [file: string]: MessageTree } {
  const paths = globSync(`app/locales/${locale}/*.json`);
  return Object.fromEntries(paths.map((path) => [basename(path, ".json"), JSON.parse(readFileSync(path, "utf8"))]));
}

function keysOf(tree: MessageTree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : keysOf(value, `${path}${key}.`),
  );
}

test.each(locales)("says in %s of every message what i18next says", (locale) => {
  const messages = readMessages(locale);
  const i18n = createInstance();
  void i18n.init(i18nOptions({ locale, messages }));
  addFormats(i18n, { locale, digits: "automatic" });
  const words = readWords({ locale, digits: "automatic", messages });
  for (const [file, tree] of Object.entries(messages)) {
    for (const key of keysOf(tree)) {
      const name = key.replace(/_(zero|one|two|few|many|other)$/, "");
      const counted = name === key ? [{}] : COUNTS.map((count) => ({ count }));
      for (const count of counted) {
        const values = { ...VALUES, ...count };
        expect(words.of(file)(name, values), `${file}:${name}`).toBe(i18n.getFixedT(null, file)(name, values));
        expect(words.of("ui")(`${file}:${name}`, values)).toBe(i18n.getFixedT(null, "ui")(`${file}:${name}`, values));
      }
    }
  }
});

test("a message that is not there shows its key", () => {
  const words = readWords({ locale: "ar", digits: "latin", messages: { ui: { name: "مقدس" } } });
  expect(words.of("ui")("name")).toBe("مقدس");
  expect(words.of("ui")("nav.home")).toBe("nav.home");
  expect(words.of("course")("ui:constructor")).toBe("constructor");
});
