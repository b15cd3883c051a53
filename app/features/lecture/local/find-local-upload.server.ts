import type { Upload } from "@tus/server";
import { largeFiles } from "#app/platform/storage/large-files.server.ts";

/** How far the upload to a key of the store has come; undefined where none was begun. Throws where the store is away. */
export async function findLocalUpload(key: string): Promise<Upload | undefined> {
  return largeFiles()
    .uploads.getUpload(key)
    .catch((error: unknown) => {
      if (isUploadAbsent(error)) return undefined;
      throw error;
    });
}

/** The stores of tus throw plain objects with the HTTP status that they would answer. */
function isUploadAbsent(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  if ("status_code" in error) return error.status_code === 404 || error.status_code === 410;
  return "code" in error && error.code === "ENOENT";
}
