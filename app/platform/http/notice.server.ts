import { redirect } from "react-router";
import { type MessageValues, withValues } from "#app/platform/i18n/message-key.ts";
import { hostCookie, parseCookies, secureCookies } from "#app/platform/session/session-cookie.server.ts";

const NOTICE_COOKIE = hostCookie("maqdis.notice");
const attributes = `Path=/; HttpOnly; SameSite=Lax${secureCookies ? "; Secure" : ""}`;

/** Sends the browser to `path` (as `input.href` gives it), where the message is shown once as done. */
export function redirectWithNotice(path: string, messageKey: string, values?: MessageValues): Response {
  const message = encodeURIComponent(withValues(messageKey, values));
  return redirect(path, { headers: { "Set-Cookie": `${NOTICE_COOKIE}=${message}; Max-Age=60; ${attributes}` } });
}

/** The message key, with its values, that a Cookie header brings; undefined for anything that is not one. */
export function readNotice(cookie: string | null | undefined): string | undefined {
  const raw = parseCookies(cookie).get(NOTICE_COOKIE);
  if (!raw || raw.length > 600) return undefined;
  try {
    const message = decodeURIComponent(raw);
    const [, values] = /^[a-z-]+:[\w.]+(?:\|(\{.*\}))?$/.exec(message) ?? [];
    if (values) JSON.parse(values);
    return /^[a-z-]+:[\w.]+($|\|\{)/.test(message) ? message : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a notice once a page has shown it. */
export function clearNotice(cookie: string | null | undefined, headers: Headers): void {
  if (!parseCookies(cookie).has(NOTICE_COOKIE)) return;
  headers.append("Set-Cookie", `${NOTICE_COOKIE}=; Max-Age=0; ${attributes}`);
}
