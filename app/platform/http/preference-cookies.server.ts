import { z } from "zod";
import { hostCookie, parseCookies, secureCookies } from "#app/platform/session/session-cookie.server.ts";

/** The cookie that keeps the choice of light or dark; without it the page follows the system. */
export const THEME_COOKIE = "maqdis.theme";

export const themeSchema = z.enum(["light", "dark"]);
export type Theme = z.infer<typeof themeSchema>;

const YEAR_SECONDS = 31_536_000;

/** The theme that a Cookie header asks for, or undefined where the system decides. */
export function readTheme(cookie: string | null | undefined): Theme | undefined {
  return themeSchema.safeParse(parseCookies(cookie).get(hostCookie(THEME_COOKIE))).data;
}

/** A Set-Cookie header that keeps a choice for a year; without a value it forgets it. */
export function preferenceCookie(name: string, value: string | undefined): string {
  const age = value === undefined ? 0 : YEAR_SECONDS;
  return `${hostCookie(name)}=${value ?? ""}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secureCookies ? "; Secure" : ""}`;
}
