import type { z } from "zod";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { withValues } from "#app/platform/i18n/message-key.ts";
import { imagesOf } from "./load-images.server.ts";
import { type TemplateDesign, templateDesignSchema } from "./template-design.ts";
import { templateNameSchema } from "./template-schema.ts";

/** What is wrong with a part of a design, as a message key; the path is that of the part, such as `wording/ar/heading`. */
export type DesignProblem = { path: string; message: string };

type Checked =
  | { ok: true; name: string; design: TemplateDesign }
  | { ok: false; problems: [DesignProblem, ...DesignProblem[]] };

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return "form:required";
  if (issue.code === "too_big") return withValues("form:tooLong", { count: Number(issue.maximum) });
  return "form:invalid";
}

const toProblem = (place: string[]) => (issue: z.core.$ZodIssue) => ({
  path: [...place, ...issue.path].join("/"),
  message: messageOf(issue),
});

/** Signatories of whom nothing is said at all. */
function findNobodies({ signatories }: TemplateDesign): DesignProblem[] {
  return signatories.flatMap(({ names, offices }, index) =>
    Object.keys(names).length + Object.keys(offices).length > 0
      ? []
      : [{ path: `signatories/${index}`, message: "certificate-template:errors.nobody" }],
  );
}

async function findMissingImages(db: DbOrTx, design: TemplateDesign): Promise<DesignProblem[]> {
  const named = imagesOf(design);
  const known = await db.certificateImage.findMany({ where: { sha256: { in: named } }, select: { sha256: true } });
  const kept = new Set(known.map(({ sha256 }) => sha256));
  const missing = new Set(named.filter((sha256) => !kept.has(sha256)));
  const message = "certificate-template:errors.imageMissing";
  const places = [
    { path: "logo", image: design.logo },
    { path: "seal", image: design.seal },
    ...design.signatories.map(({ signature }, index) => ({ path: `signatories/${index}/signature`, image: signature })),
  ];
  return places.flatMap(({ path, image }) => (image !== null && missing.has(image) ? [{ path, message }] : []));
}

/** Checks a name and a design as an admin left them. */
export async function checkDesign(db: DbOrTx, given: { name: string; design: unknown }): Promise<Checked> {
  const name = templateNameSchema.safeParse(given.name);
  const design = templateDesignSchema.safeParse(given.design);
  const [first, ...rest] = [
    ...(name.error?.issues ?? []).map(toProblem(["name"])),
    ...(design.error?.issues ?? []).map(toProblem([])),
    ...(design.data ? [...findNobodies(design.data), ...(await findMissingImages(db, design.data))] : []),
  ];
  if (first) return { ok: false, problems: [first, ...rest] };
  return { ok: true, name: templateNameSchema.parse(given.name), design: templateDesignSchema.parse(given.design) };
}
