import { createHash } from "node:crypto";
import { MAX_CAPTION_BYTES } from "#app/features/lecture/captions/caption-file.ts";
import { readVtt } from "#app/features/lecture/captions/read-vtt.ts";
import { writeVtt } from "#app/features/lecture/captions/write-vtt.ts";
import { isLocale, type Locale, locales } from "#app/platform/i18n/locales.ts";
import { captionReason } from "./caption-reason.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";

const FILE_NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.([a-z]{2})\.vtt$/;

/** The captions of one lecture in one language; without `vtt` the file is there and cannot be used. */
export type PackagedCaptions = {
  file: string;
  path: string;
  sha256: string;
  slug: string;
  locale: Locale;
  /** WebVTT as the academy writes it. */
  vtt?: string;
};

/** The name of the file of a lecture's captions. */
export function captionsFileName({ slug, locale }: { slug: string; locale: string }): string {
  return `${slug}.${locale}.vtt`;
}

/** Reads the captions of one lecture in one language and says what is wrong with them. */
export async function readCaptions({
  folder,
  course,
  name,
  problems,
}: {
  folder: PackageFolder;
  /** The course's folder in the package. */
  course: string;
  name: string;
  problems: PackageProblem[];
}): Promise<PackagedCaptions | undefined> {
  const path = `captions/${name}`;
  const file = `${course}/${path}`;
  const [, slug, locale] = FILE_NAME.exec(name) ?? [];
  if (!slug || !isLocale(locale)) {
    const reason = `is not named <lesson-slug>.<locale>.vtt, with a locale of ${locales.join(" ")}`;
    problems.push({ file, reason });
    return undefined;
  }
  const text = await folder.readText(file, MAX_CAPTION_BYTES);
  if (text === undefined) return undefined;
  const known = { file, path, sha256: createHash("sha256").update(text).digest("hex"), slug, locale };
  const read = readVtt(text);
  if (!read.ok) {
    problems.push(...read.problems.map(({ line, ...problem }) => ({ file, line, reason: captionReason(problem) })));
    return known;
  }
  return { ...known, vtt: writeVtt(read.cues) };
}
