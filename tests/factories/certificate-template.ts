import { defaultDesign } from "#app/features/certificate/templates/default-design.ts";
import { hashDesign, type TemplateDesign } from "#app/features/certificate/templates/template-design.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";

/** A certificate template with one version. */
export async function createTemplate(
  db: Db,
  { name = "For courses", design = defaultDesign }: { name?: string; design?: TemplateDesign } = {},
) {
  const version = { number: 1, design, sha256: hashDesign(design) };
  return db.certificateTemplate.create({
    data: { name, versions: { create: version } },
    include: { versions: true },
  });
}

/** One pixel of PNG. */
export const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

/** An image for templates; its SHA-256. */
export async function createTemplateImage(db: Db): Promise<string> {
  const contentType = "image/png";
  const sha256 = await putObject({ bytes: onePixel, contentType });
  await db.certificateImage.createMany({ data: [{ sha256, contentType, width: 1, height: 1 }], skipDuplicates: true });
  return sha256;
}
