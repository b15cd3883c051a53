import { expect, it } from "vitest";
import { z } from "zod";
import { jsonField } from "./json-field.ts";

const field = jsonField(z.object({ places: z.array(z.int()) }), { longest: 40 });

it("reads what has the shape", () => {
  expect(field.parse('{"places":[1,2]}')).toEqual({ places: [1, 2] });
});

it("refuses what is no JSON, what has another shape, and what is too long", () => {
  for (const text of ["{places", '{"places":["1"]}', `{"places":[${"1,".repeat(40)}1]}`])
    expect(field.safeParse(text).success).toBe(false);
});
