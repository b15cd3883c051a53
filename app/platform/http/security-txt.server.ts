import { type Env, env } from "#app/platform/env/env.server.ts";
import { locales } from "#app/platform/i18n/locales.ts";

const DAY_MS = 86_400_000;
/** What it says holds for so long; RFC 9116 advises less than a year. */
const HOLDS_DAYS = 90;

/** The contact as an address that a program can follow; undefined where none is set, so that nobody writes into the void. */
function contactOf({ SECURITY_CONTACT: contact }: Pick<Env, "SECURITY_CONTACT">): string | undefined {
  return contact?.includes("@") && !contact.startsWith("https:") ? `mailto:${contact}` : contact;
}

/** The text of `/.well-known/security.txt` (RFC 9116), or undefined where the academy has named no contact. */
export function writeSecurityTxt(
  { origin, now }: { origin: string; now: Date },
  settings: Pick<Env, "SECURITY_CONTACT"> = env,
): string | undefined {
  const contact = contactOf(settings);
  if (!contact) return undefined;
  // By whole days, so that who keeps a copy finds the same text all day.
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(today + HOLDS_DAYS * DAY_MS).toISOString()}`,
    `Preferred-Languages: ${locales.join(", ")}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    "",
  ];
  return lines.join("\n");
}
