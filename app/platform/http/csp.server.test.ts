import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { contentSecurityPolicy, hashInlineScripts, videoHosts } from "./csp.server.ts";

test("every inline script of a remembered page is allowed by its hash, and no file needs one", () => {
  const html = '<script>one()</script><script src="/a.js"></script><script type="module" async="">two()</script>';
  const hash = (body: string) => createHash("sha256").update(body).digest("base64");
  expect(hashInlineScripts(html)).toEqual([hash("one()"), hash("two()")]);
});

test("nothing unsafe is ever allowed", () => {
  for (const policy of [contentSecurityPolicy({ nonce: "abc" }), contentSecurityPolicy({ scriptHashes: ["x"] })]) {
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test("a style element needs the nonce of its document, and there is none in a page remembered for guests", () => {
  expect(contentSecurityPolicy({ nonce: "abc" })).toContain("style-src 'self' 'nonce-abc';");
  expect(contentSecurityPolicy({ scriptHashes: ["x"] })).toContain("style-src 'self';");
});

test("no foreign host is allowed, unless videos are kept at Mux: then its own for pictures, streams and uploads", () => {
  const policy = (keys: Parameters<typeof videoHosts>[0]) => contentSecurityPolicy({ nonce: "abc" }, videoHosts(keys));
  expect(policy({ MUX_TOKEN_ID: undefined, MUX_BASE_URL: undefined })).not.toContain("http");
  expect(contentSecurityPolicy({ nonce: "abc" })).not.toContain("http");
  const atMux = policy({ MUX_TOKEN_ID: "id", MUX_BASE_URL: undefined });
  expect(atMux).toContain("img-src 'self' data: blob: https://image.mux.com;");
  expect(atMux).toContain("media-src 'self' blob: https://*.mux.com;");
  expect(atMux).toContain("connect-src 'self' https://*.mux.com https://storage.googleapis.com;");
  expect(atMux).toContain("script-src 'self' 'nonce-abc';");
});
