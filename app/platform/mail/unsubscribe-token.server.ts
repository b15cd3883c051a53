import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { NoticeKind } from "#app/platform/db/generated/enums.ts";
import { derivedKey } from "#app/platform/session/secret.server.ts";
import type { MailScope } from "./optional-mail.ts";

const { security: _, payment: __, ...optional } = NoticeKind;
const contentSchema = z.tuple([z.uuid(), z.enum({ ...optional, digest: "digest" })]);

const sign = (content: string) =>
  createHmac("sha256", derivedKey("unsubscribe from mail")).update(content).digest().subarray(0, 16);

/** What a mail's link to have no more of its kind proves itself by. It works for ever, and for nothing else. */
export function unsubscribeToken(userId: string, scope: MailScope): string {
  const content = `${userId}.${scope}`;
  return `${content}.${sign(content).toString("base64url")}`;
}

/** Whose mail of what kind a token stops; undefined for one that was not made here. */
export function readUnsubscribeToken(token: string): { userId: string; scope: MailScope } | undefined {
  const parts = token.split(".");
  const parsed = contentSchema.safeParse(parts.slice(0, 2));
  const given = Buffer.from(parts[2] ?? "", "base64url");
  const wanted = sign(parts.slice(0, 2).join("."));
  if (parts.length !== 3 || !parsed.success || given.length !== wanted.length || !timingSafeEqual(given, wanted))
    return undefined;
  const [userId, scope] = parsed.data;
  return { userId, scope };
}
