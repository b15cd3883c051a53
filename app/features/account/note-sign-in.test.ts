import { Writable } from "node:stream";
import pino from "pino";
import { expect, test } from "vitest";
import { createAccount, PASSWORD } from "#tests/factories/account.ts";
import { guestContext } from "#tests/factories/context.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { signIn } from "./sign-in.server.ts";
import { verifySecondFactor } from "./verify-second-factor.server.ts";

const database = openTestDatabase();

test("each attempt to sign in is in the log with its way and how it ended, and without whose it was", async () => {
  const { db } = database;
  const { email, id } = await createAccount(db);
  let written = "";
  const log = pino(
    new Writable({
      write: (line, _encoding, next) => {
        written += line;
        next();
      },
    }),
  );
  const ctx = { ...guestContext(db), log };
  const attempt = { email, address: "203.0.113.9", headers: new Headers() };
  await signIn(ctx, { ...attempt, password: PASSWORD });
  await signIn(ctx, { ...attempt, password: "not the password" }).catch(() => undefined);
  const code = { kind: "totp", code: "000000", address: "203.0.113.9", headers: new Headers() } as const;
  await verifySecondFactor(ctx, code).catch(() => undefined);
  const lines = written
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ security, way, outcome }) => [security, way, outcome])).toEqual([
    ["signIn", "password", "signedIn"],
    ["signIn", "password", "wrongCredentials"],
    ["signIn", "totp", "challengeOver"],
  ]);
  for (const secret of [email, id, PASSWORD, "not the password", "203.0.113.9"]) expect(written).not.toContain(secret);
});
