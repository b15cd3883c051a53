import { expect, test } from "vitest";
import { endingOf, mediaPath } from "./media-name.ts";
import { formSets, plannedForms } from "./picture-forms.ts";

const pathOf = (name: string, taken: string[] = []) =>
  mediaPath({ name, ending: "png", otherwise: "picture", taken: (path) => taken.includes(path) });

test.each([
  ["Plan of the Ḥaram.PNG", "media/plan-of-the-haram.png"],
  ["gates.ar.svg", "media/gates.ar.png"],
  ["صورة.png", "media/picture.png"],
  ["../../etc/passwd", "media/etc-passwd.png"],
  ["..", "media/picture.png"],
  [".htaccess", "media/picture.png"],
  ["a\u202Egnp.exe.png", "media/a-gnp.exe.png"],
  ["a..b//c.png", "media/a.b-c.png"],
  [`${"x".repeat(300)}.png`, `media/${"x".repeat(60)}.png`],
])("a file called %s is kept as %s", (name, path) => {
  expect(pathOf(name)).toBe(path);
  expect(path).toMatch(/^media\/[a-z0-9][a-z0-9._-]*$/);
});

test("no two files of a course have one path", () => {
  expect(pathOf("plan.png", ["media/plan.png", "media/plan-2.png"])).toBe("media/plan-3.png");
});

test("an ending is what stands after the last dot, in lower case", () => {
  expect([endingOf("a.JPEG"), endingOf("a.tar.gz"), endingOf("readme"), endingOf("a.")]).toEqual([
    "jpeg",
    "gz",
    "",
    "",
  ]);
});

test("no form of a picture is wider than the picture", () => {
  const widths = (width: number) => plannedForms({ contentType: "image/jpeg", width });
  expect(widths(4000).map((form) => `${form.contentType} ${form.width}`)).toEqual([
    ...["image/avif 480", "image/avif 960", "image/avif 1600"],
    ...["image/webp 480", "image/webp 960", "image/webp 1600"],
    ...["image/jpeg 480", "image/jpeg 960", "image/jpeg 1600"],
  ]);
  expect(widths(700).map((form) => `${form.contentType} ${form.width}`)).toEqual([
    ...["image/avif 480", "image/avif 700", "image/webp 480", "image/webp 700", "image/jpeg 480"],
  ]);
  expect(widths(480).map((form) => form.width)).toEqual([480, 480]);
  expect(plannedForms({ contentType: "image/svg+xml", width: 4000 })).toEqual([]);
  expect(plannedForms({ contentType: "application/pdf", width: 4000 })).toEqual([]);
});

test("a browser chooses from the lightest types first and falls back to the picture's own", () => {
  const sets = formSets({ sha256: "ab", contentType: "image/png", width: 700, height: 500 });
  expect(sets.map(({ contentType }) => contentType)).toEqual(["image/avif", "image/webp", "image/png"]);
  expect(sets[0]?.forms[0]).toEqual({ href: "/media/ab/480.avif", width: 480 });
  expect(sets.at(-1)?.forms).toEqual([
    { href: "/media/ab/480.png", width: 480 },
    { href: "/media/ab", width: 700 },
  ]);
  const avif = formSets({ sha256: "ab", contentType: "image/avif", width: 300, height: 500 });
  expect(avif.map(({ contentType, forms }) => [contentType, forms.at(-1)?.href])).toEqual([
    ["image/webp", "/media/ab/300.webp"],
    ["image/avif", "/media/ab"],
  ]);
});
