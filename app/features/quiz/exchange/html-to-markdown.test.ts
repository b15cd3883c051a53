import { describe, expect, test } from "vitest";
import { startCpuClock } from "#tests/setup/cpu-clock.ts";
import { markdownProblem } from "./check-question.ts";
import { htmlToLine, htmlToMarkdown, plainToMarkdown } from "./html-to-markdown.ts";
import { attempt, plainNotes, type ReadingNotes } from "./reading-notes.ts";

function converted(html: string, notes: ReadingNotes = plainNotes("ar")): [markdown: string, losses: string[]] {
  const markdown = htmlToMarkdown(html, notes);
  return [markdown, notes.losses.map(({ code, values }) => [code, ...Object.values(values)].join(" "))];
}

describe("what lessons have stays", () => {
  test.each([
    ["<p>من بنى <b>الأسوار</b>؟</p><p><em>x</em></p>", "من بنى **الأسوار**؟\n\n*x*"],
    ["<ul><li>a<li>b<ol><li>c</ol></ul>", "- a\n- b\n  1. c"],
    ["<blockquote>said</blockquote><hr>", "> said\n\n---"],
    [
      "<table><tr><th>Gate</th><th>Year</th></tr><tr><td>Jaffa</td><td>1538</td></tr></table>",
      "| Gate | Year |\n| - | - |\n| Jaffa | 1538 |",
    ],
    ["one<br>two", "one\\\ntwo"],
    ["CO<sub>2</sub> and 5<sup>2</sup>", "CO₂ and 5²"],
    ['<a href="https://example.org/a">there</a>', "[there](https://example.org/a)"],
    ['<span lang="he">ירושלים</span>', ":span[ירושלים]{lang=he}"],
    ["<pre>a\nb</pre>", "`a`\\\n`b`"],
    ["2 * 3 &lt;b&gt; [x](y) :::note", "2 \\* 3 \\<b> \\[x]\\(y) :::note"],
    ["<h3>Title</h3>", "**Title**"],
  ])("%s", (html, markdown) => {
    expect(converted(html)).toEqual([markdown, []]);
    expect(markdownProblem(markdown)).toBeNull();
  });
});

describe("what they have not is left out and named", () => {
  test.each([
    ["a<script>alert(1)</script>", "a", ["script"]],
    ['a<b onclick="x()">b</b>', "a**b**", ["script"]],
    ["a<style>p{}</style>", "a", ["style"]],
    ['<p style="text-align:left">a</p>', "a", ["style"]],
    ['<p style="color:red">a</p>', "a", ["colour"]],
    ['a<iframe src="https://example.org"></iframe>', "a", ["embed iframe"]],
    ["a<svg><script>x</script></svg>", "a", ["embed svg"]],
    ['<a href="javascript:alert(1)">a</a>', "a", ["link javascript:alert(1)"]],
    ['<a href="http://example.org">a</a>', "a", ["link http://example.org"]],
    ['<img src="https://example.org/x.png" alt="x">a', "a", ["picture https://example.org/x.png"]],
    ["a<sup>th</sup>", "ath", ["formatting sup"]],
    ["<u>a</u>", "a", ["formatting u"]],
    ["\\(x^2\\)", "\\\\(x^2\\\\)", ["formula"]],
  ])("%s", (html, markdown, losses) => {
    expect(converted(html)).toEqual([markdown, losses]);
  });
});

test("a picture whose file came along is a figure, and who made it is to be filled in", () => {
  const notes = { ...plainNotes("ar"), fileNamed: (name: string) => `media/${name}` };
  const [markdown, losses] = converted('<p>أين؟ <img src="@@PLUGINFILE@@/plan.png" alt="مخطط الأسوار"></p>', notes);
  expect(markdown).toBe(
    'أين؟\n\n:::figure{src="media/plan.png" alt="مخطط الأسوار" credit="غير مذكور" licence="غير مذكور"}\nمخطط الأسوار\n:::',
  );
  expect(losses).toEqual(["pictureCredit media/plan.png"]);
  expect(markdownProblem(markdown)).toBeNull();
});

test("words alone keep their paragraphs and lines, and mean nothing else", () => {
  expect(plainToMarkdown("# a\n* b\n\n<b>")).toBe("\\# a\\\n\\* b\n\n\\<b>");
  expect(htmlToLine("<p>a <b>b</b>\n c</p>", plainNotes("en"))).toBe("a b c");
});

test("whatever comes, what comes out can be shown", () => {
  const pieces = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<i>",
    "<ul>",
    "<li>",
    "<td>",
    "<table>",
    "*",
    "_",
    "[",
    "](",
    "`",
    ":::",
    ":span[",
    "{",
    "|",
    "\n",
    "&lt;",
    " ",
    "كذا",
    "a",
    "<br>",
    "<img src=x>",
    "<blockquote>",
    "#",
    "1. ",
    "- ",
  ];
  let state = 7;
  const next = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return pieces[state % pieces.length] ?? "";
  };
  for (let round = 0; round < 400; round += 1) {
    const html = Array.from({ length: 25 }, next).join("");
    const markdown = htmlToMarkdown(html, plainNotes("en"));
    if (markdown !== "") expect([html, markdownProblem(markdown)]).toEqual([html, null]);
  }
});

test.each([
  ["deep", "<div>".repeat(200_000), "tooDeep"],
  ["wide", "<b>x</b>".repeat(125_000), "tooLong"],
  ["long", "a ".repeat(500_000), "tooLong"],
  ["closing", "</b>".repeat(250_000), null],
  ["brackets", "<".repeat(1_000_000), "tooLong"],
  ["entities", "&amp;".repeat(200_000), "tooLong"],
  ["attributes", `<p ${"a=b ".repeat(250_000)}>`, null],
  ["formulas", "\\(".repeat(500_000), "tooLong"],
  ["comments", "<!--".repeat(250_000), null],
])("a megabyte that is %s takes no longer than its length", (_, html, refused) => {
  const worked = startCpuClock();
  const made = attempt(() => htmlToMarkdown(html, plainNotes("en")));
  expect(worked()).toBeLessThan(5_000);
  expect(made.ok ? null : made.reason.code).toBe(refused);
});
