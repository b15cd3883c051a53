import { findVideoFile } from "#app/features/lecture/find-video-file.server.ts";
import { receiveUpload } from "#app/features/lecture/receive-upload.server.ts";
import type { PersonContext, UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { minuteBytes } from "#tests/factories/video-file.ts";
import type { FakeMux } from "./mux.ts";
import { setMuxKeys, unsetMuxKeys } from "./mux-keys.ts";

type Upload = { videoId: string; address: string };

/** What differs between providers for a browser: where it sends bytes and how it fetches them. */
export type ProviderHarness = {
  name: "local" | "mux";
  /** Sets this process up for the provider. */
  choose: () => void;
  /** Sends bytes `from` to `to` of the minute of video, or of nonsense as long; false where they are not taken. */
  send: (ctx: PersonContext, upload: Upload & { from: number; to: number; nonsense?: boolean }) => Promise<boolean>;
  /** What the provider does by itself once it has the bytes. */
  work: (upload: { muxUploadId: string | null }, how?: { broken: boolean }) => void;
  /** How many bytes come from an address; undefined where it does not open. */
  fetch: (ctx: UseCaseContext, address: string, range?: [number, number]) => Promise<number | undefined>;
};

async function answersLength(answer: Promise<Response>): Promise<number | undefined> {
  const response = await answer;
  const bytes = await response.arrayBuffer();
  return response.ok ? bytes.byteLength : undefined;
}

function slice(from: number, to: number, nonsense: boolean): Buffer {
  const whole = nonsense ? Buffer.alloc(minuteBytes().length, "no video") : minuteBytes();
  return whole.subarray(from, to);
}

/** Videos that we keep, reached through the use cases behind `/resources/uploads` and `/video`. */
export const localHarness: ProviderHarness = {
  name: "local",
  choose: unsetMuxKeys,
  send: async (ctx, { videoId, address, from, to, nonsense = false }) => {
    const request = new Request(new URL(address, "http://academy.example"), {
      method: "PATCH",
      headers: {
        "Tus-Resumable": "1.0.0",
        "Upload-Offset": String(from),
        "Content-Type": "application/offset+octet-stream",
        "Content-Length": String(to - from),
      },
      body: new Uint8Array(slice(from, to, nonsense)),
    });
    return receiveUpload(ctx, { videoId, request }).then(
      ({ ok }) => ok,
      () => false,
    );
  },
  work: () => undefined,
  fetch: async (ctx, address, range) => {
    const { pathname, searchParams } = new URL(address, "http://academy.example");
    const [, , video = "", file = ""] = pathname.split("/");
    const token = searchParams.get("token") ?? "";
    const found = await findVideoFile(ctx, { video, file, token }).catch(() => undefined);
    if (!found) return undefined;
    const [from, to] = range ?? [0, found.bytes];
    return new Response(found.stream(from, to)).arrayBuffer().then(({ byteLength }) => byteLength);
  },
};

/** Videos at a stand-in of Mux, reached over HTTP as browsers reach it. */
export function muxHarness(mux: () => FakeMux): ProviderHarness {
  return {
    name: "mux",
    choose: () => setMuxKeys(mux()),
    send: async (_, { address, from, to, nonsense = false }) => {
      const body = new Uint8Array(slice(from, to, nonsense));
      const headers = { "Content-Range": `bytes ${from}-${to - 1}/${minuteBytes().length}` };
      const { status } = await fetch(address, { method: "PUT", headers, body });
      return status === 200 || status === 308;
    },
    work: ({ muxUploadId }, { broken } = { broken: false }) => {
      const assetId = mux().state.uploads.get(muxUploadId ?? "")?.asset_id;
      const wrong = { status: "errored" as const, errors: { type: "invalid_input" } };
      if (assetId) mux().finish(assetId, broken ? wrong : {});
    },
    fetch: (_, address, range) => {
      const here = address.replace(/https:\/\/(stream|image)\.mux\.com/, mux().origin);
      const headers = range ? { Range: `bytes=${range[0]}-${range[1] - 1}` } : undefined;
      return answersLength(fetch(here, { headers }));
    },
  };
}
