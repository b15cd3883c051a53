import { beforeAll, expect, test } from "vitest";
import { findPlayback } from "#app/features/progress/find-playback.server.ts";
import type { Actor } from "#app/platform/access/actor.ts";
import { contextOf, guestContext } from "#tests/factories/context.ts";
import { createEnrolment } from "#tests/factories/enrolment.ts";
import { pageRequest } from "#tests/factories/page-request.ts";
import { createPerson } from "#tests/factories/person.ts";
import { giveBytes, minuteBytes } from "#tests/factories/video-file.ts";
import { createLectureCourse } from "#tests/factories/watching.ts";
import { openTestDatabase } from "#tests/setup/database.ts";
import { loader } from "./video-file.ts";

const database = openTestDatabase();
const bytes = minuteBytes();
let learner: Actor = null;
let src = "";
let course = "";

beforeAll(async () => {
  const { db } = database;
  const made = await createLectureCourse(db, { lengthSeconds: 60 });
  await giveBytes(db, { videoId: made.lecture.videoId });
  const { ctx } = await createEnrolment(db, made);
  learner = ctx.actor;
  course = made.course.slug;
  const { qualities } = await findPlayback(ctx, { course, lesson: "lecture" });
  src = qualities[0]?.src ?? "";
});

async function get(
  headers: Record<string, string> = {},
  { address = src, actor = learner }: { address?: string; actor?: Actor } = {},
) {
  const [, , video = "", file = ""] = new URL(address, "https://academy.example").pathname.split("/");
  const { args } = pageRequest({ db: database.db, path: address, params: { video, file }, actor, headers });
  const response = await loader(args).catch((thrown: unknown) => thrown);
  if (response instanceof Response) return response;
  if (typeof response === "object" && response !== null && "init" in response) return response.init;
  throw response;
}

async function part(headers: Record<string, string>) {
  const response = await get(headers);
  if (!(response instanceof Response)) throw new Error("It was refused");
  const { status } = response;
  const body = Buffer.from(await response.arrayBuffer());
  return { status, body, headers: response.headers };
}

const HIDDEN = expect.objectContaining({ status: 404 });

test("the whole file comes with its length, its type and the offer of ranges", async () => {
  const { status, body, headers } = await part({});
  expect(status).toBe(200);
  expect(body.equals(bytes)).toBe(true);
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "video/mp4",
    "content-length": String(bytes.length),
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
  });
  expect(headers.get("ETag")).toMatch(/^"[^"]+"$/);
});

test.each([
  ["bytes=0-0", 0, 1],
  ["bytes=100-299", 100, 300],
  ["bytes=90000-", 90_000, bytes.length],
  ["bytes=-500", bytes.length - 500, bytes.length],
  ["bytes=93000-999999999", 93_000, bytes.length],
  ["bytes=-999999999", 0, bytes.length],
])("of the range %s come exactly its bytes", async (range, from, to) => {
  const { status, body, headers } = await part({ Range: range });
  expect(status).toBe(206);
  expect(headers.get("Content-Range")).toBe(`bytes ${from}-${to - 1}/${bytes.length}`);
  expect(headers.get("Content-Length")).toBe(String(to - from));
  expect(body.equals(bytes.subarray(from, to))).toBe(true);
});

test.each(["bytes=99999999-", "bytes=-0"])(
  "the range %s, where there is nothing, is answered with the length",
  async (range) => {
    const { status, headers } = await part({ Range: range });
    expect(status).toBe(416);
    expect(headers.get("Content-Range")).toBe(`bytes */${bytes.length}`);
  },
);

test.each(["items=0-5", "bytes=5-2", "bytes=abc", "bytes=0-1,5-6"])(
  "%s is no single range of bytes and is passed over",
  async (range) => {
    const { status, body } = await part({ Range: range });
    expect(status).toBe(200);
    expect(body.length).toBe(bytes.length);
  },
);

test("what has not changed since is not sent again, by its tag or else by its date", async () => {
  const { headers } = await part({});
  const [etag, date] = [headers.get("ETag") ?? "", headers.get("Last-Modified") ?? ""];
  const matched = await part({ "If-None-Match": `"other", ${etag}` });
  expect([matched.status, matched.body.length, matched.headers.get("ETag")]).toEqual([304, 0, etag]);
  expect((await part({ "If-Modified-Since": date })).status).toBe(304);
  expect((await part({ "If-None-Match": '"other"', "If-Modified-Since": date })).status).toBe(200);
  expect((await part({ "If-Modified-Since": new Date(0).toUTCString() })).status).toBe(200);
  expect((await part({ "If-Match": '"other"' })).status).toBe(412);
});

test("a part is sent of what is still the same, and the whole of what is another by now", async () => {
  const { headers } = await part({});
  const [etag, date] = [headers.get("ETag") ?? "", headers.get("Last-Modified") ?? ""];
  const range = { Range: "bytes=0-9" };
  expect((await part({ ...range, "If-Range": etag })).status).toBe(206);
  expect((await part({ ...range, "If-Range": date })).status).toBe(206);
  expect((await part({ ...range, "If-Range": '"other"' })).status).toBe(200);
  expect((await part({ ...range, "If-Range": `W/${etag}` })).status).toBe(200);
  expect((await part({ ...range, "If-Range": new Date(0).toUTCString() })).status).toBe(200);
});

test("only the learner for whom the address was made gets anything from it", async () => {
  const other = await createEnrolment(database.db, { course: { slug: course } });
  expect(await get({}, { actor: null })).toEqual(HIDDEN);
  expect(await get({}, { actor: other.ctx.actor })).toEqual(HIDDEN);
  expect(await get()).toMatchObject({ status: 200 });
});

test("an address that was changed, or made for another file, opens nothing", async () => {
  const [path = "", token = ""] = src.split("?token=");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const forged = Buffer.from(JSON.stringify({ file: "audio.m4a", for: null, sub: "x", exp: 9_999_999_999 }));
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  for (const address of [
    path,
    `${path}?token=`,
    `${path}?token=${head}.${claims}.${signature.slice(0, -2)}AA`,
    `${path}?token=${head}.${forged.toString("base64url")}.${signature}`,
    `${path}?token=${none}.${claims}.`,
    src.replace("original.mp4", "audio.m4a"),
    src.replace(/\/video\/[^/]+/, "/video/00000000-0000-7000-8000-000000000000"),
  ]) {
    expect(await get({}, { address })).toEqual(HIDDEN);
  }
});

test("an address ends when it says", async () => {
  const { db } = database;
  if (!learner) throw new Error("There is no learner");
  const user = await db.user.findUniqueOrThrow({ where: { id: learner.id } });
  const past = contextOf(db, user, { now: new Date(Date.now() - 6 * 3_600_000 - 1_000) });
  const ended = await findPlayback(past, { course, lesson: "lecture" });
  expect(new Date(ended.expiresAt).getTime()).toBeLessThan(Date.now());
  expect(await get({}, { address: ended.qualities[0]?.src })).toEqual(HIDDEN);
  const almost = contextOf(db, user, { now: new Date(Date.now() - 6 * 3_600_000 + 60_000) });
  const lasting = await findPlayback(almost, { course, lesson: "lecture" });
  expect(await get({}, { address: lasting.qualities[0]?.src })).toMatchObject({ status: 200 });
});

test("who may not read the lesson is given no address", async () => {
  const { db } = database;
  const lecture = { course, lesson: "lecture" };
  await expect(findPlayback(guestContext(db), lecture)).rejects.toMatchObject({ status: 404 });
  const stranger = contextOf(db, await createPerson(db));
  await expect(findPlayback(stranger, lecture)).rejects.toMatchObject({ status: 404 });
});

test("a free preview's addresses serve whoever has them", async () => {
  const { db } = database;
  const made = await createLectureCourse(db, { lengthSeconds: 60 });
  await giveBytes(db, { videoId: made.lecture.videoId });
  const [section] = await db.release
    .findUniqueOrThrow({ where: { id: made.release.id } })
    .then(({ outline }) => [outline]);
  const outline = JSON.parse(JSON.stringify(section).replace('"preview":false', '"preview":true'));
  await db.release.update({ where: { id: made.release.id }, data: { outline } });
  const playback = await findPlayback(guestContext(db), { course: made.course.slug, lesson: "lecture" });
  const address = playback.qualities[0]?.src;
  expect(await get({}, { address, actor: null })).toMatchObject({ status: 200 });
});
