import { expect, test } from "vitest";
import { mailSamples } from "#app/mail-samples.server.ts";
import { academyMails } from "#app/mails.server.ts";
import { locales } from "#app/platform/i18n/locales.ts";
import { findLetterWords, placeholdersOf, wordsOfLetter } from "#app/platform/mail/letter-words.server.ts";
import { writeMail } from "#app/platform/mail/send-mail.server.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { bringBackLetter, changeLetter } from "./change-letter.server.ts";
import { findLetter, findLetters, previewLetter } from "./find-letters.server.ts";

const database = openTestDatabase();
const letters = { kinds: academyMails, samples: mailSamples };
const which = { mail: "cohort-starting", language: "en" as const };

const admin = async () => contextOf(database.db, await createPerson(database.db, { role: "admin" }));

test("every letter has samples, and with them is whole in every language, with no placeholder left", () => {
  expect(Object.keys(mailSamples).sort()).toEqual(academyMails.map(({ name }) => name).sort());
  for (const kind of academyMails)
    for (const locale of locales)
      for (const values of mailSamples[kind.name] ?? []) {
        const { subject, text, html } = writeMail({ kind, locale, values });
        expect(`${subject}${text}`, `${kind.name} ${locale}`).not.toMatch(/\{\{|[a-z-]+:[a-z]+\.[a-z]|undefined/);
        expect(html).toContain(`lang="${locale}"`);
      }
});

test("a letter in other words says them to people, and the default again where it is brought back", async () => {
  const ctx = await admin();
  const { texts } = await findLetter(ctx, letters, which);
  const subject = texts.find(({ key }) => key.endsWith(".subject"));
  const words = { [subject?.field ?? ""]: "Be ready: {{course}}" };
  await changeLetter(ctx, letters, { ...which, words });
  await changeLetter(ctx, letters, { ...which, words });
  const own = await findLetterWords(database.db, { mail: which.mail, locale: "en" });
  const kind = academyMails.find(({ name }) => name === which.mail) ?? expect.fail();
  const [values] = mailSamples[which.mail] ?? [];
  expect(writeMail({ kind, locale: "en", values, words: own }).subject).toMatch(/^Be ready: .*Jerusalem/);
  expect(await findLetters(ctx, letters)).toContainEqual(
    expect.objectContaining({ name: which.mail, changed: ["en"] }),
  );
  await changeLetter(ctx, letters, { ...which, words: {} });
  expect(await findLetterWords(database.db, { mail: which.mail, locale: "en" })).toEqual({});
  await bringBackLetter(ctx, letters, { ...which, number: 1 });
  const { versions } = await findLetter(ctx, letters, which);
  expect(versions.map(({ number, changed }) => [number, changed])).toEqual([
    [3, 1],
    [2, 0],
    [1, 1],
  ]);
  expect(await database.db.auditEntry.count({ where: { action: "letter.change" } })).toBe(3);
});

test.each([
  ["{{nothing}} {{course}}", "unknown"],
  ["Soon", "missing"],
  ["{{course}} {{", "unknown"],
  ["$t(mail:academy) {{course}}", "unknown"],
])("words that fill in «%s» are refused as %s beside their field", async (text, what) => {
  const ctx = await admin();
  const { texts } = await findLetter(ctx, letters, which);
  const field = texts.find(({ key }) => key.endsWith(".subject"))?.field ?? "";
  await expect(changeLetter(ctx, letters, { ...which, words: { [field]: text } })).rejects.toMatchObject({
    ...{ code: field, messageKey: `mails-admin:errors.${what}`, status: 400 },
  });
});

test("a preview shows what is typed, and letters are there for nobody but admins", async () => {
  const ctx = await admin();
  const { texts } = await findLetter(ctx, letters, which);
  const field = texts.find(({ key }) => key.endsWith(".text"))?.field ?? "";
  const words = { [field]: "<b>{{course}}</b> {{at}}" };
  const html = await previewLetter(ctx, letters, { ...which, sample: 0, words });
  expect(html).toContain("&lt;b&gt;");
  const learner = contextOf(database.db, await createPerson(database.db));
  await expect(previewLetter(learner, letters, { ...which, sample: 0 })).rejects.toMatchObject({ status: 404 });
  await expect(findLetters(learner, letters)).rejects.toMatchObject({ status: 404 });
  await expect(changeLetter(learner, letters, { ...which, words })).rejects.toMatchObject({ status: 404 });
});

test("the words of a letter are those of all its cases, with every form of what is counted", () => {
  const kind = academyMails.find(({ name }) => name === "digest") ?? expect.fail();
  const words = wordsOfLetter(kind, { locale: "ar", samples: mailSamples.digest ?? [] });
  const forms = ["zero", "one", "two", "few", "many", "other"].map((form) => `notice-mail:digest.subject_${form}`);
  expect(Object.keys(words)).toEqual(expect.arrayContaining(forms));
  expect(placeholdersOf("{{count, number}} {{ title }}")).toEqual(["count", "title"]);
});
