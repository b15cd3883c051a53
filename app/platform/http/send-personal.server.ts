import { brotliCompressSync, gzipSync } from "node:zlib";
import { sendResponse } from "@remix-run/node-fetch-server";
import type { Request, Response } from "express";
import { brotliParams } from "./brotli-params.server.ts";
import { turnIntoData } from "./security-headers.server.ts";

/** Documents and data: they are whole when they come, and small. */
const WHOLE = /^(text\/(html|plain|x-script)|application\/(json|xml|ld\+json))/;
/** Below this many bytes compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_024;

// One person's page is sent once, so the quickest compression serves it: a fifth of the time of the usual one, for a
// tenth more bytes.
function compress(body: Buffer, accepted: string): { body: Buffer; encoding?: string } {
  if (body.length < WORTH_COMPRESSING) return { body };
  if (/\bbr\b/.test(accepted)) {
    const params = brotliParams({ quality: 1, size: body.length });
    return { body: brotliCompressSync(body, { params }), encoding: "br" };
  }
  return /\bgzip\b/.test(accepted) ? { body: gzipSync(body, { level: 1 }), encoding: "gzip" } : { body };
}

/** What only programs read. */
const DATA = /^(text\/x-script|application\/json)/;

function setHeaders(response: Response, headers: Headers) {
  for (const [name, value] of headers) {
    if (name === "set-cookie") response.append(name, value);
    else if (name !== "x-same-for-guests") response.setHeader(name, value);
  }
}

/** Answers one person: at once and compressed where the answer is a page or its data, else as a stream. */
export async function sendPersonal({
  answer,
  request,
  response,
}: {
  answer: globalThis.Response;
  request: Request;
  response: Response;
}): Promise<void> {
  const { headers } = answer;
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  headers.append("Vary", "Cookie");
  const type = headers.get("Content-Type") ?? "";
  if (DATA.test(type)) turnIntoData(response);
  if (!WHOLE.test(type) || headers.has("Content-Encoding")) {
    headers.delete("X-Same-For-Guests");
    return sendResponse(response, answer);
  }
  const whole = answer.body ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0);
  const { body, encoding } = compress(whole, request.headers["accept-encoding"] ?? "");
  headers.append("Vary", "Accept-Encoding");
  if (encoding) headers.set("Content-Encoding", encoding);
  setHeaders(response, headers);
  response.setHeader("Content-Length", body.length);
  response.writeHead(answer.status, answer.statusText || undefined);
  response.end(body);
}
