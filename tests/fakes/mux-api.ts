import type { ServerResponse } from "node:http";
import type { Asset, AssetCreateTrackParams } from "@mux/mux-node/resources/video/assets";
import type { UploadCreateParams } from "@mux/mux-node/resources/video/uploads";
import { type MuxState, newMuxId } from "./mux-state.ts";

type Question = {
  method: string;
  path: string;
  body: string;
  origin: string;
  state: MuxState;
  response: ServerResponse;
};

const NOT_FOUND = {
  status: 404,
  error: { type: "not_found", messages: ["The requested resource either doesn't exist"] },
};

type Answer = { status: number; data?: unknown; error?: unknown };

function answerUploads({ method, body, origin, state }: Question, [id, act]: string[]): Answer {
  if (!id && method === "POST") {
    const wanted: UploadCreateParams = JSON.parse(body);
    const uploadId = newMuxId();
    const url = `${origin}/bytes/${uploadId}`;
    state.uploads.set(uploadId, { ...wanted, id: uploadId, status: "waiting", timeout: wanted.timeout ?? 3_600, url });
    return { status: 201, data: state.uploads.get(uploadId) };
  }
  if (!id) return { status: 200, data: [...state.uploads.values()] };
  const upload = state.uploads.get(id);
  if (!upload) return NOT_FOUND;
  if (act !== "cancel") return { status: 200, data: upload };
  if (upload.status !== "waiting") {
    return { status: 403, error: { type: "invalid_parameters", messages: ["Upload is not in a cancellable state"] } };
  }
  state.uploads.set(id, { ...upload, status: "cancelled", url: undefined });
  return { status: 200, data: state.uploads.get(id) };
}

function answerTracks({ method, body, state }: Question, asset: Asset, trackId: string | undefined): Answer {
  const tracks = asset.tracks ?? [];
  if (method === "DELETE") {
    if (!tracks.some(({ id }) => id === trackId)) return NOT_FOUND;
    state.assets.set(asset.id, { ...asset, tracks: tracks.filter(({ id }) => id !== trackId) });
    return { status: 204 };
  }
  const { url, ...wanted }: AssetCreateTrackParams = JSON.parse(body);
  if (tracks.some(({ type, language_code }) => type === "text" && language_code === wanted.language_code)) {
    return { status: 400, error: { type: "invalid_parameters", messages: ["A track of this language exists"] } };
  }
  state.fetched.push(url);
  const track = { ...wanted, id: newMuxId(), status: "ready" as const };
  state.assets.set(asset.id, { ...asset, tracks: [...tracks, track] });
  return { status: 201, data: track };
}

function answerAssets(question: Question, [id, part, trackId]: string[]): Answer {
  const asset = id ? question.state.assets.get(id) : undefined;
  if (!asset) return NOT_FOUND;
  if (part === "tracks") return answerTracks(question, asset, trackId);
  if (question.method !== "DELETE") return { status: 200, data: asset };
  question.state.assets.delete(asset.id);
  return { status: 204 };
}

function answerTo(question: Question): Answer {
  const [room, , noun, ...rest] = question.path.split("/").slice(1);
  // What its command line asks before it does anything.
  if (room === "system") return { status: 200, data: { environment_id: "test", environment_name: "test" } };
  if (noun === "uploads") return answerUploads(question, rest);
  return noun === "assets" ? answerAssets(question, rest) : NOT_FOUND;
}

/** Answers as Mux's API would, from what was asked of it before. */
export function answerApi(question: Question): void {
  const { status, ...body } = answerTo(question);
  question.response.writeHead(status, { "content-type": "application/json" });
  question.response.end(status === 204 ? undefined : JSON.stringify(body));
}
