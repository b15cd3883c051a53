import { createHash } from "node:crypto";
import { extname } from "node:path";
import type { Slide } from "#app/features/lecture/lecture-schema.ts";
import type { PackageFolder } from "./package-folder.server.ts";
import type { PackageProblem } from "./package-problem.ts";
import { pictureKind } from "./picture-kinds.ts";
import { PICTURE_LIMIT } from "./read-media.server.ts";

export type PackagedPicture = {
  /** As course.yaml names it: slides/gates.01.webp */
  path: string;
  sha256: string;
  contentType: Slide["contentType"];
};

/** Reads a slide or a poster and says what is wrong with it. */
export async function readPicture({
  folder,
  course,
  path,
  problems,
}: {
  folder: PackageFolder;
  /** The course's folder in the package. */
  course: string;
  path: string;
  problems: PackageProblem[];
}): Promise<PackagedPicture | undefined> {
  const file = `${course}/${path}`;
  const extension = extname(path);
  const kind = pictureKind(extension);
  if (!kind) {
    problems.push({ file, reason: "is neither PNG, JPEG, WebP nor AVIF" });
    return undefined;
  }
  const content = await folder.readBytes(file, PICTURE_LIMIT);
  if (!content) return undefined;
  if (!kind.looksRight(content)) problems.push({ file, reason: `does not hold what ${extension} promises` });
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { path, sha256, contentType: kind.contentType };
}
