import { expect, test } from "vitest";
import { readQti } from "./read-qti.ts";

const options = { locale: "en" as const };
const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readQti([{ path: "item.xml", bytes: encode(text) }], options);

const MATCH = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>';
const MAP = '<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response"/>';

const declared = (attributes: string, values: string[], map: [string, number][] = []) =>
  `<responseDeclaration identifier="RESPONSE" ${attributes}><correctResponse>${values
    .map((value) => `<value>${value}</value>`)
    .join("")}</correctResponse>${
    map.length > 0
      ? `<mapping lowerBound="0" defaultValue="0">${map.map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`).join("")}</mapping>`
      : ""
  }</responseDeclaration>`;

const item = (declarations: string, body: string, rest = MATCH, attributes = "") =>
  `<?xml version="1.0"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="q1" title="Walls" adaptive="false" timeDependent="false" ${attributes}>
${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<itemBody>${body}</itemBody>
${rest}</assessmentItem>`;

const choice = (id: string, text: string) => `<simpleChoice identifier="${id}">${text}</simpleChoice>`;
const choices = (attributes: string, ...list: string[]) =>
  `<choiceInteraction responseIdentifier="RESPONSE" ${attributes}><prompt>Which <b>gates</b>?</prompt>${list.join("")}</choiceInteraction>`;
const identifier = 'cardinality="single" baseType="identifier"';
const several = 'cardinality="multiple" baseType="identifier"';

/** The one question of a file without losses. */
function only(text: string) {
  const { questions, refused } = read(text);
  expect([refused, questions.flatMap(({ losses }) => losses)]).toEqual([[], []]);
  const [first] = questions;
  if (!first) throw new Error("Nothing was read");
  return first.question;
}

const en = (text: string) => ({ en: text });
const id = expect.stringMatching(/^[a-z0-9-]+$/);

test("a single choice, with its prompt and what it says outside", () => {
  const question = only(
    item(
      declared(identifier, ["B"]),
      `<p>Look at the map.</p>${choices('shuffle="true" maxChoices="1"', choice("A", "Herod"), choice("B", "Suleiman"))}`,
    ),
  );
  expect(question).toEqual({
    name: "Walls",
    type: "single-choice",
    tags: [],
    category: [],
    body: {
      stem: en("Look at the map.\n\nWhich **gates**?"),
      choices: [
        { id, text: en("Herod") },
        { id, text: en("Suleiman"), share: 1 },
      ],
    },
  });
});

test("several choices earn by their map, by right less wrong, or all together", () => {
  const list = [choice("A", "a"), choice("B", "b"), choice("C", "c")];
  const body = choices('maxChoices="0" shuffle="true"', ...list);
  const ruleOf = (map: [string, number][], rules: string) => {
    const { body: said } = only(item(declared(several, ["A", "B"], map), body, rules));
    const { rule, choices: all } = Object(said);
    return [rule, all.map(({ share }: { share?: number }) => share)];
  };
  expect(ruleOf([], MATCH)).toEqual(["all-or-nothing", [undefined, undefined, undefined]]);
  expect(
    ruleOf(
      [
        ["A", 1],
        ["B", 1],
        ["C", -1],
      ],
      MAP,
    ),
  ).toEqual(["right-minus-wrong", [undefined, undefined, undefined]]);
  expect(
    ruleOf(
      [
        ["A", 2],
        ["B", 1],
        ["C", -1],
      ],
      MAP,
    ),
  ).toEqual(["weights", ["2/3", "1/3", "-1/3"]]);
});

test("numbers with their tolerance, texts with what each earns", () => {
  const entry = '<p>How long? <textEntryInteraction responseIdentifier="RESPONSE"/></p>';
  const near = `<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="10 10"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
  expect(only(item(declared('cardinality="single" baseType="float"', ["533"]), entry, near)).body).toEqual({
    stem: en("How long?"),
    answers: [{ id, value: 533, tolerance: { kind: "absolute", by: 10 } }],
  });
  const texts = declared(
    'cardinality="single" baseType="string"',
    ["York"],
    [
      ["York", 1],
      ["york", 0.5],
    ],
  );
  expect(only(item(texts, entry, MAP))).toMatchObject({
    type: "short-text",
    body: { accepted: [{ text: "York" }, { text: "york", share: 0.5 }] },
  });
});

test("several gaps, to be chosen or written, become one text with gaps", () => {
  const declarations = [1, 2]
    .map((n) => declared(n === 1 ? identifier : 'cardinality="single" baseType="integer"', [n === 1 ? "S" : "1537"]))
    .map((text, index) => text.replace("RESPONSE", `R${index + 1}`))
    .join("");
  const inline =
    '<inlineChoiceInteraction responseIdentifier="R1"><inlineChoice identifier="H">Herod</inlineChoice><inlineChoice identifier="S">Suleiman</inlineChoice></inlineChoiceInteraction>';
  const body = `<p>Built by ${inline} in <textEntryInteraction responseIdentifier="R2"/> of stone.</p>`;
  const question = only(item(declarations, body, ""));
  const [first, second] = Object(question.body).gaps;
  expect(question.body).toMatchObject({
    text: en(`Built by {{${first.id}}} in {{${second.id}}} of stone.`),
    gaps: [
      { kind: "choices", choices: [{ label: en("Herod") }, { label: en("Suleiman"), share: 1 }] },
      { kind: "number", answers: [{ value: 1537 }] },
    ],
  });
});

const set = (...ids: string[]) =>
  `<simpleMatchSet>${ids.map((one) => `<simpleAssociableChoice identifier="${one}" matchMax="4">${one}</simpleAssociableChoice>`).join("")}</simpleMatchSet>`;
const pairs = 'cardinality="multiple" baseType="directedPair"';
const match = (...sets: string[]) =>
  `<matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations="4">${sets.join("")}</matchInteraction>`;

test("matching, and sorting where many belong to few, whichever side they stand on", () => {
  const matched = only(item(declared(pairs, ["a x", "b y"]), match(set("a", "b"), set("x", "y", "z"))));
  expect(matched).toMatchObject({
    type: "matching",
    body: { partial: "none", premises: [{ text: en("a") }, { text: en("b") }] },
  });
  const sorted = only(item(declared(pairs, ["x a", "x b", "y c"]), match(set("x", "y"), set("a", "b", "c"))));
  expect(sorted).toMatchObject({ type: "categorise", body: { categories: [{ label: en("x") }, { label: en("y") }] } });
});

test("an order, words for gaps, an essay, a file, and associations", () => {
  const ordered = `<orderInteraction responseIdentifier="RESPONSE">${choice("A", "late")}${choice("B", "early")}</orderInteraction>`;
  expect(only(item(declared('cardinality="ordered" baseType="identifier"', ["B", "A"]), ordered)).body).toMatchObject({
    items: [{ text: en("early") }, { text: en("late") }],
  });
  const gapped =
    '<gapMatchInteraction responseIdentifier="RESPONSE"><gapText identifier="W" matchMax="1">winter</gapText><gapText identifier="S" matchMax="1">summer</gapText><blockquote><p>Now is the <gap identifier="G1"/>.</p></blockquote></gapMatchInteraction>';
  const filled = only(item(declared(pairs, ["W G1"]), gapped));
  expect(filled.body).toMatchObject({
    gaps: [{ kind: "choices", choices: [{ label: en("winter"), share: 1 }, { label: en("summer") }] }],
  });
  const essay =
    '<p>Why?</p><rubricBlock view="scorer"><p>Names a source.</p></rubricBlock><extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="8"/>';
  const free = '<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="string"/>';
  expect(only(item(free, essay, "")).body).toEqual({
    stem: en("Why?"),
    rubric: [],
    model: en("Names a source."),
    lines: 8,
  });
  const upload =
    '<uploadInteraction responseIdentifier="RESPONSE" type="image/png application/pdf"><prompt>Send it.</prompt></uploadInteraction>';
  expect(only(item(free, upload, ""))).toMatchObject({ type: "file-upload", body: { kinds: ["image", "pdf"] } });
  const associate = `<associateInteraction responseIdentifier="RESPONSE">${["A", "B", "C", "D"].map((one) => `<simpleAssociableChoice identifier="${one}" matchMax="1">${one}</simpleAssociableChoice>`).join("")}</associateInteraction>`;
  const [associated] = read(
    item(declared('cardinality="multiple" baseType="pair"', ["A B", "C D"]), associate),
  ).questions;
  expect([associated?.question.type, associated?.losses.map(({ code }) => code)]).toEqual(["matching", ["simpler"]]);
});

test("feedback comes with the moment for which it is set, and remarks with their choices", () => {
  const rules = `<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue><setOutcomeValue identifier="FB"><baseValue baseType="identifier">yes</baseValue></setOutcomeValue></responseIf><responseElse><setOutcomeValue identifier="FB"><baseValue baseType="identifier">no</baseValue></setOutcomeValue></responseElse></responseCondition></responseProcessing>`;
  const modal = (name: string, text: string) =>
    `<modalFeedback outcomeIdentifier="FB" identifier="${name}" showHide="show">${text}</modalFeedback>`;
  const inline = '<feedbackInline outcomeIdentifier="FB2" identifier="A" showHide="show">Read again.</feedbackInline>';
  const body = choices('maxChoices="1" shuffle="true"', choice("A", `Herod${inline}`), choice("B", "Suleiman"));
  const question = only(
    item(declared(identifier, ["B"]), body, rules + modal("yes", "<p>So it is.</p>") + modal("no", "No.")),
  );
  expect(question.body).toMatchObject({
    feedback: { right: en("So it is."), wrong: en("No.") },
    choices: [{ text: en("Herod"), remark: en("Read again.") }, { share: 1 }],
  });
});

test("what cannot be kept is named, and script never comes in", () => {
  const rules =
    '<responseProcessing><setOutcomeValue identifier="SCORE"><random/></setOutcomeValue></responseProcessing>';
  const body = `<p onclick="x()">Ask<script>alert(1)</script></p>${choices('maxChoices="1" minChoices="1" shuffle="true"', choice("A", "a"), choice("B", "b"))}`;
  const { questions } = read(item(declared(identifier, ["A"]), body, rules, 'xml:lang="ar"'));
  expect(questions[0]?.losses.map(({ code }) => code).sort()).toEqual(["processing", "script", "setting"]);
  expect(questions[0]?.question.body.stem).toEqual({ ar: "Ask\n\nWhich **gates**?" });
});

test.each([
  [
    "an interaction that no question here has",
    item(declared(identifier, ["A"]), '<drawingInteraction responseIdentifier="RESPONSE"/>'),
    "interaction",
  ],
  ["several that do not belong together", item(declared(identifier, ["A"]), choices("") + choices("")), "interactions"],
  ["none", item("", "<p>Read.</p>"), "noInteraction"],
  [
    "no key",
    item(
      declared(identifier, []).replace("<correctResponse></correctResponse>", ""),
      choices("", choice("A", "a"), choice("B", "b")),
    ),
    "noKey",
  ],
  [
    "values that are drawn anew each time",
    item(
      `<templateDeclaration identifier="T" cardinality="single" baseType="integer"/>${declared(identifier, ["A"])}`,
      choices("", choice("A", "a"), choice("B", "b")),
    ),
    "interaction",
  ],
  ["a document type", `<!DOCTYPE a [<!ENTITY x "y">]>${item("", "")}`, "doctype"],
  ["no XML", "<assessmentItem><itemBody></assessmentItem>", "unreadable"],
  ["another format", "<questestinterop/>", "notThisFormat"],
  ["nothing", "hello", "unreadable"],
])("an item with %s is refused by name", (_, text, code) => {
  expect(read(text).refused.map(({ reason }) => reason.code)).toEqual([code]);
});
