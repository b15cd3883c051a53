import { expect, test } from "vitest";
import { openTestFfmpeg } from "#tests/fakes/ffmpeg.ts";
import { examineFfmpeg } from "./examine-ffmpeg.server.ts";

const ffmpeg = openTestFfmpeg();

test("the doctor says where ffmpeg is, or what is missing without it", async () => {
  await ffmpeg.be("working");
  expect(await examineFfmpeg()).toMatchObject({ part: "ffmpeg", state: "ok" });
  await ffmpeg.be("absent");
  expect(await examineFfmpeg()).toMatchObject({ state: "broken", disables: expect.stringContaining("sound alone") });
});
