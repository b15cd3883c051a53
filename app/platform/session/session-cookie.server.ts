import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#app/platform/env/env.server.ts";
import { sessionSecret } from "./secret.server.ts";

/** Whether the academy is served over https, so that cookies are sent over nothing else. */
export const secureCookies = env.PUBLIC_URL?.startsWith("https://") ?? false;

/**
 * What a cookie is called in the browser. Over https its name binds it to this host and to https: neither another host
 * of the same domain nor whoever stands in the line can set one of that name (RFC 6265bis, 4.1.3.2).
 */
export const hostCookie = (name: string) => (secureCookies ? `__Host-${name}` : name);

/** What the names of all cookies of signing in begin with. */
export const COOKIE_PREFIX = hostCookie("maqdis");

export const SESSION_COOKIE = hostCookie("maqdis.session_token");

export function parseCookies(header: string | null | undefined): Map<string, string> {
  const pairs = (header ?? "").split(/;\s*/).map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return at < 0 ? ["", ""] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return new Map(pairs.filter(([name]) => name !== ""));
}

/** The session token in a Cookie header, if it is there and its signature (HMAC-SHA-256, base64) is ours. */
export function readSessionToken(header: string | null | undefined): string | undefined {
  const raw = parseCookies(header).get(SESSION_COOKIE);
  if (!raw) return undefined;
  const value = safeDecode(raw);
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", sessionSecret()).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** A Set-Cookie header of a session; `value` is as the browser is to send it. */
export function writeSessionCookie(value: string, seconds: number): string {
  const secure = secureCookies ? "; Secure" : "";
  return `${SESSION_COOKIE}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The session cookie of a Cookie header once more, to be kept for `seconds` from now. */
export function prolongedSessionCookie(header: string | null | undefined, seconds: number): string {
  return writeSessionCookie(parseCookies(header).get(SESSION_COOKIE) ?? "", seconds);
}

/** A token with its signature, as the cookie carries it before URL encoding. */
export function signSessionToken(token: string): string {
  return `${token}.${createHmac("sha256", sessionSecret()).update(token).digest("base64")}`;
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
