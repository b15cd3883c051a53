import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { awayPage } from "./away-page.server.ts";

test.each(locales)("the page for a bad moment stands in %s, without style or script of its own", (locale) => {
  const html = awayPage(locale);
  expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" || locale === "ur" ? "rtl" : "ltr"}">`);
  expect(html).toMatch(/<h1>[^<]{5,}<\/h1>/);
  expect(html).not.toMatch(/<script|<style|style=|undefined/);
});
