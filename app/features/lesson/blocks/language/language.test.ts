import { expect, it } from "vitest";
import { lessonProblems, renderedHtml, rewritten } from "#tests/factories/lesson-text.ts";

it("isolates a run in another language", async () => {
  const body = "شارع :span[Cardo *Maximus*]{lang=la} و:span[1:2]{dir=ltr}\n";
  expect(await renderedHtml(body)).toBe(
    '<p>شارع <bdi lang="la">Cardo <em>Maximus</em></bdi> و<bdi dir="ltr">1:2</bdi></p>',
  );
  expect(rewritten(body)).toBe(body);
});

it.each([
  ["a span that says nothing", ":span[x]", "missingAttribute"],
  ["a language that is none", ":span[x]{lang=Hebrew!}", "badAttribute"],
  ["a direction that is none", ":span[x]{lang=he dir=up}", "badAttribute"],
  ["an attribute that it has not", ":span[x]{lang=he style=red}", "unknownAttribute"],
  ["a class", ":span[x]{lang=he .red}", "unknownAttribute"],
  ["a span in a span", ":span[a :span[b]{lang=la} c]{lang=he}", "nestedWrongly"],
  ["another directive in a line", "a :color[x]{c=red}", "unknownBlock"],
  ["a block around a callout", "::::block{lang=he}\n:::callout{kind=note}\nx\n:::\n::::", "nestedWrongly"],
])("refuses %s", (_, body, code) => {
  expect(lessonProblems(body)).toMatchObject([{ line: 1, code }]);
});

it("leaves colons in sentences alone", async () => {
  const body = "المزامير 48:13[^1] و:كذا\n\n[^1]: 2:3\n";
  expect(await renderedHtml(body)).toContain("<p>المزامير 48:13<sup");
  expect(rewritten(body)).toBe(body);
});
