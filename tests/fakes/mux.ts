import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Asset } from "@mux/mux-node/resources/video/assets";
import type { MuxConfig } from "#app/features/lecture/mux/mux-config.server.ts";
import { answerApi } from "./mux-api.ts";
import { answerBytes } from "./mux-bytes.ts";
import { type MuxState, newMuxId } from "./mux-state.ts";
import { contractProblems, startSteady } from "./steady.ts";

export type FakeMux = {
  config: MuxConfig;
  origin: string;
  state: MuxState;
  /** What the contract said against requests. A test that asks Mux for anything expects none. */
  problems: string[];
  /** Method and path of each request to the API. */
  asked: string[];
  /** While it is, nothing is answered but 503. */
  away: boolean;
  /** Ends the making of an asset: all its files ready, or as the test says. */
  finish: (assetId: string, change?: Partial<Asset>) => void;
  /** Takes the whole file at once, as after the last chunk. */
  receive: (uploadId: string) => string;
  stop: () => Promise<void>;
};

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });

/** For the environment of a process: the signing key as Mux gives it. */
export const muxSigningKey = Buffer.from(privateKey.export({ type: "pkcs1", format: "pem" })).toString("base64");

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/** An upload became an asset that is being made. */
function becomeAsset(state: MuxState, uploadId: string): string {
  const upload = state.uploads.get(uploadId);
  if (upload?.status !== "waiting") throw new Error(`Upload ${uploadId} does not wait for its bytes`);
  const id = newMuxId();
  const { passthrough, static_renditions } = upload.new_asset_settings ?? {};
  state.assets.set(id, {
    id,
    created_at: "1795313666",
    encoding_tier: "smart",
    master_access: "none",
    max_resolution_tier: "1080p",
    progress: { state: "ingesting", progress: 0 },
    status: "preparing",
    passthrough,
    upload_id: uploadId,
    playback_ids: [{ id: newMuxId(), policy: "signed" }],
    static_renditions: {
      files: (static_renditions ?? []).map(({ resolution }) => ({ id: randomUUID(), resolution, status: "preparing" })),
    },
  });
  state.uploads.set(uploadId, { ...upload, status: "asset_created", asset_id: id, url: undefined });
  return id;
}

function finishAsset(state: MuxState, assetId: string, change: Partial<Asset> = {}): void {
  const asset = state.assets.get(assetId);
  if (!asset) throw new Error(`There is no asset ${assetId}`);
  const height = { highest: 720, "720p": 720, "360p": 360 };
  const files = (asset.static_renditions?.files ?? []).map((file) => {
    // Mux makes no file of the size that the highest has already.
    if (file.resolution === "720p") return { ...file, status: "skipped" as const };
    const audio = file.resolution === "audio-only";
    const tall = file.resolution === "highest" || file.resolution === "360p" ? height[file.resolution] : undefined;
    return {
      ...file,
      status: "ready" as const,
      ext: audio ? ("m4a" as const) : ("mp4" as const),
      name: audio
        ? ("audio.m4a" as const)
        : file.resolution === "highest"
          ? ("highest.mp4" as const)
          : ("360p.mp4" as const),
      filesize: String((tall ?? 90) * 10_000),
      bitrate: (tall ?? 90) * 2_000,
      ...(tall ? { height: tall, width: (tall / 9) * 16 } : {}),
    };
  });
  state.assets.set(assetId, {
    ...asset,
    status: "ready",
    duration: state.duration,
    tracks: [
      ...(asset.tracks ?? []),
      { type: "video", max_width: 1_280, max_height: 720 },
      { type: "audio", max_channels: 2 },
    ],
    static_renditions: { files },
    ...change,
  });
}

/** A stand-in for Mux: its API with a memory, each request first held against Mux's own contract, and its bytes. */
export async function startMux(): Promise<FakeMux> {
  const steady = await startSteady("tests/fakes/mux-openapi.json");
  const state: MuxState = { uploads: new Map(), assets: new Map(), received: new Map(), fetched: [], duration: 60 };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", fake.origin);
    const body = await readBody(request);
    if (fake.away) return void response.writeHead(503).end();
    if (!url.pathname.startsWith("/video/") && !url.pathname.startsWith("/system/")) {
      return answerBytes({ request, response, url, body, state, publicKey, finished: fake.receive });
    }
    const { method = "GET", headers } = request;
    const text = body.toString("utf8");
    if (url.pathname.startsWith("/video/")) {
      fake.asked.push(`${method} ${url.pathname}`);
      const sent = { method, path: url.pathname + url.search, body: text, authorization: headers.authorization ?? "" };
      const problems = await contractProblems(steady.origin, sent);
      fake.problems.push(...problems);
      if (problems.length > 0) return void response.writeHead(400).end(problems.join("\n"));
    }
    answerApi({ method, path: url.pathname, body: text, origin: fake.origin, state, response });
  };
  const server = createServer((request, response) => {
    // Who hangs up in the middle of a chunk is answered nothing.
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const fake: FakeMux = {
    origin,
    state,
    problems: [],
    asked: [],
    away: false,
    config: {
      tokenId: "token",
      tokenSecret: "token secret",
      webhookSecret: "a secret of webhooks",
      signingKeyId: "signing-key",
      signingKey: privateKey,
      baseUrl: origin,
    },
    finish: (assetId, change) => finishAsset(state, assetId, change),
    receive: (uploadId) => becomeAsset(state, uploadId),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await steady.stop();
    },
  };
  return fake;
}
