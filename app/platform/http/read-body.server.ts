import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ExpectedError } from "#app/platform/errors/errors.ts";

const tooLarge = () => new ExpectedError({ code: "tooLarge", messageKey: "error:badRequest.text", status: 413 });

/** The body of a request. Reads no further than `limit` bytes; throws 413 where there is more. */
export async function readBytes(request: Request, { limit }: { limit: number }): Promise<Buffer<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) throw tooLarge();
  if (!request.body) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** The same as text. */
export async function readText(request: Request, limits: { limit: number }): Promise<string> {
  return (await readBytes(request, limits)).toString("utf8");
}

/** Writes the body of a request to a file. Reads no further than `limit` bytes; throws 413 where there is more. */
export async function readToFile(request: Request, { path, limit }: { path: string; limit: number }): Promise<number> {
  let bytes = 0;
  const measure = new Transform({
    transform: (part: Buffer, _, done) => {
      bytes += part.length;
      done(bytes > limit ? tooLarge() : null, part);
    },
  });
  await pipeline(request.body ? Readable.from(request.body) : [], measure, createWriteStream(path));
  return bytes;
}
