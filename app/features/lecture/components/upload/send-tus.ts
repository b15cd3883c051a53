import { DetailedError, defaultOptions, Upload } from "tus-js-client";
import type { SendingControls, SendingNews } from "./sending.ts";

/** What a bucket takes as one part; also what a poor line can bring over in the time that a request may take. */
const PART_BYTES = 8 * 1024 * 1024;

/** How long is waited after a line was lost, in milliseconds, the first time, the second, and so on. */
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

const fingerprintOf = ({ name, size, lastModified }: File) =>
  Promise.resolve(["maqdis", name, size, lastModified].join("-"));

/** Whether this browser began the upload with another file, though it has the same name and size. */
async function isOtherFile(file: File, address: string): Promise<boolean> {
  const begun = (await defaultOptions.urlStorage.findAllUploads()).filter(({ uploadUrl }) => uploadUrl === address);
  const own = await defaultOptions.urlStorage.findUploadsByFingerprint(await fingerprintOf(file));
  return begun.length > 0 && !own.some(({ uploadUrl }) => uploadUrl === address);
}

/** What an answer means: `undefined` where asking again may help. */
function refusalOf(error: Error): "gone" | "tooLarge" | undefined {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  if (status === 413) return "tooLarge";
  const mayHelp = status === undefined || status >= 500 || [408, 409, 423, 429].includes(status);
  return mayHelp ? undefined : "gone";
}

/**
 * Sends a file to an address in parts, from where it was when it was last sent, by the tus protocol. A lost line is
 * waited for as long as it takes.
 */
export async function sendTus(
  { file, address }: { file: File; address: string },
  news: SendingNews,
): Promise<SendingControls> {
  const nothing = { pause: () => undefined, resume: () => undefined, stop: () => undefined };
  if (await isOtherFile(file, address)) {
    news.refused("otherFile");
    return nothing;
  }
  let failures = 0;
  let timer: number | undefined;
  const again = () => {
    stopWaiting();
    upload.start();
  };
  const stopWaiting = () => {
    window.clearTimeout(timer);
    window.removeEventListener("online", again);
  };
  const upload = new Upload(file, {
    uploadUrl: address,
    chunkSize: PART_BYTES,
    // Waited for here, so that it can be seen and has no end.
    retryDelays: null,
    fingerprint: fingerprintOf,
    removeFingerprintOnSuccess: true,
    onProgress: news.progress,
    onChunkComplete: () => {
      failures = 0;
    },
    onSuccess: news.done,
    onError: (error) => {
      const refusal = refusalOf(error);
      if (refusal) return news.refused(refusal);
      news.lost();
      timer = window.setTimeout(again, WAITS_MS[Math.min(failures, WAITS_MS.length - 1)]);
      window.addEventListener("online", again);
      failures += 1;
    },
  });
  upload.start();
  const pause = () => {
    stopWaiting();
    void upload.abort();
  };
  return { pause, resume: again, stop: pause };
}
