import { type Locale, locales, type Translated } from "#app/platform/i18n/locales.ts";
import type { TemplateDesign } from "../../templates/template-design.ts";

export type Wording = TemplateDesign["wording"][Locale];
export type Signatory = TemplateDesign["signatories"][number];

/** All that an admin changes in a template. */
export type TemplateDraft = { name: string; design: TemplateDesign };

/** What an editor was opened with. */
export type OpenedTemplate = { name: string; number: number };

export const wordingFields = [
  "heading",
  "introduction",
  "courseStatement",
  "programmeStatement",
  "closing",
] as const satisfies readonly (keyof Wording)[];

/** A text with another wording in one language, in the order of languages; an empty one is none. */
export function withText(texts: Translated, locale: Locale, text: string): Translated {
  const all = { ...texts, [locale]: text };
  return Object.fromEntries(locales.flatMap((one) => (all[one] ? [[one, all[one]]] : [])));
}

export function isSameDraft(a: TemplateDraft, b: TemplateDraft): boolean {
  return a.name === b.name && JSON.stringify(a.design) === JSON.stringify(b.design);
}

export type Difference = {
  /** Keys from the draft's top, such as `wording`, `ar`, `heading`; numbers count from 0. */
  path: string[];
  before: string | undefined;
  after: string | undefined;
};

function leavesOf(value: unknown, path: string[] = []): [string, string][] {
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
  }
  return [[path.join("/"), value === null ? "" : String(value)]];
}

/** Where two drafts part, in the order of the first. */
export function listDifferences(before: TemplateDraft, after: TemplateDraft): Difference[] {
  const [old, fresh] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths
    .filter((path) => (old.get(path) ?? "") !== (fresh.get(path) ?? ""))
    .map((path) => ({
      path: path.split("/").filter((key) => key !== "design"),
      before: old.get(path),
      after: fresh.get(path),
    }));
}
