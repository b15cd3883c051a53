import { createHash } from "node:crypto";
import { createTransport, type Transporter } from "nodemailer";
import type { Db } from "#app/platform/db/client.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { configuredOrigin, publicUrl } from "#app/platform/http/public-url.server.ts";
import { inLocale, type Locale } from "#app/platform/i18n/locales.ts";
import { type JobHandler, jobHandler } from "#app/platform/jobs/run-jobs.server.ts";
import { findSite } from "#app/platform/site/find-site.server.ts";
import { onAccent } from "#app/platform/site/palette.ts";
import { logoHref, saidIn } from "#app/platform/site/site.ts";
import { offeredLanguage, plainSite, type Site } from "#app/platform/site/site-schema.ts";
import { sendMail } from "./add-mail.server.ts";
import { countWithheld, markBounce, noSuchAddress } from "./bounces.server.ts";
import type { MailKind } from "./declare-mail.ts";
import { findLetterWords, type LetterWords, wordsWith } from "./letter-words.server.ts";
import { noteRefused, noteSent } from "./mail-standing.server.ts";
import { keepInMailbox } from "./mailbox.server.ts";
import { scopeOf } from "./optional-mail.ts";
import { renderLetter } from "./render-letter.server.tsx";
import { unsubscribeToken } from "./unsubscribe-token.server.ts";

type Mail = { id: string; to: string; subject: string; html: string; text: string; headers: Record<string, string> };

/** What of the academy's own look a mail bears. */
function lookOfMail({ logo, accents }: Site) {
  return {
    ...(logo ? { logo: { ...logo, href: `${configuredOrigin}${logoHref(logo)}` } } : {}),
    ...(accents ? { accent: { colour: accents.light, on: onAccent(accents.light) } } : {}),
  };
}

type Writing = {
  kind: MailKind;
  locale: Locale;
  values: unknown;
  /** The academy's own words, where there are any. */
  words?: LetterWords;
  site?: Site;
  /** Where one has no more of its kind. */
  unsubscribe?: string;
};

/**
 * A mail's words in one language, or in the site's own where that one is not offered. Throws when the values are not
 * what the kind declares.
 */
export function writeMail({ kind, locale: wanted, values, words = {}, site = plainSite, unsubscribe }: Writing) {
  const locale = offeredLanguage(site, wanted);
  const t = wordsWith(locale, words).getFixedT(locale, "mail");
  const letter = kind.write(values, { t, locale });
  return renderLetter(letter, {
    locale,
    ...lookOfMail(site),
    academy: saidIn(site, locale).name ?? t("academy"),
    linkHint: t("linkHint"),
    footer: t("footer", { origin: configuredOrigin }),
    ...(unsubscribe ? { unsubscribe: { href: unsubscribe, label: t("unsubscribeLabel") } } : {}),
  });
}

const transports = new Map<string, Transporter>();

function transportOf(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl) ?? createTransport(smtpUrl, { from: env.MAIL_FROM });
  transports.set(smtpUrl, known);
  return known;
}

async function deliver({ db, smtpUrl, mail }: { db: Db; smtpUrl: string; mail: Mail }): Promise<void> {
  const { id, headers, ...content } = mail;
  // The same mail has the same Message-ID however often it is tried, so that a repeated one can be told.
  const messageId = `<${id}@${new URL(configuredOrigin).hostname}>`;
  try {
    await transportOf(smtpUrl).sendMail({
      ...content,
      messageId,
      headers: { "Auto-Submitted": "auto-generated", ...headers },
    });
  } catch (error) {
    const status = noSuchAddress(error);
    if (status) await markBounce(db, { email: mail.to, cause: "refused", status, at: new Date() });
    // The server's own words may hold the recipient's address.
    const detail = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    const code = error instanceof Error && "responseCode" in error ? ` ${String(error.responseCode)}` : "";
    if (!status) await noteRefused(db, { at: new Date(), refusal: `${detail}${code}` });
    throw new Error(`The mail server did not take the mail: ${detail}${code}`);
  }
  await noteSent(db, new Date());
}

async function handOver({ db, smtpUrl, mail }: { db: Db; smtpUrl: string | undefined; mail: Mail }): Promise<void> {
  if (smtpUrl) return deliver({ db, smtpUrl, mail });
  await keepInMailbox(db, mail);
}

type Sending = { kind: MailKind; to: string; locale: Locale; values: unknown; userId?: string | undefined };
type SendingOptions = { smtpUrl?: string };

type Stopping = { headers: Record<string, string>; unsubscribe?: string };

/** RFC 8058: the mail program itself has the mail stopped, with one press. */
function stoppingOf({ kind, userId, locale }: Pick<Sending, "kind" | "userId" | "locale">): Stopping {
  const scope = scopeOf(kind);
  if (!scope || !userId) return { headers: {} };
  const token = unsubscribeToken(userId, scope);
  return {
    unsubscribe: publicUrl(inLocale(`/unsubscribe/${token}`, locale)),
    headers: {
      "List-Unsubscribe": `<${publicUrl(`/resources/unsubscribe/${token}`)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

/**
 * Writes a mail and sends it now: by SMTP where a server is set, else into the mailbox. For jobs, which try it again
 * where it throws; `addMail` is for all others. What one may do without is withheld from an address that mail came
 * back from. What one asked for oneself, or must be told, is tried all the same: the mark may be wrong.
 */
export async function sendNow(
  db: Db,
  sending: Sending,
  { smtpUrl = env.SMTP_URL }: SendingOptions = {},
): Promise<"sent" | "withheld"> {
  const { kind, to, values } = sending;
  if (scopeOf(kind) && (await countWithheld(db, to))) return "withheld";
  const id = createHash("sha256")
    .update(JSON.stringify([kind.name, to, values]))
    .digest("hex")
    .slice(0, 32);
  const site = await findSite(db);
  const locale = offeredLanguage(site, sending.locale);
  const words = await findLetterWords(db, { mail: kind.name, locale });
  const { headers, unsubscribe } = stoppingOf({ ...sending, locale });
  const mail = { id, to, headers, ...writeMail({ kind, locale, values, words, site, unsubscribe }) };
  await handOver({ db, smtpUrl, mail });
  return "sent";
}

/** What does the `send-mail` job. */
export function mailHandler(kinds: readonly MailKind[], options: SendingOptions = {}): JobHandler {
  return jobHandler(sendMail, async ({ db, log }, { mail: name, to, locale, values, userId }) => {
    const kind = kinds.find((candidate) => candidate.name === name);
    if (!kind) throw new Error(`There is no kind of mail called ${name}`);
    const done = await sendNow(db, { kind, to, locale, values, userId }, options);
    if (done === "withheld") log.info({ mail: name }, "A mail was withheld from an address that mail came back from");
  });
}
