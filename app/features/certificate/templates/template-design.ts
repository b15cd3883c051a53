import { createHash } from "node:crypto";
import { z } from "zod";
import { localeSchema } from "#app/platform/i18n/locale-schema.ts";
import { locales, type Translated } from "#app/platform/i18n/locales.ts";

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Longest wording that every look has room for. */
const line = z.string().trim().max(160);

/** What stands on the page in one language. */
const wordingSchema = z.object({
  /** For example "Certificate of completion". */
  heading: line.min(1),
  /** Before the name: "This is to certify that". */
  introduction: line,
  /** After the name, for a course: "has completed the course". The title follows on a line of its own. */
  courseStatement: line.min(1),
  /** The same for a programme. */
  programmeStatement: line.min(1),
  /** Small, at the foot; may be empty. */
  closing: z.string().trim().max(400),
});

// The database gives keys back in an order of its own, and the hash must not depend on it.
const translatedLine = z.partialRecord(localeSchema, line).transform((texts): Translated => {
  const lines = locales.map((locale) => [locale, texts[locale] ?? ""] as const);
  return Object.fromEntries(lines.filter(([, text]) => text !== ""));
});

/** Who signs: `signature` is an image of `CertificateImage`. Without a name the office alone stands there. */
const signatorySchema = z.object({
  names: translatedLine,
  offices: translatedLine,
  signature: sha256Schema.nullable(),
});

/** How a version of a template looks and what it says. The order of the keys is that of the hashed text. */
export const templateDesignSchema = z.object({
  format: z.literal("maqdis-certificate-template/1"),
  /** `girih`: a frame of girih stars; `arches`: an arcade; `plain`: a thin line. */
  look: z.enum(["girih", "arches", "plain"]),
  colour: z.enum(["tile", "gold", "ink"]),
  /** Images of `CertificateImage`; without a logo the academy's own sign stands there. */
  logo: sha256Schema.nullable(),
  /** `star`: drawn by us; or an image; or none. */
  seal: z.union([z.literal("star"), z.literal("none"), sha256Schema]),
  signatories: z.array(signatorySchema).max(3),
  shows: z.object({ hours: z.boolean(), grade: z.boolean(), instructors: z.boolean(), hijri: z.boolean() }),
  /** In every language. */
  wording: z.record(localeSchema, wordingSchema),
});

export type TemplateDesign = z.output<typeof templateDesignSchema>;

/** The SHA-256 (hexadecimal) by which a snapshot names the design that it was issued with. Throws for what is none. */
export function hashDesign(design: TemplateDesign): string {
  return createHash("sha256")
    .update(JSON.stringify(templateDesignSchema.parse(design)))
    .digest("hex");
}
