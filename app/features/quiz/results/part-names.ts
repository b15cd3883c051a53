import { z } from "zod";
import { translatedSchema } from "#app/platform/i18n/locale-schema.ts";
import type { Translated } from "#app/platform/i18n/locales.ts";

/** How a part of a question is called: a line, or HTML that an author's Markdown became. */
export type PartName = { kind: "label" | "html"; text: Translated };

const partSchema = z.object({ id: z.string(), text: translatedSchema.optional(), label: translatedSchema.optional() });

/** The parts that a question shows, by id, in the order in which they stand. */
export function partNames(shown: unknown): ReadonlyMap<string, PartName> {
  const names = new Map<string, PartName>();
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const part = partSchema.safeParse(value);
    if (part.success && part.data.label) names.set(part.data.id, { kind: "label", text: part.data.label });
    else if (part.success && part.data.text) names.set(part.data.id, { kind: "html", text: part.data.text });
    for (const inner of Object.values(value)) look(inner);
  };
  look(shown);
  return names;
}
