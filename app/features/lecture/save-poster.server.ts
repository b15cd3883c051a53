import { imageSize } from "image-size";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { putObject } from "#app/platform/storage/storage.server.ts";
import { findManagedVideo } from "./find-managed-video.server.ts";

const POSTER_TYPES: Record<string, string> = { jpg: "image/jpeg", png: "image/png", webp: "image/webp" };

/**
 * Keeps the picture that stands before a video is played, as the browser took it from the file. Throws 404 to those
 * who may not, and `notPicture` where its bytes are no JPEG, PNG or WebP.
 */
export async function savePoster(
  { db, actor }: Pick<PersonContext, "db" | "actor">,
  { videoId, bytes }: { videoId: string; bytes: Uint8Array },
): Promise<void> {
  await findManagedVideo({ db, actor }, { videoId });
  const contentType = POSTER_TYPES[typeOf(bytes) ?? ""];
  if (!contentType) throw new ExpectedError({ code: "notPicture", messageKey: "video:errors.notPicture", status: 400 });
  const posterSha256 = await putObject({ bytes, contentType });
  await db.video.update({ where: { id: videoId }, data: { posterSha256 } });
}

function typeOf(bytes: Uint8Array): string | undefined {
  try {
    return imageSize(bytes).type;
  } catch {
    return undefined;
  }
}
