import { ExpectedError } from "#app/platform/errors/errors.ts";
import { withoutLocale } from "#app/platform/i18n/locales.ts";
import type { Actor } from "./actor.ts";

/**
 * Rooms that stay closed to an admin who looks at the academy as somebody else: secrets by which that person signs in,
 * pays or lets others in, and what is written to her alone.
 */
const CLOSED = [
  "/account/security",
  "/account/billing",
  "/account/notifications",
  "/account/data",
  "/account/groups",
  "/api/auth",
  "/resources/notifications",
  "/dev",
];

/** Whether a path is hidden from whoever looks at the academy as somebody else. */
export function isClosedToViewers(actor: Actor, pathname: string): boolean {
  if (!actor?.viewedBy) return false;
  const path = withoutLocale(pathname.replace(/\.data$/, ""));
  return CLOSED.some((start) => path === start || path.startsWith(`${start}/`));
}

/** What whoever looks at the academy as somebody else is answered when she tries to do something. */
export function viewingRefused(): ExpectedError {
  return new ExpectedError({ code: "viewing", messageKey: "error:viewing", status: 403 });
}
