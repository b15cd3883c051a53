import { sendToMux } from "../../mux/upload/send-to-mux.ts";
import type { SendingControls, SendingNews } from "./sending.ts";

const KEPT = "maqdis.upload.";

const fingerprintOf = ({ name, size, lastModified }: File) => [name, size, lastModified].join("-");

/** Whether this browser began to send another file to the address; where it may keep nothing, it cannot know. */
function isOtherFile(file: File, address: string): boolean {
  try {
    const begun = localStorage.getItem(KEPT + address);
    localStorage.setItem(KEPT + address, begun ?? fingerprintOf(file));
    return begun !== null && begun !== fingerprintOf(file);
  } catch {
    return false;
  }
}

function forget(address: string): void {
  try {
    localStorage.removeItem(KEPT + address);
  } catch {
    // Nothing was kept either.
  }
}

/**
 * Sends a file straight to Mux, from where it was when it was last sent. A lost line is waited for as long as it
 * takes.
 */
export function sendMux({ file, address }: { file: File; address: string }, news: SendingNews): SendingControls {
  if (isOtherFile(file, address)) {
    news.refused("otherFile");
    return { pause: () => undefined, resume: () => undefined, stop: () => undefined };
  }
  const { start, pause } = sendToMux({
    file,
    address,
    onProgress: news.progress,
    onLine: (lost) => lost && news.lost(),
    onDone: () => {
      forget(address);
      news.done();
    },
    onEnded: (missing) => {
      if (missing === "address") forget(address);
      news.refused(missing === "file" ? "otherFile" : "gone");
    },
  });
  start();
  return { pause, resume: start, stop: pause };
}
