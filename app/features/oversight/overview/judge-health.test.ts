import { expect, test } from "vitest";
import { judgeBackup, judgeDisk, judgeJobs, judgeMail, judgeStripe, judgeVideos } from "./judge-health.ts";

const now = new Date("2026-11-22T12:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

test("work is broken once any of it was given up or waits for a worker, and looked at while it is tried again", () => {
  const failing = { failing: 2, dead: 0 };
  expect(judgeJobs({ kinds: [], waiting: 0 })).toMatchObject({ state: "ok" });
  expect(judgeJobs({ kinds: [failing], waiting: 0 })).toEqual({
    state: "attention",
    says: "failing",
    values: { count: 2 },
  });
  expect(judgeJobs({ kinds: [failing], waiting: 3 })).toMatchObject({ state: "broken", says: "waiting" });
  const kinds = [failing, { failing: 1, dead: 4 }];
  expect(judgeJobs({ kinds, waiting: 0 })).toEqual({ state: "broken", says: "dead", values: { count: 4, more: 3 } });
});

const none = { sentAt: null, refusedAt: null, refusal: null };

test("mail is told by when the last letter went, and is broken where the server refused one since", () => {
  const at = { isSet: true, unsent: undefined, bounced: 0 };
  expect(judgeMail({ ...at, standing: { ...none, sentAt: now } })).toMatchObject({ says: "sent", values: { at: now } });
  const refused = { refusedAt: now, refusal: "EAUTH 535" };
  expect(judgeMail({ ...at, standing: { ...refused, sentAt: hoursAgo(1) } })).toEqual({
    ...{ state: "broken", says: "refused" },
    values: { count: 0, at: now, sent: hoursAgo(1), code: "EAUTH 535" },
  });
  expect(judgeMail({ ...at, standing: { ...refused, refusedAt: hoursAgo(1), sentAt: now } }).state).toBe("ok");
  expect(judgeMail({ ...at, isSet: false, standing: { ...refused, sentAt: null } }).state).toBe("unset");
});

test("mail that could not be handed over comes before a server that is not set, and before addresses that took none", () => {
  const unsent = { failing: 1, dead: 1 };
  expect(judgeMail({ isSet: false, unsent, bounced: 3, standing: none })).toMatchObject({
    state: "broken",
    says: "unsent",
  });
  expect(judgeMail({ isSet: false, unsent: undefined, bounced: 3, standing: none })).toMatchObject({ state: "unset" });
  expect(judgeMail({ isSet: true, unsent: undefined, bounced: 3, standing: none })).toMatchObject({
    state: "attention",
    says: "bounced",
  });
  expect(judgeMail({ isSet: true, unsent: undefined, bounced: 0, standing: none })).toMatchObject({ state: "ok" });
});

test("a keeper of videos that is away comes before uploads that are stuck", () => {
  const ready = { state: "ready" as const, webhooks: { lastAt: now } };
  const videos = [
    { state: "uploading", stuck: true },
    { state: "failed", stuck: false },
    { state: "processing", stuck: false },
  ];
  expect(judgeVideos({ providers: [ready, { ...ready, state: "away" }], videos })).toMatchObject({ says: "away" });
  expect(judgeVideos({ providers: [ready], videos })).toEqual({
    state: "attention",
    says: "stuck",
    values: { count: 2 },
  });
  expect(judgeVideos({ providers: [ready], videos: [] })).toEqual({ state: "ok", says: "heard", values: { at: now } });
});

test("payments without keys are not set, and with them it is told when they were last heard of", () => {
  expect(judgeStripe({ isSet: false, heard: now })).toMatchObject({ state: "unset" });
  expect(judgeStripe({ isSet: true, heard: null })).toMatchObject({ state: "ok", says: "neverHeard" });
  expect(judgeStripe({ isSet: true, heard: now })).toMatchObject({ state: "ok", values: { at: now } });
});

test.each([
  [0.5, "ok"],
  [0.15, "ok"],
  [0.1, "attention"],
  [0.04, "broken"],
])("with %f of the disk free it is %s", (share, state) => {
  expect(judgeDisk({ free: share * 1e9, whole: 1e9, inBucket: false }).state).toBe(state);
});

test("a backup is missed once the last good one is older than a night and a half, or the last try failed", () => {
  const isSet = true;
  expect(judgeBackup({ last: null, isSet: false, now })).toMatchObject({ state: "unset", says: "never" });
  const last = { ok: true, startedAt: hoursAgo(10), lastOk: hoursAgo(12) };
  expect(judgeBackup({ last, isSet, now })).toMatchObject({ state: "ok", says: "fine", values: { days: 0.5 } });
  expect(judgeBackup({ last: { ...last, lastOk: hoursAgo(48) }, isSet, now })).toMatchObject({
    ...{ state: "attention", says: "old", values: { days: 2 } },
  });
  expect(judgeBackup({ last: { ...last, ok: false }, isSet, now })).toMatchObject({
    ...{ state: "broken", says: "lastFailed" },
  });
  expect(judgeBackup({ last: { ...last, ok: false, lastOk: null }, isSet, now })).toMatchObject({ says: "failed" });
});

test("a backup that is to be made every night, and of which there is none, is looked at", () => {
  const due = { state: "attention", says: "due" };
  expect(judgeBackup({ last: null, isSet: true, now })).toMatchObject(due);
  const first = { ok: null, startedAt: hoursAgo(1), lastOk: null };
  expect(judgeBackup({ last: first, isSet: true, now })).toMatchObject(due);
  const killed = { ...first, startedAt: hoursAgo(40) };
  expect(judgeBackup({ last: killed, isSet: true, now })).toMatchObject({ state: "broken", says: "failed" });
});
