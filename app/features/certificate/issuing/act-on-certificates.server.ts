import { ExpectedError, notFound } from "#app/platform/errors/errors.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";
import { canManageCertificates } from "./certificate-access.ts";
import type { bulkActs } from "./certificate-acts-schema.ts";
import { endCertificate } from "./end-certificate.server.ts";
import { reinstateCertificate } from "./reinstate-certificate.server.ts";
import { renewCertificate } from "./renew-certificate.server.ts";
import { revokeCertificate } from "./revoke-certificate.server.ts";

/** What came of one certificate of many; `newSerial` is that of the one that replaces it. */
export type ActResult =
  | { serial: string; ok: true; newSerial?: string }
  | { serial: string; ok: false; messageKey: string };

type BulkAct = (typeof bulkActs)[number];

type Act = (ctx: PersonContext, one: { serial: string; reason: string }) => Promise<{ newSerial?: string }>;

const acts: Record<BulkAct, Act> = {
  revoke: (ctx, one) => revokeCertificate(ctx, one).then(() => ({})),
  reinstate: (ctx, one) => reinstateCertificate(ctx, one).then(() => ({})),
  end: (ctx, one) => endCertificate(ctx, one).then(() => ({})),
  renew: async (ctx, one) => ({ newSerial: (await renewCertificate(ctx, one)).serial }),
};

/** What an expected refusal says of one of many; anything else is thrown on. */
export function refusalOf(error: unknown): { ok: false; messageKey: string } {
  if (!(error instanceof ExpectedError)) throw error;
  return { ok: false, messageKey: error.status === 404 ? "certificate-act:errors.unknown" : error.messageKey };
}

/**
 * Does the same to many certificates, each by itself: one that cannot be done costs no other. Says of each, in the
 * order given, what came of it. Only for admins, 404 for others.
 */
export async function actOnCertificates(
  ctx: PersonContext,
  { act, serials, reason }: { act: BulkAct; serials: readonly string[]; reason: string },
): Promise<ActResult[]> {
  if (!canManageCertificates(ctx.actor)) throw notFound();
  const results: ActResult[] = [];
  for (const serial of new Set(serials)) {
    try {
      results.push({ serial, ok: true, ...(await acts[act](ctx, { serial, reason })) });
    } catch (error) {
      results.push({ serial, ...refusalOf(error) });
    }
  }
  return results;
}
