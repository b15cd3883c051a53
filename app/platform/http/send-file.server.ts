import { LazyFile } from "@remix-run/lazy-file";
import { createFileResponse } from "@remix-run/response/file";

/** One range of bytes, as RFC 9110, 14.1.2 writes it. */
const ONE_RANGE = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i;

/**
 * Answers with a file or a part of it, as RFC 9110 has it: 206 and 416 for a range, 304 and 412 for conditions. Of
 * several ranges, or of what is no range of bytes, nothing is made: such a header may be ignored. `name` is the
 * strong entity tag; headers that the answer should carry in any case are in `headers`.
 */
export async function sendFile(
  request: Request,
  file: {
    name: string;
    contentType: string;
    modifiedAt?: Date;
    bytes: number;
    stream: (from: number, to: number) => ReadableStream<Uint8Array<ArrayBuffer>>;
  },
  headers: Record<string, string>,
): Promise<Response> {
  const stream = (from = 0, to = file.bytes) => file.stream(from, Math.min(to, file.bytes));
  const content = new LazyFile({ byteLength: file.bytes, stream }, file.name, {
    type: file.contentType,
    lastModified: file.modifiedAt?.getTime(),
  });
  const response = await createFileResponse(content, withSoundRange(request, file.bytes), {
    etag: "strong",
    digest: async () => file.name,
    lastModified: file.modifiedAt !== undefined,
    acceptRanges: true,
  });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  if (response.status === 200 || response.status === 206) response.headers.set("Content-Type", file.contentType);
  return response;
}

/** The request with a range that means what it says, or none. */
function withSoundRange(request: Request, bytes: number): Request {
  const given = request.headers.get("Range");
  if (given === null) return request;
  const headers = new Headers(request.headers);
  const [, from = "", to = ""] = ONE_RANGE.exec(given) ?? [];
  const backwards = from !== "" && to !== "" && Number(to) < Number(from);
  if ((from === "" && to === "") || backwards) headers.delete("Range");
  // The last no bytes of a file are as little there as those after its end.
  else if (from === "" && Number(to) === 0) headers.set("Range", `bytes=${bytes}-`);
  return new Request(request.url, { method: request.method, headers });
}
