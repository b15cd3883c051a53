import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { systemClock } from "#app/platform/clock/clock.ts";
import { locales } from "#app/platform/i18n/locales.ts";
import { log } from "#app/platform/log/log.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { declareMail } from "./declare-mail.ts";
import { findMailStanding } from "./mail-standing.server.ts";
import { whyMailboxOpen } from "./mailbox.server.ts";
import { mailHandler, writeMail } from "./send-mail.server.ts";

const database = openTestDatabase();
const received: string[] = [];
const refused = "refused@example.org";
const distrusted = "distrusted@example.org";
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: ({ address }, _session, done) => {
    if (address === distrusted)
      return done(Object.assign(new Error("5.7.1 sender not trusted"), { responseCode: 550 }));
    done(address === refused ? new Error(`no such user ${address}`) : null);
  },
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      received.push(Buffer.concat(chunks).toString());
      done();
    });
  },
});
let smtpUrl = "";

beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => {
      const address = listening.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  smtpUrl = `smtp://127.0.0.1:${port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const greeting = declareMail({
  name: "greeting",
  values: z.object({ words: z.string() }),
  write: ({ words }) => ({
    subject: "السلام",
    paragraphs: [words],
    action: { label: "Open", href: "http://localhost:3000/?a=1&b=2" },
  }),
});
const payload = { mail: "greeting", to: "amina@example.org", locale: "ar", values: { words: "<b>Marhaban</b>" } };

const send = (given: object, options: { smtpUrl?: string }) =>
  mailHandler([greeting], options).handle({ db: database.db, clock: systemClock, log }, given);

test("with a mail server a mail goes out in HTML and plain text, marked as sent by a machine", async () => {
  await send(payload, { smtpUrl });
  await send(payload, { smtpUrl });
  const [first, second] = await Promise.all(received.map((raw) => PostalMime.parse(raw)));
  expect(first).toMatchObject({ subject: "السلام", to: [{ address: "amina@example.org" }] });
  expect(first?.html).toContain('<html dir="rtl" lang="ar">');
  expect(first?.html).toContain("&lt;b&gt;Marhaban&lt;/b&gt;");
  expect(first?.text).toContain("<b>Marhaban</b>");
  expect(first?.text).toContain("http://localhost:3000/?a=1&b=2");
  expect(first?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  expect(first?.messageId).toBe(second?.messageId);
  expect(await database.db.mailboxMessage.count()).toBe(0);
});

test("a refusal of the mail server fails the job without saying to whom it was", async () => {
  const failed = send({ ...payload, to: refused }, { smtpUrl });
  await expect(failed).rejects.toThrow(/^The mail server did not take the mail: EENVELOPE 550$/);
});

test("an address that is not there gets no more of what one may do without, and what must be told all the same", async () => {
  const news = declareMail({ ...greeting, name: "news", about: "release" });
  const alarm = declareMail({ ...greeting, name: "alarm", about: "security" });
  const sendTo = (to: string, kind: typeof news | typeof alarm) =>
    mailHandler([kind], { smtpUrl }).handle(
      { db: database.db, clock: systemClock, log },
      { ...payload, mail: kind.name, to },
    );
  await expect(sendTo(distrusted, news)).rejects.toThrow();
  expect(await database.db.mailBounce.count({ where: { email: distrusted } })).toBe(0);
  await database.db.mailBounce.deleteMany();
  await expect(sendTo(refused, news)).rejects.toThrow();
  await sendTo(refused, news);
  expect(await database.db.mailBounce.findMany()).toMatchObject([{ email: refused, cause: "refused", withheld: 1 }]);
  await expect(sendTo(refused, alarm)).rejects.toThrow(/EENVELOPE 550/);
});

test("a mail that one may do without says how to have no more, for programs and for people", async () => {
  const news = declareMail({ ...greeting, name: "news", about: "release" });
  const userId = "00000000-0000-7000-8000-000000000000";
  await mailHandler([news], { smtpUrl }).handle(
    { db: database.db, clock: systemClock, log },
    { ...payload, mail: "news", userId },
  );
  const mail = await PostalMime.parse(received.at(-1) ?? "");
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  expect(header("list-unsubscribe")).toMatch(/^<http:\/\/localhost:3000\/resources\/unsubscribe\/[\w.-]+>$/);
  expect(mail.text).toMatch(/http:\/\/localhost:3000\/ar\/unsubscribe\/[\w.-]+/);
});

test("a mail server that is away fails the job, so that it is tried again", async () => {
  await expect(send(payload, { smtpUrl: "smtp://127.0.0.1:1" })).rejects.toThrow(/ECONNREFUSED|ESOCKET/);
});

test("when the mail server took a letter last, and since when and why it takes none, is known", async () => {
  const { db } = database;
  await send(payload, { smtpUrl });
  const { sentAt } = await findMailStanding(db);
  expect(sentAt).not.toBeNull();
  await expect(send(payload, { smtpUrl: "smtp://127.0.0.1:1" })).rejects.toThrow();
  const { refusedAt, refusal } = await findMailStanding(db);
  expect(refusal).toMatch(/^(ECONNREFUSED|ESOCKET)/);
  expect(refusedAt?.getTime()).toBeGreaterThanOrEqual(sentAt?.getTime() ?? Infinity);
  await send(payload, { smtpUrl });
  expect((await findMailStanding(db)).sentAt?.getTime()).toBeGreaterThan(sentAt?.getTime() ?? Infinity);
});

test("without a mail server a mail is kept for the mailbox page", async () => {
  await send(payload, {});
  expect(await database.db.mailboxMessage.findMany()).toMatchObject([{ to: "amina@example.org", subject: "السلام" }]);
});

test("a mail is never written from values that were not declared", async () => {
  await expect(send({ ...payload, values: {} }, {})).rejects.toThrow();
  await expect(send({ ...payload, mail: "unknown" }, {})).rejects.toThrow(/no kind of mail called unknown/);
});

test.each(locales)("the frame of a mail is complete in %s", (locale) => {
  const { html, text } = writeMail({ kind: greeting, locale, values: { words: "x" } });
  expect(html).toContain(`lang="${locale}"`);
  for (const key of ["linkHint", "footer", "academy"])
    expect(`${html}${text}`).not.toMatch(new RegExp(`>${key}<|^${key}$`, "m"));
});

test.each([
  [{ nodeEnv: "development" }, "development"],
  [{}, "firstRun"],
  [{ publicUrl: "http://localhost:4000" }, "firstRun"],
  [{ publicUrl: "https://academy.example" }, undefined],
  [{ smtp: true }, undefined],
  [{ embeddedDatabase: false }, undefined],
])("the mailbox of an academy that differs by %o is open: %s", (difference, why) => {
  const firstRun = { nodeEnv: "production", smtp: false, embeddedDatabase: true, publicUrl: undefined };
  expect(whyMailboxOpen({ ...firstRun, ...difference })).toBe(why);
});
