import { imageSize } from "image-size";

/** What a document is drawn with: these two alone can be embedded as they are. */
const contentTypes: Readonly<Record<string, string>> = { png: "image/png", jpg: "image/jpeg" };

export type ReadImage = { contentType: string; width: number; height: number };

/** What bytes are by what they hold, whatever they are called; undefined when they are neither a PNG nor a JPEG. */
export function readImage(bytes: Uint8Array): ReadImage | undefined {
  try {
    const { type, width, height } = imageSize(bytes);
    const contentType = contentTypes[type ?? ""];
    return contentType ? { contentType, width, height } : undefined;
  } catch {
    return undefined;
  }
}
