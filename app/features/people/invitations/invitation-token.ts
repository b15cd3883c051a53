import { createHash, randomBytes } from "node:crypto";

/** So many days an invitation is good for. */
export const INVITATION_DAYS = 14;

export const hashInvitation = (token: string) => createHash("sha256").update(token).digest("hex");

/** A new token, what is kept of it, and until when it works. */
export function drawInvitation(now: Date): { token: string; tokenSha256: string; sentAt: Date; expiresAt: Date } {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  return { token, tokenSha256: hashInvitation(token), sentAt: now, expiresAt };
}
