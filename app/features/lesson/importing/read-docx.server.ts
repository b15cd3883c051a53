import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { readZip, type ZipLimits } from "#app/platform/archive/read-zip.ts";
import { htmlToText } from "./html-to-text.ts";
import { type ImportedText, importRefused } from "./imported-text.ts";

/** Read from its source, since a bundle has no file of its own for it. */
const WORKER = resolve("app/features/lesson/importing/docx-worker.ts");

/** A document of some hundred pages with its pictures; what packs better than that is made to fill the memory. */
const LIMITS: ZipLimits = {
  ...{ entries: 2_000, entryBytes: 16 * 1024 * 1024, totalBytes: 48 * 1024 * 1024 },
  ratio: 100,
};
const MILLISECONDS = 20_000;
const MEGABYTES = 320;
const MOST_HTML = 4_000_000;

/** One file at a time in each process. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;
const MOST_WAITING = 8;

/**
 * Reads a Word document as a lesson's text. Its archive is measured before anything is unpacked, it is read in a thread
 * of its own, and nothing that it points at is fetched. Throws why it cannot be taken.
 */
export async function readDocx(bytes: Uint8Array): Promise<ImportedText> {
  const archive = await readZip(bytes, LIMITS);
  if (!archive.ok)
    throw importRefused(archive.fault === "notZip" || archive.fault === "damaged" ? "damaged" : "tooDense");
  if (!archive.files.some(({ path }) => path === "word/document.xml")) throw importRefused("damaged");
  if (waiting >= MOST_WAITING) throw importRefused("busy");
  waiting += 1;
  const turn = last.then(() => toHtml(bytes));
  last = turn
    .catch(() => undefined)
    .then(() => {
      waiting -= 1;
    });
  return htmlToText(await turn);
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  const worker = new Worker(WORKER, {
    workerData: bytes,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const html = await new Promise<unknown>((done, fail) => {
      timer = setTimeout(() => fail(importRefused("tooSlow")), MILLISECONDS);
      worker.once("message", done);
      // Whatever ends its reader, it is no document that Word would open, or one too large for us.
      worker.once("error", () => fail(importRefused("damaged")));
      worker.once("exit", () => fail(importRefused("damaged")));
    });
    if (typeof html !== "string" || html.length > MOST_HTML) throw importRefused("tooLarge");
    return html;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
