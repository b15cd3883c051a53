import { z } from "zod";
import { lineSchema, optionalLineSchema } from "../lesson-attributes.ts";

export const referenceKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, "may hold Latin letters, digits, hyphens and underscores");

const citedWorkSchema = z.strictObject({
  key: referenceKeySchema,
  /** Where in the work: a page, a chapter, a folio. */
  locator: optionalLineSchema,
  /** What stands before it: see, compare. */
  prefix: optionalLineSchema,
});

export type CitedWork = z.output<typeof citedWorkSchema>;

/** In a draft no work may be chosen yet. */
export const citationSchema = z.strictObject({ works: z.array(citedWorkSchema).max(20).default([]) });

const escaped = (text: string) => text.replace(/[\\;@]/g, "\\$&");
const unescaped = (text: string) => text.replace(/\\([\\;@])/g, "$1");

/** `see @grabar1996, 52–71; @cohen1989`: in a prefix and a place `\`, `;` and `@` have a stroke before them. */
export function writeWorks(works: readonly CitedWork[]): string {
  return works
    .map(({ key, locator, prefix }) => {
      const before = prefix === null ? "" : `${escaped(prefix)} `;
      return `${before}@${key}${locator === null ? "" : `, ${escaped(locator)}`}`;
    })
    .join("; ");
}

const WORK = /^((?:[^\\@]|\\.)*)@([A-Za-z0-9_-]+)(?:\s*,((?:[^\\@]|\\.)*))?$/su;

/** The works that `writeWorks` wrote; null for what is not written so. */
export function readWorks(text: string): CitedWork[] | null {
  const parts = text.match(/(?:[^\\;]|\\.)+/gsu) ?? [];
  const works = parts.map((part): CitedWork | null => {
    const [whole, prefix = "", key = "", locator = ""] = WORK.exec(part.trim()) ?? [];
    if (whole === undefined || !referenceKeySchema.safeParse(key).success) return null;
    return { key, locator: lineOf(locator), prefix: lineOf(prefix) };
  });
  const found = works.flatMap((work) => work ?? []);
  return found.length === works.length && found.length > 0 ? found : null;
}

function lineOf(text: string): string | null {
  const line = lineSchema.safeParse(unescaped(text.trim()));
  return line.success ? line.data : null;
}
