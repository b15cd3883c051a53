import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { beginUpload } from "#app/features/lecture/begin-upload.server.ts";
import { cancelUpload } from "#app/features/lecture/cancel-upload.server.ts";
import { dropVideoHandler } from "#app/features/lecture/drop-video.server.ts";
import { env } from "#app/platform/env/env.server.ts";
import { action } from "#app/routes/webhooks/mux.ts";
import { contextOf } from "#tests/factories/context.ts";
import { createCourse } from "#tests/factories/course.ts";
import { createLecture } from "#tests/factories/lecture.ts";
import { createPerson } from "#tests/factories/person.ts";
import { type FakeMux, startMux } from "#tests/fakes/mux.ts";
import { muxEvent, type SignedEvent, triggerByCli } from "#tests/fakes/mux-events.ts";
import { setMuxKeys } from "#tests/fakes/mux-keys.ts";
import { callRoute } from "#tests/security/act-as.ts";
import { openTestDatabase } from "#tests/setup/database.ts";

const database = openTestDatabase();
const secret = "a secret of webhooks";
let mux: FakeMux;

beforeAll(async () => {
  mux = await startMux();
});
afterAll(() => mux.stop());
beforeEach(() => {
  setMuxKeys(mux);
  mux.away = false;
});

/** Posts to the route what is given, and says what came of it. */
const post = (raw: SignedEvent) =>
  callRoute(action, { db: database.db, actor: null, params: {}, path: "/webhooks/mux", raw });

const tell = (type: string, data: Record<string, unknown>, id?: string) =>
  post(muxEvent({ type, data, id }, { secret }));

/** A video of a lecture whose upload has begun. */
async function begun() {
  const { db } = database;
  const { course } = await createCourse(db);
  const { lesson } = await createLecture(db, { courseId: course.id, video: null });
  const ctx = contextOf(db, await createPerson(db, { role: "admin" }));
  const input = { course: course.slug, lessonId: lesson.id, fileName: "lecture.mp4", bytes: 1_000 };
  const { videoId } = await beginUpload(ctx, { ...input, origin: "https://academy.example" });
  const read = () => db.video.findUniqueOrThrow({ where: { id: videoId }, include: { renditions: true } });
  const uploadId = (await read()).muxUploadId ?? "";
  return { ctx, videoId, uploadId, read };
}

test("what Mux did not sign, signed long ago, or signed of another body is refused and does nothing", async () => {
  const { uploadId, read } = await begun();
  const assetId = mux.receive(uploadId);
  mux.finish(assetId);
  const event = { type: "video.asset.ready", data: { id: assetId, upload_id: uploadId } };
  const old = Math.floor(Date.now() / 1_000) - 301;
  const good = muxEvent(event, { secret });
  expect(await post(muxEvent(event, { secret: "another" }))).toBe("400");
  expect(await post(muxEvent(event, { secret, at: old }))).toBe("400");
  expect(await post({ ...good, body: good.body.replace(assetId, "f".repeat(40)) })).toBe("400");
  expect(await post({ ...good, headers: new Headers() })).toBe("400");
  expect(await post({ ...good, headers: new Headers({ "mux-signature": "t=x,v1=" }) })).toBe("400");
  expect((await read()).state).toBe("uploading");
  expect(await post(good)).toBe("ok");
  expect((await read()).state).toBe("ready");
});

test("an event ends in what Mux says of the video, once for each event, with its files and its length", async () => {
  const { uploadId, read } = await begun();
  const assetId = mux.receive(uploadId);
  const id = randomUUID();
  expect(await tell("video.upload.asset_created", { id: uploadId, asset_id: assetId }, id)).toBe("ok");
  expect(await read()).toMatchObject({ state: "processing", muxAssetId: assetId });
  mux.finish(assetId);
  const asked = mux.asked.length;
  expect(await tell("video.upload.asset_created", { id: uploadId, asset_id: assetId }, id)).toBe("ok");
  expect(mux.asked).toHaveLength(asked);
  expect(await tell("video.asset.ready", { id: assetId, upload_id: uploadId })).toBe("ok");
  const video = await read();
  expect(video).toMatchObject({ state: "ready", durationMs: 60_000, height: 720 });
  expect(video.muxPlaybackId).toBe(mux.state.assets.get(assetId)?.playback_ids?.[0]?.id);
  expect(video.renditions.map(({ name }) => name).sort()).toEqual(["360p", "audio", "original"]);
  expect(await database.db.muxEvent.count({ where: { id } })).toBe(1);
  const lecture = await database.db.lecture.findFirst({ where: { videoId: video.id } });
  expect(lecture?.lengthSeconds).toBe(60);
});

test("events repeated and in any order, however far Mux has come when each is heard, end in the same state", async () => {
  const kinds = [
    "video.upload.created",
    "video.upload.asset_created",
    "video.asset.created",
    "video.asset.ready",
    "video.asset.updated",
    "video.asset.static_rendition.ready",
  ];
  const step = fc.constantFrom(...kinds, "receive", "finish");
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.constantFrom(...kinds), async (steps, last) => {
      const { uploadId, read } = await begun();
      let assetId: string | undefined;
      const seen: string[] = [];
      const dataOf = (kind: string) =>
        kind.startsWith("video.upload.")
          ? { id: uploadId, asset_id: assetId }
          : kind.includes("static_rendition")
            ? { id: randomUUID(), asset_id: assetId, upload_id: uploadId }
            : { id: assetId ?? randomUUID(), upload_id: uploadId };
      const receive = () => {
        assetId ??= mux.receive(uploadId);
        return assetId;
      };
      for (const one of steps) {
        if (one === "receive") receive();
        else if (one === "finish") mux.finish(receive());
        else expect(await tell(one, dataOf(one))).toBe("ok");
        seen.push((await read()).state);
      }
      mux.finish(receive());
      expect(await tell(last, dataOf(last))).toBe("ok");
      const rank = ["uploading", "processing", "ready"];
      expect(seen.map((state) => rank.indexOf(state))).toEqual(seen.map((state) => rank.indexOf(state)).sort());
      const { state, durationMs, width, height, failure, renditions } = await read();
      const files = renditions.map(({ name, bytes }) => `${name} ${bytes}`).sort();
      outcomes.add(JSON.stringify({ state, durationMs, width, height, failure, files }));
    }),
    { numRuns: 25 },
  );
  expect([...outcomes]).toHaveLength(1);
  expect([...outcomes][0]).toContain('"state":"ready"');
});

test("an upload that was cancelled stays so, and what it became at Mux is given up there", async () => {
  const { ctx, videoId, uploadId, read } = await begun();
  await cancelUpload(ctx, { videoId });
  // The last byte came before Mux heard that it was cancelled.
  const assetId = mux.receive(uploadId);
  expect(await tell("video.upload.asset_created", { id: uploadId, asset_id: assetId })).toBe("ok");
  mux.finish(assetId);
  expect(await tell("video.asset.ready", { id: assetId, upload_id: uploadId })).toBe("ok");
  expect((await read()).state).toBe("cancelled");
  const jobs = await database.connections.query<{ payload: unknown }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'drop-video' and payload::text like '%${videoId}%'`,
  );
  expect(jobs.rows.length).toBeGreaterThan(0);
  for (const { payload } of jobs.rows) await dropVideoHandler.handle(ctx, payload);
  expect(mux.state.assets.has(assetId)).toBe(false);
  expect(await tell("video.asset.deleted", { id: assetId, upload_id: uploadId })).toBe("ok");
  expect((await read()).state).toBe("cancelled");
});

test("while Mux is away an event is asked for again, and heard when it comes again", async () => {
  const { uploadId, read } = await begun();
  const assetId = mux.receive(uploadId);
  mux.finish(assetId);
  const id = randomUUID();
  mux.away = true;
  expect(await tell("video.asset.ready", { id: assetId, upload_id: uploadId }, id)).toBe("503");
  expect(await database.db.muxEvent.count({ where: { id } })).toBe(0);
  mux.away = false;
  expect(await tell("video.asset.ready", { id: assetId, upload_id: uploadId }, id)).toBe("ok");
  expect((await read()).state).toBe("ready");
});

test("an asset that is none of ours, and an event of a shape unknown, are heard and change nothing", async () => {
  const { read } = await begun();
  const before = await read();
  const asked = mux.asked.length;
  expect(await tell("video.asset.ready", { id: randomUUID(), upload_id: randomUUID() })).toBe("ok");
  expect(await tell("video.live_stream.idle", { id: randomUUID() })).toBe("ok");
  expect(await tell("video.asset.ready", {})).toBe("ok");
  expect(mux.asked).toHaveLength(asked);
  expect(await read()).toEqual(before);
});

test("events heard long ago are forgotten, those of which Mux may remind us are not", async () => {
  const { db } = database;
  const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1_000);
  const [old, recent, id] = [randomUUID(), randomUUID(), randomUUID()];
  const type = "video.asset.ready";
  await db.muxEvent.createMany({
    data: [
      { id: old, type, receivedAt: daysAgo(31) },
      { id: recent, type, receivedAt: daysAgo(29) },
    ],
  });
  expect(await tell(type, { id: randomUUID() }, id)).toBe("ok");
  const known = await db.muxEvent.findMany({ where: { id: { in: [old, recent, id] } } });
  expect(new Set(known.map((event) => event.id))).toEqual(new Set([recent, id]));
});

test("where no webhooks are expected there is nothing to post to", async () => {
  env.MUX_WEBHOOK_SECRET = undefined;
  expect(await tell("video.asset.ready", { id: "x" })).toBe("hidden");
});

test("events sent by Mux's own command line are believed, and forged by a wrong secret are not", async () => {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const headers = new Headers({ "mux-signature": String(request.headers["mux-signature"]) });
    const outcome = await post({ body: Buffer.concat(parts).toString("utf8"), headers });
    response.writeHead(outcome === "ok" ? 200 : Number(outcome)).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}/webhooks/mux`;
  const trigger = (type: string, key = secret) => triggerByCli({ type, address, origin: mux.origin, secret: key });
  const heard = () => database.db.muxEvent.count();
  const before = await heard();
  const types = ["video.upload.asset_created", "video.asset.ready", "video.asset.static_rendition.ready"];
  for (const type of types) expect(await trigger(type)).toBe(200);
  expect(await heard()).toBe(before + types.length);
  expect(await trigger("video.asset.ready", "another secret")).toBe(400);
  expect(await heard()).toBe(before + types.length);
  await new Promise((done) => server.close(done));
});
