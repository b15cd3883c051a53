import { type Actor, isStaff } from "#app/platform/access/actor.ts";
import { withoutLocale } from "#app/platform/i18n/locales.ts";

/** Where a person without the demanded second factor may still go: to set it up, or away. */
const OPEN = ["/account/security", "/sign-out", "/api/auth", "/resources", "/health", "/dev"];

/** Whether a second factor is demanded of this person and she has none. */
export function lacksSecondFactor(actor: Actor, { staffSecondFactor }: { staffSecondFactor: boolean }): boolean {
  return staffSecondFactor && isStaff(actor) && !actor?.twoFactorEnabled;
}

/** Where staff must go first when a second factor is demanded of them, or undefined. */
export function decideDetour({
  actor,
  pathname,
  settings,
}: {
  actor: Actor;
  pathname: string;
  settings: { staffSecondFactor: boolean };
}): string | undefined {
  if (!lacksSecondFactor(actor, settings)) return undefined;
  const path = withoutLocale(pathname);
  const open = OPEN.some((start) => path === start || path.startsWith(`${start}/`));
  return open ? undefined : "/account/security";
}
