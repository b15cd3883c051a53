import { expect, test } from "vitest";
import { documentProblems } from "../../document-problems.ts";
import { lessonDocumentSchema } from "../../lesson-document.ts";
import { writeLessonBody } from "../../write-lesson-markdown.ts";
import { readHtml } from "./read-html.ts";

function markdown(html: string): string {
  const document = lessonDocumentSchema.parse({ type: "doc", content: readHtml(html).blocks });
  return writeLessonBody(document);
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {mso-style-unhide:no; color:red} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<h1 dir=RTL style='text-align:right'><span lang=AR-SA style='font-family:"Arial",sans-serif'>أبواب <b>القدس</b><o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL style='margin-bottom:8.0pt'><span lang=AR-SA>بُني الباب سنة ١٥٣٨</span><a style='mso-footnote-id:ftn1'
href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a><span lang=AR-SA> في عهد <i>سليمان</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Damascus Gate<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>inner</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Jaffa Gate</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>One</p>
<table class=MsoTableGrid border=1><tr><td width=100 style='border:solid'><p class=MsoNormal>Gate</p></td><td><p class=MsoNormal><b>Year</b></p></td></tr>
<tr><td colspan=2><p class=MsoNormal>Lions<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><span style='mso-hide:all;display:none'>hidden</span><img width=100 src="file:///C:/Users/x/clip_image001.png" alt="The gate" onerror="alert(1)"></p>
<!--EndFragment-->
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> See <i>Survey</i>.<o:p></o:p></p></div></div>
</body></html>`;

test("what Word writes becomes our headings, lists, table and notes, and nothing of its own is left", () => {
  expect(markdown(WORD)).toBe(
    [
      "## أبواب القدس",
      "",
      "بُني الباب سنة ١٥٣٨[^1] في عهد *سليمان*.",
      "",
      "- Damascus Gate",
      "  - inner",
      "- Jaffa Gate",
      "",
      "1. One",
      "",
      "| Gate | **Year** |",
      "| - | - |",
      "| Lions | |",
      "",
      "[^1]: See *Survey*.",
      "",
    ].join("\n"),
  );
  expect(readHtml(WORD).pictures).toEqual(["The gate"]);
  const document = lessonDocumentSchema.parse({ type: "doc", content: readHtml(WORD).blocks });
  expect(documentProblems(document)).toEqual([]);
});

const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-4f1c"><h2 dir="ltr" style="line-height:1.38"><span style="font-size:16pt;font-weight:400">The wall</span></h2><p dir="ltr" style="line-height:1.38;margin-top:0pt"><span style="font-size:11pt;font-family:Arial;font-weight:400;font-style:normal">It is </span><span style="font-weight:700">old</span><span style="font-style:italic"> and high</span><span style="font-weight:400"> </span><a href="http://example.org/a" style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">here</span></a><span>.</span></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li><ul><li aria-level="2"><p><span>two</span></p></li></ul></ul><p><span><span style="border:none"><img src="https://lh7.googleusercontent.com/x" width="6" height="4"></span></span></p></b><br class="Apple-interchange-newline">`;

test("what Google Docs writes is bold where it says so, and not for its wrapper", () => {
  expect(markdown(GOOGLE)).toBe(
    "## The wall\n\nIt is **old** *and high* [here](https://example.org/a).\n\n- one\n  - two\n",
  );
  expect(readHtml(GOOGLE).pictures).toEqual(["https://lh7.googleusercontent.com/x"]);
});

test("a page keeps its words and what they mean, and loses what would run or be fetched", () => {
  const page = `<div onclick="x()"><script>alert(1)</script><style>p{}</style><h3>Head</h3>loose <strong>words</strong>
    <p>a<br>b</p><blockquote><h4>Said</h4><p>quoted</p></blockquote><a href="javascript:alert(1)">bad</a>
    <iframe src="https://example.org"></iframe><svg onload="alert(1)"><text>x</text></svg><hr><pre>x  y</pre>
    <p><code>id</code> <bdi lang="he">שער</bdi></p></div>`;
  expect(markdown(page)).toBe(
    [
      "### Head",
      "loose **words**",
      "a\\\nb",
      "> **Said**\n>\n> quoted",
      "bad",
      "---",
      "x y",
      "`id` :span[שער]{lang=he}\n",
    ].join("\n\n"),
  );
});

test("any HTML at all becomes blocks that a lesson may hold", () => {
  const odd = [
    "<li>alone</li>",
    "<ul><ul><li>deep</li></ul></ul>",
    "<ul><li><h2>x</h2></li><li></li></ul>",
    "<table><tr></tr><tr><td>a<td>b<tr><td>c</table>",
    "<table><tr><td><table><tr><td>in</td></tr></table></td></tr></table>",
    "<p>a\u0000b\u0007<p>c",
    "<h1><p>x</p></h1>",
    "<a href='#_ftn9'>[9]</a>",
    "",
    "<b><p>x</p></b>",
  ];
  for (const html of odd) {
    const { blocks } = readHtml(html);
    const content = blocks.length > 0 ? blocks : [{ type: "paragraph" }];
    expect(lessonDocumentSchema.parse({ type: "doc", content }).content, html).toEqual(
      blocks.length > 0 ? blocks : [{ type: "paragraph", attrs: { lang: null, dir: null } }],
    );
  }
});
