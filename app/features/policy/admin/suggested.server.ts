import { notFound } from "#app/platform/errors/errors.ts";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import type { PolicyTexts } from "../policy-schema.ts";

const files = import.meta.glob<string>("./suggested/*.md", { eager: true, query: "?raw", import: "default" });

/** Policies for which there is a text to begin with. */
export const suggestedSlugs = ["terms", "privacy", "conduct"] as const;

/** The suggested text of a policy, in the languages in which there is one. Throws `notFound` for any other. */
export function suggestedTexts(slug: string): PolicyTexts {
  const texts: PolicyTexts = {};
  for (const [path, content] of Object.entries(files)) {
    const [, name, code] = /\/([a-z]+)\.([a-z]+)\.md$/.exec(path) ?? [];
    const locale = localeSchema.safeParse(code).data;
    if (name !== slug || !locale) continue;
    const [heading = "", ...lines] = content.split("\n");
    texts[locale] = { title: heading.replace(/^# /, "").trim(), text: `${lines.join("\n").trim()}\n` };
  }
  if (Object.keys(texts).length === 0) throw notFound();
  return texts;
}
