import { getObject } from "#app/platform/storage/storage.server.ts";
import { readImage } from "./read-image.ts";
import type { TemplateDesign } from "./template-design.ts";

export type TemplateImages = Map<string, { bytes: Uint8Array; contentType: string }>;

/** The images that a design names, each once: logo, seal, signatures. */
export function imagesOf(design: Pick<TemplateDesign, "logo" | "seal" | "signatories">): string[] {
  const seal = design.seal === "star" || design.seal === "none" ? null : design.seal;
  const named = [design.logo, seal, ...design.signatories.map(({ signature }) => signature)];
  return [...new Set(named.filter((sha256) => sha256 !== null))];
}

/** The bytes of every image that a design names, by their SHA-256. Throws when the storage lacks one. */
export async function loadTemplateImages(design: TemplateDesign): Promise<TemplateImages> {
  const loaded = imagesOf(design).map(async (sha256) => {
    const bytes = await getObject(sha256);
    const contentType = bytes && readImage(bytes)?.contentType;
    if (!contentType) throw new Error(`The storage does not hold image ${sha256} of a certificate template`);
    return [sha256, { bytes, contentType }] as const;
  });
  return new Map(await Promise.all(loaded));
}
