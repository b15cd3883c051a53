import type { NoticeKind } from "#app/platform/db/generated/enums.ts";
import type { MailKind } from "./declare-mail.ts";

/** What nobody may do without: what was done to her account, and what became of her money. */
export const alwaysTold: readonly NoticeKind[] = ["security", "payment"];

/** Of what somebody may have no more mail: a kind of notice, or her digest. */
export type MailScope = Exclude<NoticeKind, "security" | "payment"> | "digest";

/** What the recipient of a mail may give up; undefined for one that is always sent. */
export function scopeOf({ about, name }: Pick<MailKind, "about" | "name">): MailScope | undefined {
  if (name === DIGEST) return "digest";
  return about === undefined || about === "security" || about === "payment" ? undefined : about;
}

/** The name of the letter that brings many notices at once. */
export const DIGEST = "digest";
