import { createHash } from "node:crypto";
import { extname } from "node:path";
import { fileEndings, MAX_MEDIA_BYTES } from "#app/features/lesson/media/media-kinds.ts";
import { readUpload } from "#app/features/lesson/media/read-upload.server.ts";
import { sanitizeDrawing } from "#app/features/lesson/sanitize-drawing.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { MEDIA_PATH } from "./course-file-schema.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import { pictureKind } from "./picture-kinds.ts";

/** Largest drawing and picture, in bytes. */
const SVG_LIMIT = 512 * 1024;
export const PICTURE_LIMIT = 8 * 1024 * 1024;

export type PackagedMedia = {
  /** As lessons name it: media/gates.ar.svg */
  path: string;
  sha256: string;
  contentType: string;
  bytes: number;
};

/** Reads one drawing, picture or file of a course and says what is wrong with it. */
export async function readMedia({
  folder,
  course,
  name,
  isCover,
  problems,
}: {
  folder: PackageFolder;
  /** The course's folder in the package. */
  course: string;
  name: string;
  isCover: boolean;
  problems: PackageProblem[];
}): Promise<PackagedMedia | undefined> {
  const path = `media/${name}`;
  const file = `${course}/${path}`;
  const extension = extname(name).toLowerCase();
  const isSvg = extension === ".svg";
  const kind = pictureKind(extension);
  if (!MEDIA_PATH.test(path)) {
    problems.push({ file, reason: "is not named in lower-case Latin letters, digits, dots, hyphens and underscores" });
    return undefined;
  }
  const isKept = fileEndings.includes(extension.slice(1));
  if (!isSvg && !kind && !isKept) {
    problems.push({ file, reason: `is neither SVG, PNG, JPEG, WebP, AVIF nor one of ${fileEndings.join(", ")}` });
    return undefined;
  }
  const content = await folder.readBytes(file, isSvg ? SVG_LIMIT : isKept ? MAX_MEDIA_BYTES : PICTURE_LIMIT);
  if (!content) return undefined;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const known = { path, sha256, bytes: content.length };
  if (isKept) return readKept({ file, name, content, known, problems });
  if (kind) {
    if (!kind.looksRight(content)) problems.push({ file, reason: `does not hold what ${extension} promises` });
    return { ...known, contentType: kind.contentType };
  }
  problems.push(...checkDrawing(content.toString("utf8"), { isCover }).map((reason) => ({ file, reason })));
  return { ...known, contentType: "image/svg+xml" };
}

type Known = Pick<PackagedMedia, "path" | "sha256" | "bytes">;

/** A file that readers take with them, held to what an upload of it is held to. */
async function readKept(input: {
  file: string;
  name: string;
  content: Buffer;
  known: Known;
  problems: PackageProblem[];
}): Promise<PackagedMedia | undefined> {
  const { file, name, content, known, problems } = input;
  try {
    const { contentType } = await readUpload({ name, bytes: content });
    return { ...known, contentType };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    problems.push({ file, reason: `does not hold what ${extname(name)} promises (${error.code})` });
    return undefined;
  }
}

/** A cover is a picture of its own, with colours of its own; in all else it is held to the rules of drawings. */
function checkDrawing(svg: string, { isCover }: { isCover: boolean }): string[] {
  const source = isCover ? svg.replace(/(["'])(#[0-9a-f]{3,8})\1/gi, '"var(--ink, $2)"') : svg;
  const drawing = sanitizeDrawing({ source, idPrefix: "", label: "" });
  return drawing.ok ? [] : drawing.problems;
}
