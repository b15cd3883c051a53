import { expect, test } from "vitest";
import { z } from "zod";
import { encodeCursor } from "#app/platform/http/time-cursor.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { insertCertificate } from "#tests/factories/issued-certificate.ts";
import { createPerson } from "#tests/factories/person.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { certificateStatus } from "../certificate-status.ts";
import { writeSerial } from "../serial.ts";
import { CERTIFICATES_PER_PAGE, findRegister, registerQuery } from "./find-register.server.ts";
import { certificateStatuses, type RegisterFilters } from "./register-filters.ts";
import { streamRegister } from "./stream-register.server.ts";

const database = openTestDatabase();
const NOW = new Date("2027-06-01T12:00:00Z");
const day = (number: number, hour = 12) => new Date(Date.UTC(2027, 0, number, hour));

/** An admin who sees the certificates of one course of her own, as all tests share the register. */
async function setUp() {
  const { db } = database;
  const { course } = await createCourse(db);
  const admin = await createPerson(db, { role: "admin" });
  const ctx = contextOf(db, { ...admin, timeZone: "Asia/Jerusalem" }, { now: NOW });
  const issue = async (more: Partial<Parameters<typeof insertCertificate>[1]> = {}) => {
    const userId = more.userId ?? (await createPerson(db)).id;
    return insertCertificate(db, { courseId: course.id, ...more, userId });
  };
  const find = (filters: Parameters<typeof findRegister>[1] = {}) =>
    findRegister(ctx, { for: `course:${course.slug}`, ...filters });
  const serials = async (filters: RegisterFilters) => (await find(filters)).certificates.map(({ serial }) => serial);
  return { db, ctx, course, issue, find, serials };
}

test("is searched by names in any spelling, by address and by serial, whole or by its beginning", async () => {
  const { db, issue, serials } = await setUp();
  const person = await createPerson(db, { email: "amina.q@example.org", name: "Umm Zayd" });
  const wanted = await issue({ userId: person.id, recipientArabic: "آمِنة الأنصاري", recipientLatin: "Émine" });
  const { id: userId } = await createPerson(db, { name: "Layla" });
  const other = await issue({ userId, recipientArabic: "ليلى منصور", recipientLatin: "Layla Mansour" });
  const groups = writeSerial(wanted.serial);
  for (const q of ["امنه", "الانصاري امنة", "emine", "amina.q@example.org", "AMINA", "umm zayd", groups])
    expect([q, await serials({ q })]).toEqual([q, [wanted.serial]]);
  for (const q of [wanted.serial.toLowerCase(), groups.slice(0, 12)])
    expect([q, await serials({ q })]).toEqual([q, [wanted.serial]]);
  expect(await serials({ q: "منصور" })).toEqual([other.serial]);
  for (const q of ["nobody", "!!!", "امنة منصور"]) expect([q, await serials({ q })]).toEqual([q, []]);
});

test("a certificate whose holder deleted her account is still in it, without an address", async () => {
  const { db, issue, find } = await setUp();
  const { serial, userId } = await issue();
  await db.user.delete({ where: { id: userId ?? "" } });
  const { certificates } = await find();
  expect(certificates).toMatchObject([{ serial, email: null, recipientLatin: "Amina Yusuf" }]);
});

test("a status in the register is what it is everywhere else, and every certificate has one of them", async () => {
  const { issue, find, serials } = await setUp();
  const past = new Date(NOW.getTime() - 1);
  for (const revokedAt of [null, past])
    for (const current of [true, false])
      for (const expiresAt of [null, past, NOW, new Date(NOW.getTime() + 1)])
        await issue({ revokedAt, revokedReason: revokedAt && "Wrong", current, expiresAt });
  const { certificates, counts } = await find();
  expect(counts).toEqual({ all: 16, valid: 2, expired: 2, superseded: 4, revoked: 8, waiting: 0 });
  for (const status of certificateStatuses) {
    const wanted = certificates.filter((certificate) => certificateStatus(certificate, NOW) === status);
    expect([status, await serials({ status })]).toEqual([status, wanted.map(({ serial }) => serial)]);
  }
});

test("is narrowed by cause, and by days as the admin's clock has them", async () => {
  const { issue, serials } = await setUp();
  // In Jerusalem it is already the eleventh.
  const late = await issue({ issuedAt: day(10, 22), cause: "byHand" });
  const eleventh = await issue({ issuedAt: day(11), cause: "corrected" });
  const twelfth = await issue({ issuedAt: day(11, 22) });
  expect(await serials({ cause: "byHand" })).toEqual([late.serial]);
  expect(await serials({ from: "2027-01-11", until: "2027-01-11" })).toEqual([eleventh.serial, late.serial]);
  expect(await serials({ from: "2027-01-12" })).toEqual([twelfth.serial]);
  expect(await serials({ until: "2027-01-10" })).toEqual([]);
});

test("is walked page by page in both directions, also where many were issued in one moment", async () => {
  const { db, issue, find } = await setUp();
  const userId = (await createPerson(db)).id;
  for (let index = 0; index < CERTIFICATES_PER_PAGE * 2 + 3; index += 1)
    await issue({ userId, current: false, issuedAt: day(1 + Math.floor(index / 40)) });
  const first = await find();
  const second = await find({ cursor: first.next });
  const third = await find({ cursor: second.next });
  const walked = [first, second, third].flatMap(({ certificates }) => certificates.map(({ id }) => id));
  expect(new Set(walked).size).toBe(CERTIFICATES_PER_PAGE * 2 + 3);
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
  const back = await find({ cursor: third.previous });
  expect(back.certificates).toEqual(second.certificates);
  expect((await find({ cursor: back.previous })).certificates).toEqual(first.certificates);
  expect((await find({ cursor: "nonsense" })).certificates).toEqual(first.certificates);
});

test("is nobody's but the admins'", async () => {
  const { db } = await setUp();
  const ctx = contextOf(db, await createPerson(db));
  await expect(findRegister(ctx, {})).rejects.toMatchObject({ status: 404 });
  const words = { head: String, status: String, cause: String, kind: String };
  await expect(streamRegister(ctx, { filters: {}, words })).rejects.toThrow("notFound");
  expect(await db.auditEntry.count({ where: { actorId: ctx.actor.id } })).toBe(0);
});

test("is taken away whole as CSV, in pieces, with what somebody wrote into her name made harmless", async () => {
  const { db, ctx, course, issue } = await setUp();
  const { id: userId } = await createPerson(db, { email: "learner@example.org" });
  const old = await issue({ userId, current: false, issuedAt: day(1), recipientLatin: "=HYPERLINK(1)" });
  const next = await issue({ userId, issuedAt: day(2), supersedesId: old.id, cause: "corrected" });
  await db.$executeRaw`
    INSERT INTO "Certificate" ("serial", "userId", "courseId", "cause", "snapshot", "snapshotSha256",
      "templateVersionId", "current", "issuedAt", "changedAt")
    SELECT lpad(translate(n::text, '01', 'AB'), 16, 'Z'), "userId", "courseId", "cause", "snapshot", "snapshotSha256",
      "templateVersionId", false, ${day(3)}, ${day(3)} FROM "Certificate", generate_series(1, 1500) n WHERE "id" = ${old.id}::uuid`;
  const words = { head: String, status: String, cause: String, kind: String };
  const filters = { for: `course:${course.slug}` };
  const csv = await new Response(await streamRegister(ctx, { filters, words })).text();
  expect(await db.auditEntry.findMany({ where: { action: "certificateRegister.export" } })).toMatchObject([
    { actorId: ctx.actor.id, after: filters },
  ]);
  const lines = csv.trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 1_500 + 2);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.at(-2)).toContain(`"${writeSerial(next.serial)}","valid",,"Amina Yusuf","learner@example.org"`);
  expect(lines.at(-1)).toContain(`"'=HYPERLINK(1)"`);
  expect(lines.at(-1)).toMatch(new RegExp(`,"${writeSerial(next.serial)}"$`));
  expect(lines.at(-1)).not.toContain(`,"=`);
});

const nodeSchema = z.looseObject({
  "Node Type": z.string(),
  "Index Name": z.string().optional(),
  "Relation Name": z.string().optional(),
  get Plans() {
    return z.array(nodeSchema).optional();
  },
});
type PlanNode = z.infer<typeof nodeSchema>;
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** As it is carried out among many rows: the few of a test may be read whole, and sorted, once they are counted. */
async function explain(filters: RegisterFilters, cursor?: string) {
  const at = { direction: "after", at: NOW.toISOString(), id: "0190c2a4-7b1e-7c3d-9f58-2a6b4c8d0e1f" } as const;
  const { text, values } = registerQuery({
    ...{ filters, limit: 51, timeZone: "UTC", now: NOW },
    cursor: cursor === undefined ? undefined : at,
  });
  const client = await database.connections.connect();
  try {
    await client.query("BEGIN");
    for (const way of ["seqscan", "bitmapscan", "sort", "incremental_sort", "hashjoin", "mergejoin"])
      await client.query(`SET LOCAL enable_${way} = off`);
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const [{ Plan }] = z.tuple([z.object({ Plan: nodeSchema })]).parse(rows[0]["QUERY PLAN"]);
    return nodesOf(Plan).filter((node) => node["Relation Name"] === "Certificate" || node["Index Name"]);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

test.each([
  ["everything", {}, "Certificate_issuedAt_id_idx"],
  ["what was revoked", { status: "revoked" }, "Certificate_revoked"],
  ["what was superseded", { status: "superseded" }, "Certificate_superseded"],
  ["what expired", { status: "expired" }, "Certificate_expiring"],
  ["what was given by hand", { cause: "byHand" }, "Certificate_cause"],
] satisfies [string, RegisterFilters, string][])(
  "%s is walked along an index, from any page on",
  async (_, filters, index) => {
    for (const cursor of [undefined, encodeCursor({ direction: "after", at: NOW.toISOString(), id: "x" })]) {
      const nodes = await explain(filters, cursor);
      expect(nodes.some((node) => node["Relation Name"] === "Certificate" && node["Node Type"] === "Seq Scan")).toBe(
        false,
      );
      expect(nodes.map((node) => node["Index Name"])).toContain(index);
    }
  },
);

test("a search reads what it looks for from the indexes of words", async () => {
  const client = await database.connections.connect();
  try {
    await client.query("BEGIN; SET LOCAL enable_seqscan = off");
    const { text, values } = registerQuery({
      ...{ filters: { q: "amina" }, limit: 51, timeZone: "UTC", now: NOW, cursor: undefined },
    });
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const [{ Plan }] = z.tuple([z.object({ Plan: nodeSchema })]).parse(rows[0]["QUERY PLAN"]);
    const used = nodesOf(Plan).map((node) => node["Index Name"]);
    expect(used).toEqual(expect.arrayContaining(["Certificate_searchVector_idx", "User_search"]));
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});
