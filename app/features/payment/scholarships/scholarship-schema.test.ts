import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { changeFundSchema, makeFundSchema } from "./funds/fund-schema.ts";
import { applySchema, decisionSchema, scholarshipSearchSchema } from "./scholarship-schema.ts";
import { TEXT_MOST } from "./scholarship-text.ts";

function parse(schema: Parameters<typeof parseWithZod>[1]["schema"], fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const submission = parseWithZod(form, { schema });
  return submission.status === "success" ? { value: submission.value } : { error: submission.error };
}

const grant = { act: "grant", share: "full", fund: "", percent: "", message: "Welcome" };

test("a grant says why, and is whole where nothing else is said", () => {
  const { value } = parse(decisionSchema, grant);
  expect(value).toMatchObject({ act: "grant", share: "full", fund: null, message: "Welcome" });
  for (const message of ["", "   \n "])
    expect(parse(decisionSchema, { ...grant, message }).error).toHaveProperty("message");
});

test("a part of no size, of all, of nothing or of half a percent is refused beside its field", () => {
  for (const percent of ["", "0", "100", "12.5", "half"])
    expect(parse(decisionSchema, { ...grant, share: "part", percent }).error).toHaveProperty("percent");
  const { value } = parse(decisionSchema, { ...grant, share: "part", percent: "99" });
  expect(value).toMatchObject({ share: "part", percent: 99 });
});

test("a refusal without a reason, or with one of spaces, is refused", () => {
  for (const reason of ["", "   \n ", "no"])
    expect(parse(decisionSchema, { act: "refuse", reason }).error).toHaveProperty("reason");
});

test("an application is kept as it was written, without what no screen shows, and neither too short nor too long", () => {
  const text = `  I teach in a village.\r\n\r\n\r\n\r\nI cannot pay.\u0000\u0007  `;
  const { value } = parse(applySchema, { intent: "apply", text });
  expect(value).toMatchObject({ text: "I teach in a village.\n\nI cannot pay.", cohort: null });
  for (const wrong of ["", "Please", " ".repeat(50), "a".repeat(TEXT_MOST + 1)])
    expect(parse(applySchema, { intent: "apply", text: wrong }).error).toHaveProperty("text");
  expect(parse(applySchema, { intent: "apply", text: "a".repeat(TEXT_MOST) })).toHaveProperty("value");
});

test("a fund's limit is read as people write it in its currency, and is more than nothing", () => {
  const make = (limit: string, currency: string) =>
    parse(makeFundSchema, { intent: "make", name: "Friends", limit, currency });
  expect(make("١٬٢٠٠٫٥٠", "USD").value).toMatchObject({ limit: 120_050 });
  expect(make("5000", "JPY").value).toMatchObject({ limit: 5_000 });
  for (const limit of ["", "0", "a lot", "-5", "12.345", "99999999999"])
    expect(make(limit, "USD").error, limit).toHaveProperty("limit");
  expect(make("5", "XXX").error).toHaveProperty("currency");
  const change = { intent: "change", name: "Friends", limit: "2.500", reason: "More was given" };
  expect(parse(changeFundSchema("JOD"), change).value).toMatchObject({ limit: 2_500 });
});

test("what an address of the list says that is not understood counts as not said", () => {
  expect(scholarshipSearchSchema.parse({ status: "lost", q: "\u0000", course: "../x", fund: "some" })).toEqual({
    status: "waiting",
  });
});
