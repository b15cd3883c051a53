import type { KeyObject } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { jwtVerify } from "jose";
import type { MuxState } from "./mux-state.ts";

type Bytes = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  body: Buffer;
  state: MuxState;
  publicKey: KeyObject;
  finished: (uploadId: string) => string;
};

const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT, OPTIONS",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "Range",
};

/** A resumable upload as Google Cloud Storage takes it, which is where Mux sends files: chunks, and 308 until the last. */
function takeChunk({ request, response, url, body, state, finished }: Bytes): void {
  const id = url.pathname.split("/")[2] ?? "";
  if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
  const upload = state.uploads.get(id);
  const held = state.received.get(id) ?? Buffer.alloc(0);
  if (upload?.status === "asset_created") return void response.writeHead(200, cors).end();
  if (upload?.status !== "waiting") return void response.writeHead(410, cors).end();
  const [, from, total] = /^bytes (?:(\d+)-\d+|\*)\/(\d+)$/.exec(request.headers["content-range"] ?? "") ?? [];
  if (total === undefined || (from !== undefined && Number(from) !== held.length)) {
    return void response.writeHead(400, cors).end();
  }
  const now = from === undefined ? held : Buffer.concat([held, body]);
  state.received.set(id, now);
  if (now.length === Number(total)) {
    finished(id);
    return void response.writeHead(200, cors).end();
  }
  response.writeHead(308, now.length > 0 ? { ...cors, range: `bytes=0-${now.length - 1}` } : cors).end();
}

/** What each kind of file is signed for. */
const audienceOf = (path: string) => (path.includes("/thumbnail.") ? "t" : path.includes("/storyboard.") ? "s" : "v");

async function serveFile({ request, response, url, state, publicKey }: Bytes): Promise<void> {
  const [, id = ""] = url.pathname.split("/");
  const playbackId = id.replace(/\.m3u8$/, "");
  const asset = [...state.assets.values()].find(({ playback_ids }) =>
    playback_ids?.some((one) => one.id === playbackId),
  );
  const allowed = await jwtVerify(url.searchParams.get("token") ?? "", publicKey, {
    subject: playbackId,
    audience: audienceOf(url.pathname),
    requiredClaims: ["exp", "kid"],
  }).then(
    () => true,
    () => false,
  );
  if (!allowed) return void response.writeHead(403).end();
  if (!asset) return void response.writeHead(404).end();
  const body = Buffer.from("the bytes of a video at Mux");
  const partial = request.headers.range !== undefined;
  response.writeHead(partial ? 206 : 200, partial ? { "content-range": `bytes 0-3/${body.length}` } : {});
  response.end(partial ? body.subarray(0, 4) : body);
}

/** What browsers reach at Mux: where bytes go, and where they come from once somebody may have them. */
export async function answerBytes(bytes: Bytes): Promise<void> {
  if (bytes.url.pathname.startsWith("/bytes/")) return takeChunk(bytes);
  await serveFile(bytes);
}
