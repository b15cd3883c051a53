import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { onNotification } from "#app/platform/db/listen.server.ts";
import { brotliParams } from "./brotli-params.server.ts";

export type GuestPage = {
  status: number;
  headers: [string, string][];
  etag: string;
  bodies: { identity: Buffer; gzip?: Buffer; br?: Buffer };
};

/** How long a page may be shown to guests without being made again, in milliseconds; seats and windows move. */
const REMEMBERED_MS = 60_000;
/** Memory for all remembered pages, in bytes. */
const MEMORY = 32 * 1024 * 1024;

const pages = new LRUCache<string, GuestPage>({
  maxSize: MEMORY,
  ttl: REMEMBERED_MS,
  sizeCalculation: ({ bodies }) => bodies.identity.length * 2 + 1_024,
});
const underway = new Map<string, Promise<GuestPage | undefined>>();
let generation = 0;

/** Forgets every page; called when what guests see has changed. */
export function forgetGuestPages(): void {
  generation += 1;
  pages.clear();
  underway.clear();
}

onNotification("academy_changed", forgetGuestPages);

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

async function compress(page: GuestPage): Promise<void> {
  const { identity } = page.bodies;
  page.bodies.br = await compressBrotli(identity, { params: brotliParams({ quality: 6, size: identity.length }) });
  page.bodies.gzip = await compressGzip(identity, { level: 6 });
}

async function toPage(response: Response): Promise<GuestPage | undefined> {
  if (response.headers.get("X-Same-For-Guests") !== "1") return undefined;
  const identity = Buffer.from(await response.clone().arrayBuffer());
  const headers = [...response.headers].filter(([name]) => name !== "x-same-for-guests");
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  return { status: response.status, headers, etag, bodies: { identity } };
}

/**
 * The page of `key` for a guest. Made by `make` when it is not remembered, once for all who ask meanwhile;
 * `response` is given instead when what was made may not be shared.
 */
export async function findGuestPage(
  key: string,
  make: () => Promise<Response>,
): Promise<{ page: GuestPage } | { response: Response }> {
  const known = pages.get(key);
  if (known) return { page: known };
  // No await between asking and noting that it is underway, or all who ask at once would make it.
  const waiting = underway.get(key);
  if (waiting) {
    const shared = await waiting.catch(() => undefined);
    return shared ? { page: shared } : { response: await make() };
  }
  return makeGuestPage(key, make);
}

async function makeGuestPage(key: string, make: () => Promise<Response>) {
  const begun = generation;
  const made = make();
  const page = made.then(toPage);
  underway.set(key, page);
  try {
    const shared = await page;
    if (!shared) return { response: await made };
    if (begun === generation) {
      pages.set(key, shared);
      // A page is sent uncompressed until its compressed forms are there.
      void compress(shared);
    }
    return { page: shared };
  } finally {
    if (underway.get(key) === page) underway.delete(key);
  }
}
