import type { Actor } from "#app/platform/access/actor.ts";
import type { Db } from "#app/platform/db/client.server.ts";
import { withoutLocale } from "#app/platform/i18n/locales.ts";
import { findMissingConsents } from "./consents.server.ts";

export const AGREEMENTS = "/account/agreements";

/** Where one may go before agreeing: to read what it is, to take away or close what is hers, or to leave. */
const OPEN = [AGREEMENTS, "/policies", "/account/security", "/account/data", "/account/notifications", "/sign-out"];
/** What is no page: nobody is asked there, and nothing that was typed or watched is lost. */
const NO_PAGES = ["/resources", "/api", "/media", "/video", "/health", "/dev", "/webhooks", "/preferences"];
/** Whoever sits at a quiz is left to finish it. */
const SITTING = /^\/learn\/[^/]+\/[^/]+\/attempts\//;
/** A file, such as an invoice. */
const FILE = /\.[a-z0-9]{2,5}$/;

const isIn = (path: string, places: readonly string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`));

/** Whether a page may be put off until its reader has agreed. */
export function mayAskOn(pathname: string): boolean {
  const path = withoutLocale(pathname);
  return !isIn(path, OPEN) && !isIn(path, NO_PAGES) && !SITTING.test(path) && !FILE.test(path);
}

/** Where a person must go first who has not agreed to what all must agree to; undefined for guests and for acts. */
export async function findAgreementDetour({
  db,
  actor,
  pathname,
  search,
  isAct,
}: {
  db: Db;
  actor: Actor;
  pathname: string;
  search: string;
  isAct: boolean;
}): Promise<string | undefined> {
  if (!actor || isAct || !mayAskOn(pathname)) return undefined;
  if ((await findMissingConsents({ db }, actor.id)).length === 0) return undefined;
  return `${AGREEMENTS}?next=${encodeURIComponent(withoutLocale(pathname) + search)}`;
}
