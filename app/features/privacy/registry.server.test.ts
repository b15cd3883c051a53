import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { personalParts } from "./registry.ts";

const database = openTestDatabase();

/** Columns whose names tell that somebody may be named, written about, or traced by them. */
const TELLING =
  /mail|^name$|names?$|user|person|learner|author|actor|buyer|holder|coordinator|ById$|^ip|address|agent|phone|country|reason|note|comment|text$|bod(y|ies)$|message/i;

/**
 * Such columns of tables that hold nothing about a person, each with why. What people write for courses, and what admins
 * write of the academy's own things, is the academy's.
 */
const harmless: Record<string, string> = {
  "CourseMessage.body": "written for a course",
  "Coupon.note": "of the coupon",
  "CertificateBatch.reason": "of the batch",
  "CertificateTemplate.name": "of the template",
  "CountryGroup.name": "of the group",
  "ScholarshipFund.name": "of the fund",
  "Subject.names": "of the subject",
  "Cohort.names": "of the cohort",
  "CourseText.names": "names of those who teach the course, as its page shows them",
  "CourseText.searchText": "the same, for searching",
  "Question.name": "of the question",
  "QuestionVersion.body": "of the question",
  "QuestionCategory.name": "of the folder",
  "QuestionCorrection.reason": "of the correction, shown to all whom it touches",
  "Release.notes": "of the release",
  "QuestionCorrection.correctedById": "the version of the question that corrects it",
  "Price.countryGroupId": "countries that pay the same",
  "Coupon.maxUsesPerPerson": "a number",
  "TriedLink.address": "of a page elsewhere, to which a lesson links",
  "VideoRendition.name": "of the rendition",
  "Video.fileName": "of the file that was uploaded for a course",
  "BackupRun.fileName": "of the archive",
  "MailWording.mail": "the kind of letter",
};

async function readColumns() {
  const rows = await database.db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

const personal = personalParts.flatMap(({ data }) => data.tables);
const impersonal = personalParts.flatMap(({ data }) => data.impersonal);
const authors = personalParts.flatMap(({ data }) => data.authors ?? []);

test("every table is said to be about people or not, once", async () => {
  const said = [...personal.map(({ table }) => table), ...impersonal].toSorted();
  expect(said).toEqual([...(await readColumns()).keys()].toSorted());
});

test("every column of what is about people is given to them, or withheld with a reason, once", async () => {
  const columns = await readColumns();
  for (const { table, gives, withholds = {} } of personal) {
    const said = [...gives, ...Object.values(withholds).flat()].toSorted();
    expect({ table, said }).toEqual({ table, said: (columns.get(table) ?? []).toSorted() });
  }
});

test("whatever leads to an account is classified: as whose it is, or as who made it", async () => {
  const rows = await database.db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = '"User"'::regclass`;
  const known = new Set(personal.map(({ table }) => table));
  const unclassified = rows
    .map(({ table, column }) => ({ table: table.replaceAll('"', ""), column }))
    .filter(({ table }) => !known.has(table))
    .filter(({ table, column }) => !authors.some((one) => one.table === table && one.columns.includes(column)));
  expect(unclassified).toEqual([]);
});

test("no table that is said to hold nothing about a person has a column that could, but for those looked at", async () => {
  const columns = await readColumns();
  const authored = (table: string, column: string) =>
    authors.some((one) => one.table === table && one.columns.includes(column));
  const telling = impersonal.flatMap((table) =>
    (columns.get(table) ?? [])
      .filter((column) => TELLING.test(column) && !authored(table, column) && !harmless[`${table}.${column}`])
      .map((column) => `${table}.${column}`),
  );
  expect(telling).toEqual([]);
});

test("what is told of people has a name for each table in every language, and something to read in each", () => {
  for (const locale of locales) {
    const { exists } = serverI18n(locale);
    const has = (key: string) => exists(`data-export:${key}`, { lng: locale, fallbackLng: [] });
    for (const { part, data } of personalParts) {
      expect({ locale, part, named: has(`parts.${part}`) }).toEqual({ locale, part, named: true });
      for (const { table, gives } of data.tables) {
        const readable = has(`tables.${table}`) && gives.some((column) => has(`columns.${column}`));
        expect({ locale, table, readable }).toEqual({ locale, table, readable: true });
      }
    }
  }
});
