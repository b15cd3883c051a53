import { expect, it, test } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";
import { periodsOf, periodsWith } from "./map-periods.ts";

const gates = [
  "::::map{src=media/city.svg title=Gates credit=Academy licence=CC0}",
  ":::place{name=Neapolis x=40 y=10 from=135 to=324}",
  "The *northern* gate.",
  ":::",
  "",
  ':::place{name="باب العمود" x=40 y=10 from=1537}',
  ":::",
  "",
  ":::place{name=Sion x=50 y=95.5}",
  ":::",
  "::::",
  "",
].join("\n");

it("draws its places with a choice of periods, and says the same in a list", async () => {
  const html = await renderedHtml(gates, { locale: "en" });
  expect(html).toContain('<input type="radio" name="map-1-period" value="0" autocomplete="off" checked="">');
  expect(html).toContain("<bdi>135–324 CE</bdi>");
  expect(html).toContain("<bdi>1537 CE –</bdi>");
  expect(html).toContain('<a class="map-place" href="#map-1-1" data-in="1">');
  expect(html).toContain('<li id="map-1-3" data-in="1 2">');
  expect(html).toContain("<p>The <em>northern</em> gate.</p>");
  expect(html).not.toContain("style=");
});

it("is the same when it is written again", () => {
  expect(rewritten(gates).replaceAll('"', "")).toBe(gates.replaceAll('"', ""));
});

it("asks for no period where there is but one", async () => {
  const one = "::::map{src=media/c.svg title=T credit=A licence=B}\n:::place{name=X x=1 y=1 from=1}\n:::\n::::\n";
  expect(await renderedHtml(one)).not.toContain("<fieldset");
});

it("is refused where its drawing is unsafe", async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>';
  await expect(renderedHtml(gates, { drawing })).rejects.toMatchObject({ code: "lessonUnreadable" });
});

test.each([
  ["no places", "src=media/c.svg title=T credit=A licence=B", "", "emptyBlock"],
  ["no licence", "src=media/c.svg title=T credit=A", ":::place{name=X x=1 y=1}\n:::", "missingAttribute"],
  ["a photograph", "src=media/c.png title=T credit=A licence=B", ":::place{name=X x=1 y=1}\n:::", "badAttribute"],
  ["a place outside", "src=media/c.svg title=T credit=A licence=B", ":::place{name=X x=101 y=1}\n:::", "badAttribute"],
  [
    "years the wrong way round",
    "src=media/c.svg title=T credit=A licence=B",
    ":::place{name=X x=1 y=1 from=5 to=4}\n:::",
    "badAttribute",
  ],
])("is refused with %s", (_, attributes, places, code) => {
  expect(lessonProblems(`::::map{${attributes}}\n${places}\n::::\n`)).toContainEqual(expect.objectContaining({ code }));
});

it("shows a place in every period with which its years have one in common", () => {
  const periods = periodsOf([
    { from: "1099", to: "1187" },
    { from: "-586", to: "70" },
    { from: "1099", to: "1187" },
  ]);
  expect(periods).toEqual([
    { from: "-586", to: "70" },
    { from: "1099", to: "1187" },
  ]);
  expect(periodsWith({ from: "70", to: "1099" }, periods)).toEqual([1, 2]);
  expect(periodsWith({ from: "1188", to: null }, periods)).toEqual([]);
});
