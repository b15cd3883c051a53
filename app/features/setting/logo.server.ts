import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { isAdmin } from "#app/platform/access/actor.ts";
import type { DbOrTx } from "#app/platform/db/client.server.ts";
import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import type { Logo } from "#app/platform/site/site.ts";
import { getObject, putObject } from "#app/platform/storage/storage.server.ts";
import { changeSettings } from "./change-settings.server.ts";

export const MAX_LOGO_BYTES = 2 * 1024 * 1024;
const MAX_PIXELS = 20_000_000;
/** What is kept: three times what the widest header shows. */
const KEPT = { width: 600, height: 160 };

const TYPES = ["image/png", "image/jpeg", "image/webp", "image/avif"];

export const logoPlaces = ["logo", "darkLogo"] as const;
export type LogoPlace = (typeof logoPlaces)[number];

function refuse(code: "logoTooLarge" | "logoUnknown" | "logoBroken", values?: Record<string, number>) {
  return new ExpectedError({ code, messageKey: `settings:errors.${code}`, status: 422, values });
}

/**
 * Draws a picture anew as PNG, which every mail program shows, no larger than is needed: only its pixels are kept. By
 * its bytes it must be PNG, JPEG, WebP or AVIF; drawings, which may carry scripts, are refused.
 */
async function drawAnew(bytes: Uint8Array) {
  if (bytes.length > MAX_LOGO_BYTES) throw refuse("logoTooLarge", { megabytes: MAX_LOGO_BYTES / 1024 / 1024 });
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !TYPES.includes(type.mime)) throw refuse("logoUnknown");
  const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", animated: false })
    .timeout({ seconds: 20 })
    .autoOrient()
    .resize({ ...KEPT, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 9 });
  return picture.toBuffer({ resolveWithObject: true }).catch(() => {
    // libvips says by an Error of any kind that the bytes are damaged or too many.
    throw refuse("logoBroken");
  });
}

/**
 * Makes a picture the academy's logo, or its logo on dark pages. Throws `logoTooLarge`, `logoUnknown`, `logoBroken`,
 * and `notFound` to whoever is no admin.
 */
export async function changeLogo(
  ctx: PersonContext,
  { place, bytes }: { place: LogoPlace; bytes: Uint8Array },
): Promise<Logo> {
  if (!isAdmin(ctx.actor)) throw notFound();
  const { data, info } = await drawAnew(bytes);
  const sha256 = await putObject({ bytes: data, contentType: "image/png" });
  const size = { width: info.width, height: info.height };
  const row = { sha256, contentType: "image/png", ...size };
  await ctx.db.siteImage.createMany({ data: [row], skipDuplicates: true });
  const logo = { sha256, ...size };
  await changeSettings(ctx, { [place]: logo });
  return logo;
}

/** Takes a logo away; without the first there is none on dark pages either. */
export async function removeLogo(ctx: PersonContext, place: LogoPlace): Promise<void> {
  await changeSettings(ctx, place === "logo" ? { logo: null, darkLogo: null } : { darkLogo: null });
}

/** The bytes of a logo that the academy has or had. Throws `notFound`. */
export async function findLogo({ db }: { db: DbOrTx }, { sha256 }: { sha256: string }) {
  const image = await db.siteImage.findUnique({ where: { sha256 }, select: { contentType: true } });
  const bytes = image ? await getObject(sha256) : undefined;
  if (!image || !bytes) throw notFound();
  return { bytes, contentType: image.contentType };
}
