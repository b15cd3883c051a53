import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { jobHandlers } from "#app/job-handlers.server.ts";
import { locales } from "#app/platform/i18n/locales.ts";

const wordsSchema = z.object({ jobs: z.object({ kinds: z.record(z.string(), z.string().min(1)) }) });

test.each(locales)("every kind of work has a name for admins who read %s", async (locale) => {
  const words = wordsSchema.parse(JSON.parse(await readFile(`app/locales/${locale}/admin.json`, "utf8")));
  const { kinds } = words.jobs;
  expect(Object.keys(kinds).sort()).toEqual(jobHandlers.map(({ name }) => name).sort());
  expect(new Set(Object.values(kinds)).size).toBe(jobHandlers.length);
});
