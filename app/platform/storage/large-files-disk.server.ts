import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { FileStore } from "@tus/file-store";
import { dataDir } from "#app/platform/env/env.server.ts";
import type { LargeFiles } from "./large-files.ts";
import { lazyStream } from "./lazy-stream.ts";

const folder = join(dataDir, "large-files");

/** How much of a file is in memory at a time, for each who reads it. */
const CHUNK_BYTES = 256 * 1024;

let kept: LargeFiles | undefined;

/** Large files in the data folder. */
export function diskFiles(): LargeFiles {
  kept ??= makeDiskFiles();
  return kept;
}

function makeDiskFiles(): LargeFiles {
  const pathOf = (key: string) => join(folder, key);
  return {
    uploads: new FileStore({ directory: folder }),
    find: async (key) => {
      const found = await stat(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      return found?.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : undefined;
    },
    stream: (key, from, to) =>
      lazyStream(async () => createReadStream(pathOf(key), { start: from, end: to - 1, highWaterMark: CHUNK_BYTES })),
    put: async (key, { path }) => {
      const target = pathOf(key);
      await mkdir(dirname(target), { recursive: true });
      // Written beside and renamed, so that nobody ever reads half a file.
      const draft = `${target}.${randomUUID()}`;
      try {
        await copyFile(path, draft);
        await rename(draft, target);
      } finally {
        await rm(draft, { force: true });
      }
    },
    list: () => listFolder(folder),
    withPath: (key, work) => work(pathOf(key)),
    remove: async (key) => {
      await rm(pathOf(key), { force: true });
      await rm(`${pathOf(key)}.json`, { force: true });
    },
  };
}

/** What is being written has the name of a draft until it is whole. */
const DRAFT = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function* listFolder(root: string): AsyncGenerator<{ key: string; bytes: number }> {
  const there = await stat(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!there) return;
  for await (const entry of await opendir(root, { recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || DRAFT.test(entry.name)) continue;
    yield { key: relative(root, path), bytes: (await stat(path)).size };
  }
}
