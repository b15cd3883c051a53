import { createHash, timingSafeEqual } from "node:crypto";
import { type Actor, isAdmin } from "#app/platform/access/actor.ts";
import { env } from "#app/platform/env/env.server.ts";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Who may read what is measured: admins, and programs that send METRICS_TOKEN as a bearer token (RFC 6750). */
export function mayReadMetrics({ actor, authorization }: { actor: Actor; authorization: string | null }): boolean {
  if (isAdmin(actor)) return true;
  const sent = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  return (
    sent !== undefined && env.METRICS_TOKEN !== undefined && timingSafeEqual(digest(sent), digest(env.METRICS_TOKEN))
  );
}
