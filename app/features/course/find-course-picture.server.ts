import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { Resvg, renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import { notFound } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { isLocale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { findSite } from "#app/platform/site/find-site.server.ts";
import { saidIn } from "#app/platform/site/site.ts";
import { getObject } from "#app/platform/storage/storage.server.ts";
import { drawPicture, titleScale, titleText } from "./course-picture.ts";

const require = createRequire(import.meta.url);

const font = {
  loadSystemFonts: false,
  fontFiles: [
    require.resolve("@expo-google-fonts/amiri/700Bold/Amiri_700Bold.ttf"),
    require.resolve("@expo-google-fonts/noto-nastaliq-urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf"),
  ],
  defaultFontFamily: "Amiri",
};

/** Pictures take a tenth of a second to make and are asked for again and again: the last ones are remembered. */
const pictures = new LRUCache<string, Buffer>({ maxSize: 24 * 1024 * 1024, sizeCalculation: (png) => png.length });

async function coverUrl(media: { sha256: string; contentType: string } | undefined): Promise<string | undefined> {
  if (!media || !["image/svg+xml", "image/png", "image/jpeg"].includes(media.contentType)) return undefined;
  const bytes = await getObject(media.sha256);
  return bytes && `data:${media.contentType};base64,${bytes.toString("base64")}`;
}

/**
 * The picture of a published course in the reader's language, or in the best there is for her: a PNG of 1200 × 630
 * and the hash of what it shows. Throws 404.
 */
export async function findCoursePicture(
  { db, locale }: Pick<UseCaseContext, "db" | "locale">,
  { slug }: { slug: string },
): Promise<{ png: Buffer; hash: string }> {
  const course = await db.course.findFirst({
    where: { slug, state: "published" },
    select: {
      coverSha256: true,
      titles: { where: { locale }, select: { title: true, textLocale: true } },
      media: { select: { sha256: true, contentType: true } },
    },
  });
  const [text] = course?.titles ?? [];
  if (!course || !text || !isLocale(text.textLocale)) throw notFound();
  const title = { title: text.title, locale: text.textLocale };
  // Room on both sides: text that runs to the left ends at x = 0.
  const measured = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2000 0 4000 1000" width="4000" height="1000">${titleText(title).svg}</svg>`;
  const academy = saidIn(await findSite(db), locale).name ?? serverI18n(locale).t("ui:name");
  const cover = await coverUrl(course.media.find(({ sha256 }) => sha256 === course.coverSha256));
  const scale = titleScale(new Resvg(measured, { font }).getBBox()?.width ?? 0);
  const svg = drawPicture({ ...title, slug, scale, academy, academyLocale: locale, cover });
  const hash = createHash("sha256").update(svg).digest("base64url").slice(0, 22);
  const png = pictures.get(hash) ?? (await renderAsync(svg, { font })).asPng();
  pictures.set(hash, png);
  return { png, hash };
}
