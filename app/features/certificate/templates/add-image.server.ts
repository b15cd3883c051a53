import { createHash } from "node:crypto";
import { isAdmin } from "#app/platform/access/actor.ts";
import { writePlainEntry } from "#app/platform/audit/write-audit-entry.server.ts";
import { inTransaction } from "#app/platform/db/transaction.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { getObject, putObject } from "#app/platform/storage/storage.server.ts";
import { renderPreview } from "../document/render-preview.server.ts";
import { defaultDesign } from "./default-design.ts";
import { readImage } from "./read-image.ts";
import { templateRefused } from "./template-errors.ts";

export const MAX_IMAGE_BYTES = 2 * 1024 * 1024;
const MAX_SIDE = 4_000;

export type AddedImage = { sha256: string; width: number; height: number };

/** Whether bytes are a drawing, which may carry scripts, fonts and links of its own. */
function isDrawing(bytes: Uint8Array): boolean {
  return /^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(Buffer.from(bytes.subarray(0, 200)).toString("utf8"));
}

function check(bytes: Uint8Array) {
  if (bytes.length > MAX_IMAGE_BYTES) throw templateRefused("imageTooLarge", { megabytes: 2 });
  if (isDrawing(bytes)) throw templateRefused("imageDrawing");
  const image = readImage(bytes);
  if (!image) throw templateRefused("imageUnknown");
  if (Math.max(image.width, image.height) > MAX_SIDE) throw templateRefused("imageTooLong", { pixels: MAX_SIDE });
  return image;
}

/** Draws it as a document would: a file may begin as an image and be damaged further on. */
async function drawOnce({ bytes, contentType }: { bytes: Uint8Array; contentType: string }): Promise<void> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const design = { ...defaultDesign, logo: sha256 };
  try {
    await renderPreview({ design, images: new Map([[sha256, { bytes, contentType }]]), form: "ar", subject: "course" });
  } catch (error) {
    if (error instanceof Error && error.message.includes("failed to decode image"))
      throw templateRefused("imageBroken");
    throw error;
  }
}

/**
 * Keeps an image for templates: a logo, a seal, a signature. The same one given again is found. Written to
 * the audit log. Throws `imageTooLarge`,
 * `imageTooLong`, `imageDrawing`, `imageUnknown`, `imageBroken`, and `notFound` to whoever is no admin.
 */
export async function addTemplateImage(ctx: PersonContext, { bytes }: { bytes: Uint8Array }): Promise<AddedImage> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const { contentType, width, height } = check(bytes);
  await drawOnce({ bytes, contentType });
  const sha256 = await putObject({ bytes, contentType });
  const createdAt = ctx.clock.now();
  const row = { sha256, contentType, width, height, createdById: ctx.actor.id, createdAt };
  await inTransaction(ctx.db, async (tx) => {
    const { count } = await tx.certificateImage.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return;
    const subject = { subjectType: "certificateImage", subjectId: sha256 };
    await writePlainEntry(tx, ctx, {
      ...subject,
      action: "certificateImage.add",
      after: { contentType, width, height },
    });
  });
  return { sha256, width, height };
}

/** An image of templates, for admins. Throws `notFound`. */
export async function findTemplateImage(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { sha256 }: { sha256: string },
): Promise<{ bytes: Uint8Array; contentType: string }> {
  if (!isAdmin(actor)) throw notFound();
  const image = await db.certificateImage.findUnique({ where: { sha256 }, select: { contentType: true } });
  const bytes = image ? await getObject(sha256) : undefined;
  if (!image || !bytes) throw notFound();
  return { bytes, contentType: image.contentType };
}
