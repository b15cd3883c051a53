import { expect, test } from "vitest";
import { planRenditions, posterArguments, renditionArguments } from "./rendition-plan.ts";

test.each([
  [1080, true, ["720p:720", "360p:360", "audio:null"]],
  [720, true, ["720p:720", "360p:360", "audio:null"]],
  [480, false, ["360p:360"]],
  [240, true, ["360p:240", "audio:null"]],
])("of a video %i high (sound: %s) are made %j", (height, sound, planned) => {
  expect(planRenditions({ height, sound }).map((one) => `${one.name}:${one.height}`)).toEqual(planned);
});

test("a picture's height is even, as H.264 wants it", () => {
  const args = renditionArguments({ name: "360p", height: 135 }, { from: "a", to: "b" });
  expect(args).toContain("scale=-2:134");
});

test("ffmpeg opens the file that was sent and nothing that it names", () => {
  const places = { from: "a", to: "b" };
  const asked = [
    renditionArguments({ name: "360p", height: 360 }, places),
    renditionArguments({ name: "audio", height: null }, places),
    posterArguments({ ...places, second: 1 }),
  ];
  for (const args of asked) {
    expect(args[args.indexOf("-protocol_whitelist") + 1]).toBe("file");
    expect(args[args.indexOf("-format_whitelist") + 1]?.split(",")).not.toContain("hls");
    expect(args.indexOf("-format_whitelist")).toBeLessThan(args.indexOf("-i"));
  }
});
