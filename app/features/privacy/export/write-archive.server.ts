import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { PersonalFile } from "#app/platform/personal-data/personal-table.ts";

type Archive = {
  path: string;
  texts: readonly { path: string; text: string }[];
  files: readonly PersonalFile[];
  /** Told after each file. */
  step: () => Promise<void>;
};

/** Two files of one name become two names. */
function apart(files: readonly PersonalFile[]): PersonalFile[] {
  const seen = new Map<string, number>();
  return files.map(({ path, open }) => {
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    return { path: times === 1 ? path : path.replace(/(\.[^./]*)?$/, `-${times}$1`), open };
  });
}

/** Writes a zip archive to the disk; no file is in memory as a whole. One that is lost is left out. */
export async function writeArchive({ path, texts, files, step }: Archive): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  // What goes wrong while it is written is told at its end.
  written.catch(() => undefined);
  for (const { path: name, text } of texts) zip.addBuffer(Buffer.from(text), name);
  for (const file of apart(files)) {
    const content = await file.open();
    if (content) await add(zip, file.path, content);
    await step();
  }
  zip.end();
  await written;
}

function add(zip: ZipFile, path: string, content: ReadableStream<Uint8Array>): Promise<void> {
  return new Promise((done, fail) => {
    const source = Readable.from(read(content));
    source.once("end", done).once("error", fail);
    zip.addReadStream(source, path);
  });
}

async function* read(content: ReadableStream<Uint8Array>) {
  for await (const part of content) yield Buffer.from(part);
}
