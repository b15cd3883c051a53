import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { pageContext } from "#app/platform/i18n/page-context.ts";
import { LessonText } from "./lesson-text.tsx";

const html = '<p><a href="/learn/c/l">l</a> <a href="#note-1">1</a> <a href="https://example.org/a">a</a></p>';
const formats = { locale: "en", timeZone: "UTC", calendar: "gregorian", digits: "automatic" } as const;

function show(urlLocale: Locale | undefined) {
  const Page = createRoutesStub([{ path: "/", Component: () => <LessonText html={html} sha256="x" locale="en" /> }]);
  return renderToStaticMarkup(
    <pageContext.Provider value={{ urlLocale, formats }}>
      <Page />
    </pageContext.Provider>,
  );
}

test("a link inside a lesson keeps the language of the page's address, also where no script follows it", () => {
  expect(show("en")).toContain('<a href="/en/learn/c/l">');
  expect(show(undefined)).toContain('<a href="/learn/c/l">');
});

test("links to notes and to other places stay as they are", () => {
  expect(show("ar")).toContain('<a href="#note-1">1</a> <a href="https://example.org/a">');
});
