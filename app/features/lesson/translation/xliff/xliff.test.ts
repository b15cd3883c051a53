import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lessonText } from "#tests/factories/lesson-text.ts";
import { mixedDirections } from "#tests/factories/mixed-directions.ts";
import { lessonDocumentSchema } from "../../lesson-document.ts";
import type { LessonNode } from "../../lesson-node.ts";
import type { TranslatedParts } from "../apply-change.ts";
import { joinParts, splitDocument } from "../split-document.ts";
import { planLesson } from "./plan-xliff.ts";
import { readXliff } from "./read-xliff.ts";
import { writeXliff, type XliffLesson } from "./write-xliff.ts";

const written = (document: LessonNode) => ({ title: "عنوان", summary: "ملخّص <&>", document });

function file(source: LessonNode, translation: LessonNode | null): string {
  const basis = { locale: "ar" as const, title: "عنوان", summary: "ملخّص <&>", blocks: splitDocument(source) };
  const lesson: XliffLesson = {
    slug: "one",
    source: written(source),
    translation: translation && { title: "Title", summary: "Summary", document: translation, basis },
  };
  return writeXliff({ lessons: [lesson], source: "ar", target: "en" });
}

const nothing: TranslatedParts = {
  title: "",
  summary: "",
  parts: [],
  basis: { locale: "ar", title: null, summary: null, blocks: [] },
};

function takeIn(xliff: string, source: LessonNode, text: TranslatedParts = nothing) {
  const [lesson] = readXliff(xliff).lessons;
  const plan = planLesson({ source: written(source), text, units: lesson?.units ?? [] });
  const document = lessonDocumentSchema.parse(joinParts(plan.text.parts));
  return { ...plan, document, told: plan.outcomes.map(({ what, reason }) => reason ?? what) };
}

const source = lessonText(
  "## باب\n\nواحد **قوي** [رابط](https://example.org/?a=1&b=2)[^1].\n\n- أ\n- ب\n\n[^1]: حاشية <1>.\n",
);
const translation = lessonText(
  '## Gate\n\nOne **strong** [link](https://example.org/?a=1&b=2)[^1], :span[قوس]{lang="ar"}.\n\n- a\n- b\n- c\n\n[^1]: Note.\n',
);

describe("translations as XLIFF", () => {
  it("come back as they went, with marks, links, notes, and lists of another length", () => {
    const after = takeIn(file(source, translation), source);
    expect(after.document).toEqual(translation);
    expect(after.told).toEqual(["new", "new", "new", "new", "new"]);
    expect(after.text).toMatchObject({ title: "Title", basis: { title: "عنوان", blocks: splitDocument(source) } });
    const again = takeIn(file(source, translation), source, after.text);
    expect(again.told).toEqual(Array(5).fill("unchanged"));
  });

  it("carry the words of timelines, maps, files and what is shown from elsewhere, and leave citations where they stand", () => {
    const blocks = (say: (text: string) => string) =>
      lessonText(
        [
          `${say("قديم")} :cite{works="@grabar1996, 12"}.`,
          `::::timeline{title="${say("أحداث")}"}\n:::event{from=1537}\n${say("السور")}\n:::\n::::`,
          `::::map{src="media/c.svg" title="${say("أبواب")}" credit="${say("نحن")}" licence="CC0"}\n:::place{name="${say("باب")}" x=1 y=2}\n${say("شمال")}\n:::\n::::`,
          `::attachment{src="media/a.pdf" title="${say("قراءات")}"}`,
          `::embed{url="https://vimeo.com/76979871" title="${say("فيلم")}" description="${say("وصف")}"}`,
        ].join("\n\n"),
      );
    const [from, to] = [blocks((text) => text), blocks((text) => `T ${text}`)];
    const xliff = file(from, to);
    expect(takeIn(xliff, from).document).toEqual(to);
    for (const word of ["أحداث", "أبواب", "باب", "قراءات", "فيلم", "وصف"]) expect(xliff).toContain(`>${word}<`);
  });

  it.each(Object.entries(mixedDirections))("keep %s byte for byte", (_, { body }) => {
    const document = lessonText(body);
    const { document: after } = takeIn(file(document, document), document);
    expect(JSON.stringify(after)).toBe(JSON.stringify(document));
  });

  it("keep any letters byte for byte", () => {
    const letters = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });
    const property = fc.property(letters, letters, (one, other) => {
      const parse = (text: string) =>
        lessonDocumentSchema.safeParse({
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: `س${text}س` }] }],
        });
      const [from, to] = [parse(one), parse(other)];
      if (!from.success || !to.success) return;
      expect(takeIn(file(from.data, to.data), from.data).document).toEqual(to.data);
    });
    fc.assert(property);
  });

  it("are named where the source was changed since, and count as out of date", () => {
    const edited = lessonText(
      "## باب العمود\n\nواحد **قوي** [رابط](https://example.org/?a=1&b=2)[^1].\n\n- أ\n- ب\n\n[^1]: حاشية <1>.\n",
    );
    const { outcomes, text } = takeIn(file(source, translation), edited);
    expect(outcomes.filter(({ sourceChanged }) => sourceChanged)).toMatchObject([{ what: "new", after: "Gate" }]);
    expect(text.basis.blocks[0]).toEqual(splitDocument(source)[0]);
  });

  it("are refused by name where their source is gone, and where a code is not known", () => {
    const shorter = lessonText("## باب\n");
    expect(takeIn(file(source, translation), shorter).told.filter((one) => one === "sourceGone")).toHaveLength(2);
    const foreign = file(source, translation).replace("<target>Gate</target>", '<target>Ga<sc id="9"/>te</target>');
    expect(takeIn(foreign, source).told).toContain("codes");
    const lost = file(source, translation).replace(/<m:source>.*?<\/m:source>/, "");
    expect(takeIn(lost, source).told).toContain("frame");
  });

  it("say what would be written over that was edited here since", () => {
    const first = takeIn(file(source, translation), source);
    const xliff = file(source, translation).replace(">Gate<", ">The gate<");
    expect(takeIn(xliff, source, first.text).outcomes.find(({ what }) => what === "changed")).toMatchObject({
      before: "Gate",
      after: "The gate",
      editedSince: false,
    });
    const [, ...others] = first.text.parts;
    const [mine] = splitDocument(lessonText("## A gate of mine\n"));
    if (!mine) throw new Error("It has a block");
    const edited = takeIn(xliff, source, { ...first.text, parts: [mine, ...others] });
    expect(edited.outcomes.find(({ what }) => what === "changed")).toMatchObject({ editedSince: true });
  });

  it("are refused as a whole where they are no XLIFF, or hold entities or depths without end", () => {
    const refusal = (text: string) => {
      try {
        readXliff(text);
        return "taken";
      } catch (error) {
        return error instanceof Error && "code" in error ? error.code : error;
      }
    };
    expect(refusal('<!DOCTYPE x [<!ENTITY a "b">]><xliff version="2.1"/>')).toBe("doctype");
    expect(refusal("no xml")).toBe("unreadable");
    expect(refusal('<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>')).toBe("notXliff");
    expect(refusal(`<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1">${"<group>".repeat(200)}`)).toBe(
      "tooDeep",
    );
    expect(refusal(file(source, translation).replace("Gate", "&lol;"))).toBe("unreadable");
  });

  it("are left as they are where nothing is translated", () => {
    const { told, text } = takeIn(file(source, null), source, { ...nothing, title: "Title" });
    expect(new Set(told)).toEqual(new Set(["untranslated"]));
    expect(text.parts).toEqual([]);
  });
});
