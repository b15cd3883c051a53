import { globSync, readFileSync } from "node:fs";
import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { expect, test } from "vitest";
import { authFor } from "#app/features/account/auth.server.ts";
import { findPasskeyOptions } from "#app/features/account/find-passkey-options.server.ts";
import { confirmSecondFactor, startSecondFactor } from "#app/features/account/set-up-second-factor.server.ts";
import { signIn } from "#app/features/account/sign-in.server.ts";
import { signOut } from "#app/features/account/sign-out.server.ts";
import { SESSION_COOKIE } from "#app/platform/session/session-cookie.server.ts";
import { browserHeaders, contextIn, createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();

/** The cookies that docs/privacy.md tells people of: the names in its table. */
function toldCookies(): string[] {
  const section = readFileSync("docs/privacy.md", "utf8").split("## Cookies")[1] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  return rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
}

/** One that is set to be forgotten is none. */
const namesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .filter((cookie) => !/max-age=0\b/i.test(cookie))
    .map((cookie) => cookie.split("=")[0] ?? "");

test("signing in and out, with one step or two or a passkey, sets no cookie but those that people are told of", async () => {
  const { db } = database;
  const { email } = await createAccount(db);
  const attempt = { email, password: PASSWORD, address: "203.0.113.4", headers: new Headers() };
  const first = await signIn(guestContext(db), attempt);
  const browser = browserHeaders(first.cookies);
  const ctx = await contextIn(db, browser);
  await startSecondFactor(ctx, { currentPassword: PASSWORD, headers: browser });
  const { secret } = await db.twoFactor.findUniqueOrThrow({ where: { userId: ctx.actor.id } });
  const { secretConfig } = await authFor(db).$context;
  const code = await createOTP(await symmetricDecrypt({ key: secretConfig, data: secret })).totp();
  const confirmed = await confirmSecondFactor(ctx, { code, headers: browser });
  const second = await signIn(guestContext(db), attempt);
  const { address, headers } = attempt;
  const step = "generate-authenticate-options";
  const passkey = await findPasskeyOptions(guestContext(db), { step, address, headers });
  const out = await signOut(guestContext(db), { headers: browserHeaders(confirmed.cookies, browser) });
  const set = [first.cookies, confirmed.cookies, second.cookies, out.cookies, passkey.headers].flatMap(namesOf);
  expect(set).toContain(SESSION_COOKIE);
  expect(set.filter((name) => !toldCookies().includes(name))).toEqual([]);
});

test("the academy's own code speaks of no cookie that people are not told of, and of all that they are", () => {
  const named = globSync("app/**/*.{ts,tsx}", { exclude: ["app/platform/db/generated/**", "**/*.test.*"] }).flatMap(
    (path) => {
      const text = readFileSync(path, "utf8");
      if (!/cookie/i.test(text)) return [];
      return [...text.matchAll(/"maqdis\.([a-z_]+)"/g)].map(([, name = ""]) => `maqdis.${name}`);
    },
  );
  const told = toldCookies();
  expect(new Set(named.filter((name) => !told.includes(name)))).toEqual(new Set());
  for (const own of ["maqdis.locale", "maqdis.theme", "maqdis.reading", "maqdis.notice"]) {
    expect(named).toContain(own);
    expect(told).toContain(own);
  }
});

test("nothing in the browser writes a cookie by itself", () => {
  const writers = globSync("app/**/*.{ts,tsx}", { exclude: ["app/platform/db/generated/**", "**/*.test.*"] }).filter(
    (path) => /document\.cookie|cookieStore/.test(readFileSync(path, "utf8")),
  );
  expect(writers).toEqual([]);
});
