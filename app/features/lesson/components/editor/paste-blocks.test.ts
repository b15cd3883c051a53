import { expect, test } from "vitest";
import { relabelled } from "./paste-blocks.ts";

test("a pasted note whose label is taken gets another, together with the calls for it", () => {
  const call = (label: string) => ({ type: "footnoteReference", attrs: { label } });
  const note = (label: string) => ({ type: "footnoteDefinition", attrs: { label } });
  const blocks = [
    { type: "paragraph", content: [call("1"), call("2"), call("1")] },
    { type: "footnotes", content: [note("1"), note("2")] },
  ];
  expect(relabelled(blocks, new Set(["1"]))).toEqual([
    { type: "paragraph", content: [call("2"), call("3"), call("2")] },
    { type: "footnotes", content: [note("2"), note("3")] },
  ]);
  expect(relabelled(blocks, new Set())).toEqual(blocks);
});
