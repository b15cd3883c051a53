import { ExpectedError } from "#app/platform/errors/errors.ts";

const tooLarge = () => new ExpectedError({ code: "tooLarge", messageKey: "error:badRequest.text", status: 413 });

/** The body of a request as text. Reads no further than `limit` bytes; throws 413 where there is more. */
export async function readText(request: Request, { limit }: { limit: number }): Promise<string> {
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) throw tooLarge();
  if (!request.body) return "";
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
  return Buffer.concat(parts).toString("utf8");
}
