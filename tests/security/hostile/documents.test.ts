import { expect, test } from "vitest";
import { lessonTextSchema } from "#app/features/lesson/editing/lesson-text-schema.ts";
import { lessonDocumentSchema } from "#app/features/lesson/lesson-document.ts";
import type { LessonNode } from "#app/features/lesson/lesson-node.ts";
import { addressDangers, attributesOf, findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { lessonText, renderedDocument } from "#tests/factories/lesson-text.ts";

/** Every block and mark that a lesson has, each with all that may be said of it. */
const everything = lessonText(`## Heading {lang}

Words **bold** *italic* \`code\` [link](https://example.org/a) :span[Cardo]{lang="la" dir="ltr"}[^1] :cite{works="see @key, 12"}.

:::block{lang="he" dir="rtl"}
Shalom.
:::

- one
  - two

> quoted

| a | b |
| :- | -: |
| c | d |

---

:::figure{src="media/a.jpg" alt="seen" credit="us" licence="CC0" width=wide}
Caption.
:::

::attachment{src="media/a.pdf" title="File"}

::embed{url="https://vimeo.com/76979871" title="Film" description="Said."}

:::callout{kind=note title="Look"}
Inside.
:::

:::verse{attribution="us"}
one // two
:::

::::document{title="Deed" date="1537"}

:::transcription{lang="ota" dir="rtl"}
A line.
:::

:::translation
A line.
:::

::::

::::timeline{title="Events"}
:::event{from=1537 to=1541}
Walls.
:::
::::

::::map{src="media/map.svg" title="Gates" credit="us" licence="CC0"}
:::place{name="Gate" x=1 y=2 from=1537 to=1600}
North.
:::
::::

::self-check{question="0199b5a0-0000-7000-8000-000000000044"}

[^1]: A note.
`);

const cited = () => ({ clusters: ["Cited"], bibliography: [] });

/** The same document with one of its attributes, or all letters, put otherwise. */
function withValue(document: LessonNode, path: string, value: string): unknown {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const copy: unknown = structuredClone(document);
  let at: unknown = copy;
  for (const [index, key] of keys.entries()) {
    if (typeof at !== "object" || at === null) throw new Error(path);
    if (index === keys.length - 1) Object.assign(at, { [key]: value });
    else at = Reflect.get(at, key);
  }
  return copy;
}

const paths = attributesOf(everything)
  .map(({ path }) => path)
  .filter((path) => !/\.type$/.test(path));

test("whatever is put into an attribute of a posted document is refused, or a harmless word", async () => {
  expect(paths.length).toBeGreaterThan(30);
  const worst = hostileVectors.filter((vector) => findDangers(vector).length > 0);
  let refused = 0;
  for (const [index, path] of paths.entries()) {
    // Each attribute gets its share of the corpus, so that most of it is used.
    for (const vector of worst.filter((_, number) => number % 50 === index % 50)) {
      const parsed = lessonDocumentSchema.safeParse(withValue(everything, path, vector));
      if (!parsed.success) refused += 1;
      else expect([path, addressDangers(parsed.data)]).toEqual([path, []]);
    }
  }
  expect(refused).toBeGreaterThan(200);
});

test("a document whose every letter and title is hostile is shown as letters", async () => {
  for (const vector of hostileVectors.filter((_, number) => number % 11 === 0)) {
    const line = vector.replace(/[\p{Cc}\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, " ").trim() || "x";
    const said = /\.(title|alt|credit|licence|description|attribution|name|locator|prefix)$/;
    const hostile = paths
      .filter((path) => said.test(path))
      .reduce((document, path) => {
        const tried = lessonDocumentSchema.safeParse(withValue(document, path, line));
        return tried.success ? tried.data : document;
      }, everything);
    const lettered = JSON.parse(JSON.stringify(hostile, (key, value) => (key === "text" ? line : value)));
    const parsed = lessonDocumentSchema.safeParse(lettered);
    if (!parsed.success) continue;
    const { html } = await renderedDocument(parsed.data, { formatCitations: cited });
    expect(findDangers(html), vector).toEqual([]);
  }
});

const base = { locale: "ar", title: "t", summary: "s", before: null };
const posted = (json: string) => lessonTextSchema.safeParse(JSON.parse(json));
const text = (inner: string) => JSON.stringify(base).replace(/}$/, `,"document":${inner}}`);
const paragraph = (attributes: string) => `{"type":"doc","content":[{"type":"paragraph"${attributes}}]}`;
const words = `"content":[{"type":"text","text":"x"}]`;

test.each([
  ["a node called __proto__", paragraph(`,"__proto__":{"type":"script"},${words}`)],
  ["attributes called __proto__", paragraph(`,"attrs":{"__proto__":{"style":"x"}},${words}`)],
  ["a constructor among the attributes", paragraph(`,"attrs":{"constructor":{"prototype":{"x":1}}},${words}`)],
  ["a mark called __proto__", paragraph(`,"content":[{"type":"text","text":"x","marks":[{"type":"__proto__"}]}]`)],
  ["a node called toString", `{"type":"doc","content":[{"type":"toString"}]}`],
  ["a style", paragraph(`,"attrs":{"style":"background:url(https://evil.example)"},${words}`)],
  ["a handler", paragraph(`,"attrs":{"onclick":"alert(1)"},${words}`)],
  ["an array for a text", paragraph(`,"content":[{"type":"text","text":["<script>"]}]`)],
  [
    "an object for an address",
    paragraph(`,"content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":{"toString":"x"}}}]}]`),
  ],
  ["raw HTML", `{"type":"doc","content":[{"type":"html","attrs":{"html":"<script>alert(1)</script>"}}]}`],
  [
    "a picture by its address",
    `{"type":"doc","content":[{"type":"image","attrs":{"src":"https://evil.example/x.png"}}]}`,
  ],
  ["an iframe", `{"type":"doc","content":[{"type":"iframe","attrs":{"src":"https://evil.example"}}]}`],
])("a posted document with %s is refused or comes without it", (_, document) => {
  const parsed = posted(text(document));
  if (parsed.success)
    expect(JSON.stringify(parsed.data)).not.toMatch(/style|onclick|script|evil|__proto__|constructor/);
  expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  expect(Reflect.get({}, "style")).toBeUndefined();
});

test("a document of huge depth or length is refused before it is walked", () => {
  const deep = `${'{"type":"blockquote","content":['.repeat(5_000)}{"type":"paragraph"}${"]}".repeat(5_000)}`;
  expect(posted(text(`{"type":"doc","content":[${deep}]}`)).success).toBe(false);
  const marks = Array.from({ length: 5_000 }, () => '{"type":"bold"}').join(",");
  const worn = posted(text(paragraph(`,"content":[{"type":"text","text":"x","marks":[${marks}]}]`)));
  if (worn.success) expect(JSON.stringify(worn.data).length).toBeLessThan(1_000);
  const keys = Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(",");
  expect(posted(text(paragraph(`,"attrs":{${keys}}`))).success).toBe(false);
});
