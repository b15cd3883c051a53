import { expect, test } from "vitest";
import { readQti } from "./read-qti.ts";

const options = { locale: "en" as const };
const encode = (text: string) => new TextEncoder().encode(text);

const THIRD = `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="q" title="Third" xml:lang="fr-FR">
<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-item-body><p>Qui? <img src="../pictures/plan of walls.png" alt="Plan"/></p><qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true"><qti-simple-choice identifier="A">Soliman</qti-simple-choice><qti-simple-choice identifier="B" fixed="true">Aucun</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`;

test("a package in the order of its manifest, with pictures and keywords; its test is named as left out", () => {
  const manifest = `<manifest xmlns="x"><resources>
<resource identifier="t" type="imsqti_test_xmlv3p0" href="test.xml"/>
<resource identifier="b" type="imsqti_item_xmlv3p0" href="items/b.xml"><metadata><lom><general><keyword><string language="fr">murs</string></keyword></general></lom></metadata></resource>
<resource identifier="n" type="imsqti_item_xmlv3p0" href="items/none.xml"/>
<resource identifier="a" type="imsqti_item_xmlv3p0" href="items/a.xml"/></resources></manifest>`;
  const other = THIRD.replace('title="Third"', 'title="Other"').replace(/<img[^>]*>/, "");
  const png = encode("PNG");
  const { questions, refused, media, aside } = readQti(
    [
      { path: "imsmanifest.xml", bytes: encode(manifest) },
      { path: "items/a.xml", bytes: encode(other) },
      { path: "items/b.xml", bytes: encode(THIRD) },
      { path: "pictures/plan of walls.png", bytes: png },
      { path: "pictures/unused.png", bytes: png },
      { path: "test.xml", bytes: encode("<qti-assessment-test/>") },
    ],
    options,
  );
  expect(questions.map(({ question: { name, tags } }) => [name, tags])).toEqual([
    ["Third", ["murs"]],
    ["Other", []],
  ]);
  expect(questions[0]?.question.body).toMatchObject({ choices: [{ text: { fr: "Soliman" } }, { fixed: true }] });
  expect(refused).toEqual([
    { where: "imsmanifest.xml:4", reason: { code: "missingFile", values: { path: "items/none.xml" } } },
  ]);
  expect([...media.keys()].every((path) => JSON.stringify(questions[0]).includes(path))).toBe(true);
  expect(media.size).toBe(1);
  expect(aside).toEqual([{ where: "test.xml:1", losses: [{ code: "test", values: {} }] }]);
});

test("a broken item costs no other", () => {
  const { questions, refused } = readQti(
    [
      { path: "a.xml", bytes: encode(THIRD.replace("</qti-item-body>", "")) },
      { path: "b.xml", bytes: encode(THIRD.replace(/<img[^>]*>/, "")) },
    ],
    options,
  );
  expect([questions.length, refused.map(({ where, reason }) => [where, reason.code])]).toEqual([
    1,
    [["a.xml:1", "unreadable"]],
  ]);
});
