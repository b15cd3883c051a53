import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";
import { parseEmbed } from "./embed-providers.ts";

it.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
  ["https://youtu.be/dQw4w9WgXcQ?si=abc", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
  ["https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
  ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
  ["https://vimeo.com/76979871", "https://vimeo.com/76979871"],
  ["https://vimeo.com/76979871/0123456789", "https://vimeo.com/76979871/0123456789"],
  ["https://player.vimeo.com/video/76979871?h=abcdef0123", "https://vimeo.com/76979871/abcdef0123"],
  ["https://archive.org/details/dli.ernet.12345", "https://archive.org/details/dli.ernet.12345"],
  [
    "https://commons.wikimedia.org/wiki/File:Al-Aqsa_قبة.webm",
    "https://commons.wikimedia.org/wiki/File:Al-Aqsa_%D9%82%D8%A8%D8%A9.webm",
  ],
  [
    "https://sketchfab.com/3d-models/holy-sepulchre-0123456789abcdef0123456789abcdef",
    "https://sketchfab.com/3d-models/0123456789abcdef0123456789abcdef",
  ],
  [
    "https://www.openstreetmap.org/#map=17/31.77660/35.23420&layers=N",
    "https://www.openstreetmap.org/#map=17/31.7766/35.2342",
  ],
])("reads %s as %s", (given, url) => {
  const embedded = parseEmbed(given);
  expect(embedded?.url).toBe(url);
  expect(parseEmbed(url)).toEqual(embedded);
});

it("shows what is embedded by its provider and id alone, and by YouTube's address without cookies", () => {
  expect(parseEmbed("https://youtu.be/dQw4w9WgXcQ?autoplay=1&list=x")?.frame).toBe(
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
  );
  expect(parseEmbed("https://vimeo.com/76979871/abcdef0123")?.frame).toBe(
    "https://player.vimeo.com/video/76979871?dnt=1&h=abcdef0123",
  );
  expect(parseEmbed("https://www.openstreetmap.org/#map=17/31.7766/35.2342")?.frame).toBe(
    "https://www.openstreetmap.org/export/embed.html?bbox=35.23145%2C31.77503%2C35.23695%2C31.77817&layer=mapnik",
  );
});

it.each([
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "//www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
  "https://evil.example/https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
  "https://user:secret@www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com\\@evil.example/watch?v=dQw4w9WgXcQ",
  "https://www.yоutube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com./watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com/watch?v=../../redirect",
  "https://www.youtube.com/watch?v=dQw4w9WgXcQ%22%3E",
  "https://www.youtube.com/redirect?q=https://evil.example",
  "https://www.youtube.com/embed/../redirect?q=x",
  "https://player.vimeo.com/video/1?h=%22onload%3Dalert(1)",
  "https://vimeo.com/76979871/abcdef0123/more/../../..",
  "https://archive.org/embed/..%2F..%2Fsearch",
  "https://archive.org/embed/a%22onload=",
  "https://archive.org/download/x/x.html",
  "https://commons.wikimedia.org/wiki/File:A.webm%3Faction%3Dedit",
  "https://commons.wikimedia.org/wiki/File:..%2F..%2Fw%2Findex.php.webm",
  "https://commons.wikimedia.org/wiki/File:%E0%A4%A.webm",
  "https://commons.wikimedia.org/wiki/Special:Redirect/File:A.webm",
  "https://commons.wikimedia.org/wiki/File:A.svg",
  "https://en.wikipedia.org/wiki/File:A.webm",
  "https://sketchfab.com/models/0123456789abcdef0123456789abcdeg/embed",
  "https://www.openstreetmap.org/#map=99/31/35",
  "https://www.openstreetmap.org/#map=17/91/35",
  "https://www.openstreetmap.org/export/embed.html?bbox=javascript:alert(1)",
  "https://www.openstreetmap.org/login#map=17/31/35",
  `https://www.youtube.com/watch?v=dQw4w9WgXcQ&${"x".repeat(3000)}`,
  "not an address",
  "",
])("refuses %s", (address) => {
  expect(parseEmbed(address)).toBeNull();
});

const embedText = `::embed{url="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="جولة في &#x22;الحرم&#x22;" description="كاميرا تمشي."}\n`;

it("says on the page what it is, and asks nobody for it", async () => {
  const html = await renderedHtml(embedText);
  expect(html).not.toMatch(/<iframe|<img|<script|src=/);
  expect(html).toContain('<p class="embed-title" dir="auto">جولة في "الحرم"</p>');
  expect(html).toContain('<p class="embed-from">من <bdi>YouTube</bdi></p>');
  expect(html).toContain('href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noreferrer noopener"');
  expect(html).toContain('data-embed="/resources/embeds?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ"');
  expect(html).toContain('<details class="embed-description"><summary>وصف</summary><p dir="auto">كاميرا تمشي.</p>');
});

it("is written as it was read, its address in the one form that it has", () => {
  expect(rewritten(embedText)).toBe(embedText);
  expect(rewritten('::embed{url="https://youtu.be/dQw4w9WgXcQ" title="a"}\n')).toBe(
    '::embed{url="https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="a"}\n',
  );
});

it("demands a title and an address of the list", () => {
  expect(lessonProblems('::embed{url="https://evil.example/a"}').map(({ code }) => code)).toEqual([
    "badAttribute",
    "missingAttribute",
  ]);
  expect(lessonProblems('::embed[x]{url="https://youtu.be/dQw4w9WgXcQ" title="a"}')).toMatchObject([
    { code: "unknownAttribute" },
  ]);
});
