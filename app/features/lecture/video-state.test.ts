import fc from "fast-check";
import { expect, test } from "vitest";
import { VideoState } from "#app/platform/db/generated/enums.ts";
import { isNews } from "./video-state.ts";

const states = fc.constantFrom(...Object.values(VideoState));
const hear = (said: VideoState[], from: VideoState = "uploading") =>
  said.reduce((known, state) => (isNews(known, state) ? state : known), from);

test("what is ready never goes back, and what was given up stays so, whatever is heard afterwards", () => {
  fc.assert(
    fc.property(fc.array(states), (said) => {
      expect(hear(said, "ready")).toBe("ready");
      expect(hear(said, "cancelled")).toBe("cancelled");
    }),
  );
});

test("news that comes twice, late or out of order ends in the same state", () => {
  const story: VideoState[] = ["processing", "uploading", "ready"];
  fc.assert(
    fc.property(fc.shuffledSubarray([...story, ...story], { minLength: 6 }), (said) => {
      expect(hear(said)).toBe("ready");
    }),
  );
});
