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
  /** As it was made, or, once that is done, compressed: a fifth of the memory. */
  bodies: { identity: Buffer } | { gzip: Buffer; br: Buffer };
};

/** How long a page may be shown to guests without being made again, in milliseconds; seats and windows move. */
const REMEMBERED_MS = 60_000;
/** Memory for all remembered pages, in bytes. */
const MEMORY = 32 * 1024 * 1024;

const pages = new LRUCache<string, GuestPage>({
  maxSize: MEMORY,
  ttl: REMEMBERED_MS,
  sizeCalculation: ({ bodies }) =>
    1_024 + ("identity" in bodies ? bodies.identity.length : bodies.gzip.length + bodies.br.length),
});
const underway = new Map<string, ReturnType<typeof toPage>>();
let generation = 0;

/** Forgets every page; called when what guests see has changed. */
export function forgetGuestPages(): void {
  generation += 1;
  pages.clear();
  underway.clear();
}

onNotification("academy_changed", forgetGuestPages);

/** Whether a page is remembered, or being made for somebody already. */
export function hasGuestPage(key: string): boolean {
  return pages.has(key) || underway.has(key);
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Puts the compressed page in the place of the one that was just made, unless that has been forgotten meanwhile. */
async function keepCompressed(key: string, page: GuestPage & { bodies: { identity: Buffer } }): Promise<void> {
  const { identity } = page.bodies;
  const br = await compressBrotli(identity, { params: brotliParams({ quality: 6, size: identity.length }) });
  const gzip = await compressGzip(identity, { level: 6 });
  if (pages.peek(key) !== page) return;
  pages.set(key, { ...page, bodies: { br, gzip } }, { ttl: pages.getRemainingTTL(key) });
}

async function toPage(response: Response) {
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
      void keepCompressed(key, shared);
    }
    return { page: shared };
  } finally {
    if (underway.get(key) === page) underway.delete(key);
  }
}
