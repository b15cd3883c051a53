import { FIRST_CHUNK, nextChunkSize } from "./chunk-size.ts";
import { AddressEnded, askPosition, FileGone, LineLost, sendChunk } from "./send-chunk.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export type Sender = {
  /** Begins, or goes on from wherever the bytes that arrived end: also in another tab, or after a restart. */
  start: () => void;
  /** Sends nothing more until it is started again. */
  pause: () => void;
};

type Wishes = {
  file: Blob;
  /** From `beginUpload`. */
  address: string;
  /** Bytes that have arrived. */
  onProgress: (arrived: number) => void;
  /** The line is lost or there again; it goes on by itself. */
  onLine: (lost: boolean) => void;
  onDone: () => void;
  /** It can go on with another address alone, or with the file chosen anew. */
  onEnded: (missing: "address" | "file") => void;
  /** Wait before a lost line is tried again, in milliseconds; doubled each time. */
  firstWaitMs?: number;
};

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", end);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    globalThis.addEventListener?.("online", end);
    signal.addEventListener("abort", end);
  });
}

/** Sends until all has arrived. Throws what `sendChunk` throws. */
async function sendRest({ file, address, onProgress, onLine }: Wishes, signal: AbortSignal, moved: () => void) {
  const place = { address, file, signal };
  let bytes = FIRST_CHUNK;
  let from = await askPosition(place);
  onLine(false);
  onProgress(from);
  while (from < file.size) {
    const began = performance.now();
    from = await sendChunk(place, { from, bytes });
    bytes = nextChunkSize({ bytes, milliseconds: performance.now() - began });
    moved();
    onProgress(from);
  }
}

async function keepSending(wishes: Wishes, signal: AbortSignal): Promise<void> {
  const { firstWaitMs = FIRST_WAIT_MS, onLine, onDone, onEnded } = wishes;
  let wait = firstWaitMs;
  const moved = () => {
    wait = firstWaitMs;
  };
  while (!signal.aborted) {
    try {
      await sendRest(wishes, signal, moved);
      return onDone();
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof AddressEnded) return onEnded("address");
      if (error instanceof FileGone) return onEnded("file");
      if (!(error instanceof LineLost)) throw error;
      onLine(true);
      await waitFor(wait, signal);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }
}

/**
 * Sends a file to Mux in chunks. Mux's own uploader begins at the first byte again when the page was left; this one
 * asks how much has arrived. The file is read chunk by chunk, never whole.
 */
export function sendToMux(wishes: Wishes): Sender {
  let running: AbortController | undefined;
  return {
    start: () => {
      running?.abort();
      running = new AbortController();
      void keepSending(wishes, running.signal);
    },
    pause: () => running?.abort(),
  };
}
