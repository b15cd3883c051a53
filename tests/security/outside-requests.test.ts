import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Who may speak with other machines, and why. Everything else asks `fetchOutside`, which guards against addresses that people give. */
const ALLOWED: Record<string, string> = {
  "app/platform/http/fetch-outside.server.ts": "it is the guard",
  "app/platform/http/graceful-server.server.ts": "listens, and asks nobody",
  "app/platform/http/worker-port.server.ts": "listens, and asks nobody",
  "app/platform/http/security-headers.server.ts": "makes an answer that is never sent, and asks nobody",
  "app/features/certificate/file-check/verify-worker.ts": "in the browser, which may ask what it likes",
  "app/features/certificate/file-check/evidence.ts": "in the browser, the academy's own address",
  "app/features/lecture/mux/upload/send-chunk.ts": "in the browser, to the address that Mux gave",
  "app/platform/i18n/load-words.ts": "in the browser, the academy's own address",
};

/** What only runs in browsers: there another machine is asked in nobody's name but the reader's own. */
const IN_BROWSER = /\/components\/|^app\/platform\/browser\/|^app\/entry\.client/;

const ASKS = [
  /(?<![.\w])fetch\s*\(/,
  /globalThis\.fetch/,
  /from "(node:)?(http|https|http2|dgram|dns|dns\/promises|tls)"/,
  /from "(undici|axios|got|node-fetch)"/,
  /new WebSocket\(/,
];

/** Of a file of the product, without its comments. */
function codeOf(path: string): string {
  return readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/import type [^;]+;/g, "");
}

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .map((file) => join("app", file))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/generated\//.test(file));

const asking = files.filter((file) => !IN_BROWSER.test(file) && ASKS.some((asks) => asks.test(codeOf(file))));

test("only the guard and what is named here speaks with other machines by itself", () => {
  expect(asking.filter((file) => !(file in ALLOWED))).toEqual([]);
});

test("whoever is named here still does", () => {
  expect(Object.keys(ALLOWED).filter((file) => !asking.includes(file))).toEqual([]);
});
