import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { readZip, type ZipLimits } from "#app/platform/archive/read-zip.ts";
import { htmlToText } from "./html-to-text.ts";
import { type ImportedText, importRefused, type TakePicture } from "./imported-text.ts";

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
 * of its own, and nothing that it points at is fetched. The pictures in it are handed to `take`, which answers where they
 * are kept, or null. Throws why it cannot be taken.
 */
export async function readDocx(bytes: Uint8Array, take: TakePicture = async () => null): Promise<ImportedText> {
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
  const { html, pictures } = await turn;
  const paths: (string | null)[] = [];
  for (const [index, { bytes: own, contentType }] of pictures.entries()) {
    const ending = contentType.split("/")[1]?.replace(/[^a-z0-9]/gi, "") ?? "bin";
    paths.push(await take({ name: `picture-${index + 1}.${ending}`, bytes: own }));
  }
  return htmlToText(html, paths);
}

const answerSchema = z.object({
  html: z.string(),
  pictures: z.array(z.object({ bytes: z.instanceof(Uint8Array), contentType: z.string() })),
});

async function toHtml(bytes: Uint8Array): Promise<z.output<typeof answerSchema>> {
  const worker = new Worker(WORKER, {
    workerData: bytes,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<unknown>((done, fail) => {
      timer = setTimeout(() => fail(importRefused("tooSlow")), MILLISECONDS);
      worker.once("message", done);
      // Whatever ends its reader, it is no document that Word would open, or one too large for us.
      worker.once("error", () => fail(importRefused("damaged")));
      worker.once("exit", () => fail(importRefused("damaged")));
    });
    const read = answerSchema.safeParse(answer);
    if (!read.success || read.data.html.length > MOST_HTML) throw importRefused("tooLarge");
    return read.data;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
