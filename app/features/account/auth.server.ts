import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Db } from "#app/platform/db/client.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { log } from "#app/platform/log/log.server.ts";
import { SESSION_SECONDS } from "#app/platform/session/load-actor.server.ts";
import { sessionSecret } from "#app/platform/session/secret.server.ts";
import { COOKIE_PREFIX, secureCookies } from "#app/platform/session/session-cookie.server.ts";
import { cancelErasure } from "./cancel-erasure.server.ts";
import { hashPassword, verifyPassword } from "./hash-password.server.ts";
import { makeBackupCodes } from "./make-backup-codes.server.ts";
import { PASSWORD_MAX, PASSWORD_MIN } from "./password-length.ts";

const ACADEMY = "Maqdis";

function passkeys() {
  return passkey({
    rpName: ACADEMY,
    rpID: new URL(configuredOrigin).hostname,
    origin: configuredOrigin,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    authentication: {
      // A passkey signs in without a second factor, so it must be one itself: the device has to know its owner.
      afterVerification: async ({ verification }) => {
        if (verification.authenticationInfo.userVerified) return;
        throw new APIError("UNAUTHORIZED", {
          code: "USER_NOT_VERIFIED",
          message: "The device did not verify its user",
        });
      },
    },
    advanced: { webAuthnChallengeCookie: "passkey_challenge" },
  });
}

function makeAuth(db: Db) {
  return betterAuth({
    appName: ACADEMY,
    baseURL: configuredOrigin,
    basePath: "/api/auth",
    secret: sessionSecret(),
    database: prismaAdapter(db, { provider: "postgresql" }),
    telemetry: { enabled: false },
    // Its own messages may hold e-mail addresses below this level.
    logger: { level: "error", log: (_level, message) => log.error({ from: "better-auth" }, message) },
    // Counted by our own rules, in PostgreSQL.
    rateLimit: { enabled: false },
    advanced: {
      // Its own prefix would be `__Secure-`, which binds to https and not to the host.
      useSecureCookies: false,
      cookiePrefix: COOKIE_PREFIX,
      defaultCookieAttributes: { secure: secureCookies },
      database: { generateId: false },
      ipAddress: { disableIpTracking: true },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true, cookieCache: { enabled: false } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => prepareSession(db, userId) } } },
    plugins: [
      twoFactor({ issuer: ACADEMY, backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes } }),
      passkeys(),
    ],
  });
}

/** Refuses who is suspended, clears away the person's sessions that have run out, and keeps an account that was to go. */
async function prepareSession(db: Db, userId: string): Promise<void> {
  const person = await db.user.findUnique({ where: { id: userId }, select: { suspendedAt: true } });
  if (person?.suspendedAt) throw new APIError("FORBIDDEN", { code: "SUSPENDED", message: "The account is suspended" });
  await db.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  await cancelErasure(db, { userId, now: new Date() });
}

export type Auth = ReturnType<typeof makeAuth>;

const made = new WeakMap<Db, Auth>();

/** The authentication library over one database; made once for each. */
export function authFor(db: Db): Auth {
  const auth = made.get(db) ?? makeAuth(db);
  made.set(db, auth);
  return auth;
}

/** What the library refused, by its code; undefined for anything else that went wrong. */
export function refusalOf(error: unknown): string | undefined {
  return error instanceof APIError ? (error.body?.code ?? error.message) : undefined;
}

/** Cookies that the browser is to keep, as headers of an answer. */
export function cookiesOf(headers: Headers): Headers {
  const cookies = new Headers();
  for (const cookie of headers.getSetCookie()) cookies.append("Set-Cookie", cookie);
  return cookies;
}
