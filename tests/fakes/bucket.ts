import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll } from "vitest";
import { env } from "#app/platform/env/env.server.ts";

const BUCKET = "academy";
/** Another bucket of the same store, which is empty. */
export const SPARE_BUCKET = "spare";

/**
 * An S3 bucket for the test file that calls this at its top level; from then on the academy keeps its files there.
 * s3rver keeps the objects; listing and ending the parts of an upload, which it does not know, are answered here.
 */
export function openTestBucket(): void {
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), "maqdis-bucket-"));
    const s3rver = new S3rver({ directory, silent: true, configureBuckets: [BUCKET, SPARE_BUCKET].map(toBucket) });
    await s3rver.configureBuckets();
    const answer = s3rver.callback();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", "http://bucket");
      const uploadId = url.searchParams.get("uploadId");
      const folder = join(directory, BUCKET, "._S3rver_uploads", uploadId ?? "");
      if (uploadId && request.method === "GET") return void listParts(folder, response);
      if (uploadId && request.method === "DELETE") return void endUpload(folder, response);
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = address && typeof address === "object" ? address.port : 0;
    Object.assign(env, {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: "S3RVER",
      S3_SECRET_ACCESS_KEY: "S3RVER",
    });
    stop = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    };
  });

  afterAll(async () => {
    Object.assign(env, { S3_BUCKET: undefined, S3_ENDPOINT: undefined });
    await stop?.();
  });
}

const toBucket = (name: string) => ({ name, configs: [] });

async function listParts(folder: string, response: ServerResponse): Promise<void> {
  if (!existsSync(folder)) return noSuchUpload(response);
  const numbers = (await readdir(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
  const parts = await Promise.all(
    numbers
      .toSorted((a, b) => a - b)
      .map(async (number) => {
        const md5 = await readFile(join(folder, `${number}.md5`), "utf8");
        const { size } = await stat(join(folder, String(number)));
        return `<Part><PartNumber>${number}</PartNumber><ETag>"${md5}"</ETag><Size>${size}</Size></Part>`;
      }),
  );
  response.setHeader("Content-Type", "application/xml");
  response.end(`<ListPartsResult><IsTruncated>false</IsTruncated>${parts.join("")}</ListPartsResult>`);
}

async function endUpload(folder: string, response: ServerResponse): Promise<void> {
  if (!existsSync(folder)) return noSuchUpload(response);
  await rm(folder, { recursive: true });
  response.writeHead(204).end();
}

function noSuchUpload(response: ServerResponse): void {
  response.writeHead(404, { "Content-Type": "application/xml" });
  response.end("<Error><Code>NoSuchUpload</Code><Message>There is no such upload</Message></Error>");
}
