import { expect, test } from "vitest";
import { z } from "zod";
import { notFound, tooMany } from "#app/platform/errors/errors.ts";
import { handleForm } from "./form.server.ts";

const schema = z.object({ email: z.email(), password: z.string().min(3) });

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test("what is not acceptable comes back as typed, save passwords", async () => {
  const answer = await handleForm({ form: formOf({ email: "x", password: "yz" }), schema, run: async () => null });
  expect(answer).toMatchObject({ init: { status: 400 }, data: { result: { initialValue: { email: "x" } } } });
  expect(JSON.stringify(answer)).not.toContain("yz");
});

test("a refusal for too many tries says when to come again, and keeps what was typed", async () => {
  const run = async () => {
    throw tooMany(90);
  };
  const answer = await handleForm({ form: formOf({ email: "x@example.org", password: "xyz" }), schema, run });
  expect(answer).toMatchObject({
    init: { status: 429, headers: { "Retry-After": "90" } },
    data: {
      result: { initialValue: { email: "x@example.org" }, error: { "": ['error:tooMany.text|{"seconds":90}'] } },
    },
  });
});

test("what is not there is an error of the page, not of the form", async () => {
  const run = async () => {
    throw notFound();
  };
  const answer = handleForm({ form: formOf({ email: "x@example.org", password: "xyz" }), schema, run });
  await expect(answer).rejects.toMatchObject({ status: 404 });
});
