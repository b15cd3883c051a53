import { z } from "zod";
import { referenceKeySchema } from "../blocks/citation/cited-works.ts";
import { type CslItem, type CslName, cslItemSchema, referenceKinds, scriptOf } from "./reference-schema.ts";

const BAD = "reference:errors.";
const text = z.string().trim().max(1000).optional();
const DATE = /^(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/** `Family, Given`, and after a stroke the same in another script; a name without a comma is that of a body. */
function nameOf(line: string): CslName | null {
  const [own = "", other = ""] = line.split("|").map((part) => part.trim());
  const [family = "", given = ""] = own.split(/[,،](.*)/su).map((part) => part.trim());
  if (family === "") return null;
  const [otherFamily = "", otherGiven = ""] = other.split(/[,،](.*)/su).map((part) => part.trim());
  const multi =
    otherFamily === ""
      ? {}
      : {
          multi: {
            _key: { [scriptOf(otherFamily)]: { family: otherFamily, ...(otherGiven && { given: otherGiven }) } },
          },
        };
  return given === "" ? { literal: family, ...multi } : { family, given, ...multi };
}

/** Names as `nameOf` reads them, one a line. */
export function writeNames(names: readonly CslName[] | undefined): string {
  return (names ?? [])
    .map(({ family, given, literal, multi }) => {
      const own = literal ?? [family, given].filter(Boolean).join(", ");
      const [other] = Object.values(multi?._key ?? {});
      return other ? `${own} | ${[other.family, other.given].filter(Boolean).join(", ")}` : own;
    })
    .join("\n");
}

const namesSchema = z
  .string()
  .max(5000)
  .optional()
  .transform((lines, context) => {
    const written = (lines ?? "").split("\n").filter((line) => line.trim() !== "");
    const names = written.flatMap((line) => nameOf(line) ?? []);
    if (names.length === written.length && names.length <= 50) return names;
    context.addIssue({ code: "custom", message: `${BAD}names` });
    return z.NEVER;
  });

const dateSchema = text.transform((given, context) => {
  if (given === undefined) return undefined;
  const [whole, ...parts] = DATE.exec(given) ?? [];
  if (whole === undefined) return { literal: given };
  const numbers = parts.filter((part) => part !== undefined).map(Number);
  const parsed = cslItemSchema.shape.issued.safeParse({ "date-parts": [numbers] });
  if (parsed.success) return parsed.data;
  context.addIssue({ code: "custom", message: `${BAD}date` });
  return z.NEVER;
});

/** The fields in which a work is written, by the names that CSL has for them. */
export const referenceFormSchema = z.object({
  key: z
    .string()
    .trim()
    .refine((key) => referenceKeySchema.safeParse(key).success, `${BAD}badKey`)
    .optional(),
  /** Present where a work that is there is changed. */
  existing: z.string().optional(),
  type: z.enum(referenceKinds),
  title: z.string().trim().min(1, `${BAD}title`).max(1000),
  otherTitle: text,
  author: namesSchema,
  editor: namesSchema,
  translator: namesSchema,
  issued: dateSchema,
  "container-title": text,
  publisher: text,
  "publisher-place": text,
  volume: text,
  issue: text,
  page: text,
  edition: text,
  genre: text,
  archive: text,
  "archive-place": text,
  archive_location: text,
  URL: text,
  DOI: text,
  ISBN: text,
  note: text,
});

export type ReferenceForm = z.output<typeof referenceFormSchema>;

/** The item of CSL-JSON that a form describes; what forms do not show is kept from the work as it was. */
export function itemOfForm(form: ReferenceForm, before?: CslItem): z.ZodSafeParseResult<CslItem> {
  const { key, existing, otherTitle, author, editor, translator, ...fields } = form;
  const names = (given: CslName[]) => (given.length > 0 ? given : undefined);
  const multi = otherTitle === undefined ? undefined : { _keys: { title: { [scriptOf(otherTitle)]: otherTitle } } };
  const people = { author: names(author), editor: names(editor), translator: names(translator) };
  const item = { ...before, ...fields, ...people, multi, id: existing ?? key };
  return cslItemSchema.safeParse(JSON.parse(JSON.stringify(item)));
}
