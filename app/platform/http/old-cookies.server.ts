import type { NextFunction, Request, Response } from "express";
import { SESSION_SECONDS } from "#app/platform/session/load-actor.server.ts";
import { hostCookie, SESSION_COOKIE, writeSessionCookie } from "#app/platform/session/session-cookie.server.ts";

/** What the session's cookie was called over https before names were bound to the host. */
const OLD_SESSION = "__Secure-maqdis.session_token";

/** A session under a name that any line could set was never taken over https, and is not now. */
const OLD = /^(?:__Secure-(?=maqdis\.session_token$)|(?=maqdis\.(?:locale|theme|reading)$))(maqdis\.[a-z_]+)$/;

/** Forgets the cookie of the old name; it was of this host, or of a host above it, which only time can take away. */
const FORGOTTEN = `${OLD_SESSION}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure`;

/** A Cookie header with the names of today; where both are there, what the old one says is dropped. */
export function withNewNames(header: string): string {
  const pairs = header.split(/;\s*/).map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? { name: pair, value: "" } : { name: pair.slice(0, at), value: pair.slice(at) };
  });
  const there = new Set(pairs.map(({ name }) => name));
  return pairs
    .map(({ name, value }) => ({
      before: name,
      name: name.replace(OLD, (_, known: string) => hostCookie(known)),
      value,
    }))
    .filter(({ before, name }) => name === before || !there.has(name))
    .map(({ name, value }) => name + value)
    .join("; ");
}

/**
 * Takes over what browsers keep under the names of before, so that nobody is signed out by the change: the rest of the
 * academy sees the new names alone. Whoever comes for a page takes the session's new name along. Where https is spoken
 * only; a session that is not used for thirty days ends, so this may go a year after the release that brought it.
 */
export function renameOldCookies(request: Request, response: Response, next: NextFunction): void {
  const { cookie, accept } = request.headers;
  if (!cookie?.split(/;\s*/).some((pair) => OLD.test(pair.split("=")[0] ?? ""))) {
    next();
    return;
  }
  const renamed = withNewNames(cookie);
  request.headers.cookie = renamed;
  if (cookie.includes(`${OLD_SESSION}=`) && accept?.includes("text/html")) {
    const [, value = ""] = renamed.split(`${SESSION_COOKIE}=`);
    response.append("Set-Cookie", writeSessionCookie(value.split(";")[0] ?? "", SESSION_SECONDS));
    response.append("Set-Cookie", FORGOTTEN);
  }
  next();
}
