import { Prisma } from "#app/platform/db/generated/client.ts";
import { nobody, nothing, ofUser, type PersonalData } from "#app/platform/personal-data/personal-table.ts";

/** What accounts keep about people. The account itself stays without a name: figures of courses hang on it. */
export const accountData: PersonalData = {
  tables: [
    {
      table: "User",
      // What was merged into her account is hers as well.
      hers: ({ id }) => Prisma.sql`(t."id" = ${id}::uuid OR t."mergedIntoId" = ${id}::uuid)`,
      gives: [
        ...["email", "emailVerified", "name", "fullNameArabic", "fullNameLatin", "namesCheckedAt", "country"],
        ...["timeZone", "locale", "calendar", "digits", "role", "twoFactorEnabled", "videoBudgetMb", "image"],
        ...["createdAt", "updatedAt", "suspendedAt"],
      ],
      withholds: { inner: ["id", "mergedIntoId"] },
      onErasure: {
        act: "keep",
        why: "statistics",
        clear: {
          email: Prisma.sql`'erased-' || t."id" || '@erased.invalid'`,
          name: nobody,
          emailVerified: Prisma.sql`false`,
          suspendedAt: Prisma.sql`coalesce(t."suspendedAt", now())`,
          role: Prisma.sql`'learner'`,
          twoFactorEnabled: Prisma.sql`false`,
          calendar: Prisma.sql`'gregorian'`,
          digits: Prisma.sql`'automatic'`,
          ...{ image: nothing, fullNameArabic: nothing, fullNameLatin: nothing, namesCheckedAt: nothing },
          ...{ country: nothing, timeZone: nothing, locale: nothing, videoBudgetMb: nothing },
        },
      },
    },
    {
      table: "Session",
      hers: ofUser("userId"),
      gives: ["createdAt", "updatedAt", "expiresAt", "ipAddress", "userAgent"],
      withholds: { secret: ["token"], inner: ["id", "userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Account",
      hers: ofUser("userId"),
      gives: ["providerId", "scope", "createdAt", "updatedAt"],
      withholds: {
        secret: ["password", "accessToken", "refreshToken", "idToken"],
        inner: ["id", "userId", "accountId", "accessTokenExpiresAt", "refreshTokenExpiresAt"],
      },
      onErasure: { act: "remove" },
    },
    {
      // Half-done sign-ins: minutes old.
      table: "Verification",
      hers: ({ id }) => Prisma.sql`(t."value" LIKE '%' || ${id} || '%' OR t."identifier" LIKE '%' || ${id} || '%')`,
      gives: ["createdAt", "expiresAt"],
      withholds: { secret: ["identifier", "value"], inner: ["id", "updatedAt"] },
      onErasure: { act: "remove" },
    },
    {
      table: "TwoFactor",
      hers: ofUser("userId"),
      gives: ["verified", "failedVerificationCount", "lockedUntil"],
      withholds: { secret: ["secret", "backupCodes"], inner: ["id", "userId"] },
      onErasure: { act: "remove" },
    },
    {
      table: "Passkey",
      hers: ofUser("userId"),
      gives: ["name", "deviceType", "backedUp", "transports", "createdAt"],
      withholds: { secret: ["publicKey", "credentialID"], inner: ["id", "userId", "counter", "aaguid"] },
      onErasure: { act: "remove" },
    },
    {
      table: "EmailLink",
      hers: ofUser("userId"),
      gives: ["purpose", "email", "createdAt", "expiresAt"],
      withholds: { secret: ["tokenSha256"], inner: ["id", "userId"] },
      onErasure: { act: "remove" },
    },
  ],
  // Keys of rate limits are hashes that only the academy could make.
  impersonal: ["RateLimit"],
};
