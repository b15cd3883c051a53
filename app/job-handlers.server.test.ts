import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { serverI18n } from "#app/platform/i18n/messages.server.ts";
import { jobHandlers } from "./job-handlers.server.ts";

test.each(locales)("every kind of work in the background has a name by which admins know it, in %s", (locale) => {
  const { t } = serverI18n(locale);
  const unnamed = jobHandlers
    .map(({ name }) => name)
    .filter((name) => t(`admin:jobs.kinds.${name}`) === `jobs.kinds.${name}`);
  expect(unnamed).toEqual([]);
});
