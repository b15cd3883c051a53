import { expect, it } from "vitest";
import type { AttemptView } from "#app/features/quiz/find-attempt.server.ts";
import { usualRules } from "#app/features/quiz/quiz-rules.ts";
import { packAttempt, unpackAttempt } from "./packed-attempt.ts";

const open: AttemptView = {
  ...{ id: "a", number: 1, enrolmentId: "e", lessonId: "l", rules: usualRules, sections: [], files: [] },
  startedAt: new Date("2026-11-22T10:00:00.123Z"),
  deadlineAt: new Date("2026-11-22T10:20:00Z"),
  graceUntil: null,
  answers: [{ slot: 1, sequence: 4, device: "d", value: { choice: "ب" } }],
  ...{ state: "open", reachedSlot: 1, slots: [], slotCount: 0 },
};

it("brings an attempt that is being sat through one text and back, with its times", () => {
  const packed = packAttempt(open);
  expect(Object.keys(packed)).toEqual(["state", "json"]);
  expect(unpackAttempt(JSON.parse(JSON.stringify(packed)))).toEqual(open);
});
