import { expect, test } from "vitest";
import { locales } from "#app/platform/i18n/locales.ts";
import { awayPage, foreignPage } from "./bare-page.server.ts";

const pages = [awayPage, foreignPage].flatMap((page) => locales.map((locale) => ({ page, name: page.name, locale })));

test.each(pages)("$name stands in $locale, leads on, and has no style or script of its own", ({ page, locale }) => {
  const html = page(locale);
  expect(html).toContain(`<html lang="${locale}" dir="${locale === "ar" || locale === "ur" ? "rtl" : "ltr"}">`);
  expect(html).toMatch(/<h1>[^<]{5,}<\/h1>/);
  expect(html).toMatch(/<a href="[^"]*">[^<]{5,}<\/a>/);
  expect(html).not.toMatch(/<script|<style|style=|undefined/);
});
