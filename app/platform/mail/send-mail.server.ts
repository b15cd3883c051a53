import { createHash } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import type { Db } from "#app/platform/db/client.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { findSite } from "#app/platform/site/find-site.server.ts";
import { onAccent } from "#app/platform/site/palette.ts";
import { logoHref, saidIn } from "#app/platform/site/site.ts";
import { offeredLanguage, plainSite, type Site } from "#app/platform/site/site-schema.ts";
import { sendMail } from "./add-mail.server.ts";
import type { MailKind } from "./declare-mail.ts";
import { keepInMailbox } from "./mailbox.server.ts";
import { renderLetter } from "./render-letter.server.tsx";

type Mail = { id: string; to: string; subject: string; html: string; text: string };

/** What of the academy's own look a mail bears. */
function lookOfMail({ logo, accents }: Site) {
  return {
    ...(logo ? { logo: { ...logo, href: `${configuredOrigin}${logoHref(logo)}` } } : {}),
    ...(accents ? { accent: { colour: accents.light, on: onAccent(accents.light) } } : {}),
  };
}

/** A mail's words in one language, or in the site's own where that one is not offered. Throws when the values are not what the kind declares. */
export function writeMail({
  kind,
  locale: wanted,
  values,
  site = plainSite,
}: {
  kind: MailKind;
  locale: Locale;
  values: unknown;
  site?: Site;
}) {
  const locale = offeredLanguage(site, wanted);
  const t = serverI18n(locale).getFixedT(locale, "mail");
  const letter = kind.write(values, { t, locale });
  return renderLetter(letter, {
    locale,
    ...lookOfMail(site),
    academy: saidIn(site, locale).name ?? t("academy"),
    linkHint: t("linkHint"),
    footer: t("footer", { origin: configuredOrigin }),
  });
}

const transports = new Map<string, Transporter>();

function transportOf(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl) ?? createTransport(smtpUrl, { from: env.MAIL_FROM });
  transports.set(smtpUrl, known);
  return known;
}

async function deliver({ smtpUrl, mail }: { smtpUrl: string; mail: Mail }): Promise<void> {
  const { id, ...content } = mail;
  // The same mail has the same Message-ID however often it is tried, so that a repeated one can be told.
  const messageId = `<${id}@${new URL(configuredOrigin).hostname}>`;
  try {
    await transportOf(smtpUrl).sendMail({ ...content, messageId, headers: { "Auto-Submitted": "auto-generated" } });
  } catch (error) {
    // The server's own words may hold the recipient's address.
    const detail = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const status = error instanceof Error && "responseCode" in error ? ` ${String(error.responseCode)}` : "";
    throw new Error(`The mail server did not take the mail: ${detail}${status}`);
  }
}

async function handOver({ db, smtpUrl, mail }: { db: Db; smtpUrl: string | undefined; mail: Mail }): Promise<void> {
  if (smtpUrl) return deliver({ smtpUrl, mail });
  await keepInMailbox(db, mail);
}

type Sending = { kind: MailKind; to: string; locale: Locale; values: unknown };

/**
 * Writes a mail and sends it now: by SMTP where a server is set, else into the mailbox. For jobs, which try it again
 * where it throws; `addMail` is for all others.
 */
export async function sendNow(
  db: Db,
  { kind, to, locale, values }: Sending,
  { smtpUrl = env.SMTP_URL }: { smtpUrl?: string } = {},
): Promise<void> {
  const id = createHash("sha256")
    .update(JSON.stringify([kind.name, to, values]))
    .digest("hex")
    .slice(0, 32);
  await handOver({ db, smtpUrl, mail: { id, to, ...writeMail({ kind, locale, values, site: await findSite(db) }) } });
}

/** What does the `send-mail` job. */
export function mailHandler(kinds: MailKind[], options: { smtpUrl?: string } = {}): JobHandler {
  return jobHandler(sendMail, async ({ db }, { mail: name, to, locale, values }) => {
    const kind = kinds.find((candidate) => candidate.name === name);
    if (!kind) throw new Error(`There is no kind of mail called ${name}`);
    await sendNow(db, { kind, to, locale, values }, options);
  });
}
