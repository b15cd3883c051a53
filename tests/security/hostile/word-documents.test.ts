import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDocx } from "#app/features/lesson/importing/read-docx.server.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import { addressDangers, findDangers } from "#tests/factories/find-dangers.ts";
import { hostileVectors } from "#tests/factories/hostile-corpus.ts";
import { renderedDocument } from "#tests/factories/lesson-text.ts";
import { wordDocument, wordLink, wordParagraph, wordPicture } from "#tests/factories/word-document.ts";

/** Where everything would be fetched from, and what was. */
const asked: string[] = [];
let listener: Server;
let away = "";

beforeAll(async () => {
  listener = createServer((request, response) => {
    asked.push(String(request.url));
    response.end("here");
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("It listens on a port");
  away = `http://127.0.0.1:${address.port}`;
});

afterAll(() => new Promise((done) => listener.close(done)));

const says = "The words of the document.";

async function read(bytes: Uint8Array): Promise<string> {
  try {
    return JSON.stringify((await readDocx(bytes)).document);
  } catch (error) {
    expect(error).toBeInstanceOf(ExpectedError);
    return "refused";
  }
}

const external = (id: string, type: string, path: string) => ({ id, type, target: `${away}/${path}`, external: true });

test("the listener hears who asks it", async () => {
  await fetch(`${away}/control`);
  expect(asked.splice(0)).toEqual(["/control"]);
});

test("what a Word document points at elsewhere is not fetched, and its words are taken", async () => {
  const words = wordParagraph(says);
  const relations = [
    external("picture", "image", "picture.png"),
    external("template", "attachedTemplate", "template.dotm"),
    external("chunk", "aFExternalChunk", "chunk.html"),
    external("frame", "frame", "frame.html"),
    external("object", "oleObject", "object.bin"),
    external("css", "stylesheet", "style.css"),
    external("link", "hyperlink", "link"),
    { id: "smb", type: "image", target: "file://127.0.0.1/share/picture.png", external: true },
    { id: "up", type: "image", target: "../../../../etc/passwd" },
  ];
  const pictures = ["picture", "smb", "up"].map(wordPicture).join("");
  const body = `${words}${pictures}<w:altChunk r:id="chunk"/>${wordLink("link", "here")}`;
  const settings = {
    "word/settings.xml": `<w:settings xmlns:w="x"><w:attachedTemplate r:id="template" xmlns:r="y"/></w:settings>`,
  };
  const taken = await read(await wordDocument({ body, relations, more: settings }));
  expect(taken).toContain(says);
  expect(taken).not.toMatch(/127\.0\.0\.1|passwd|root:/);
  expect(asked).toEqual([]);
});

test("HTML inside a Word document brings nothing with it but words", async () => {
  const relations = [{ id: "chunk", type: "aFChunk", target: "chunk.html" }];
  const chunk = { "word/chunk.html": `<script src="${away}/x.js"></script><img src="${away}/x.png" onerror=alert(1)>` };
  const body = `${wordParagraph(says)}<w:altChunk r:id="chunk"/>`;
  const taken = await read(await wordDocument({ body, relations, more: chunk }));
  expect(taken).toContain(says);
  expect(taken).not.toMatch(/script|onerror|x\.png/);
  expect(asked).toEqual([]);
});

const entities = (inside: string) => `<?xml version="1.0"?><!DOCTYPE d [${inside}]>`;

test.each<[string, () => string, string]>([
  ["an entity of another server", () => entities(`<!ENTITY x SYSTEM "${away}/entity">`), "&x;"],
  ["an entity of a file", () => entities(`<!ENTITY x SYSTEM "file:///etc/passwd">`), "&x;"],
  ["a parameter of another server", () => entities(`<!ENTITY % x SYSTEM "${away}/parameter.dtd"> %x;`), "x"],
  ["a document type of another server", () => `<!DOCTYPE d SYSTEM "${away}/d.dtd">`, "x"],
  ["a style sheet of another server", () => `<?xml-stylesheet type="text/xsl" href="${away}/x.xsl"?>`, "x"],
  [
    "entities that grow",
    () =>
      entities(
        `<!ENTITY a "${"a".repeat(1000)}">${[..."bcdefghi"].map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghi"[at]};`.repeat(10)}">`).join("")}`,
      ),
    "&i;",
  ],
])("%s in the XML of a Word document is neither read nor asked for", async (_, prologue, reference) => {
  const body = `${wordParagraph(says)}<w:p><w:r><w:t>${reference}</w:t></w:r></w:p>`;
  const taken = await read(await wordDocument({ body, prologue: prologue() }));
  expect(taken).not.toMatch(/root:|aaaaaaaaaa/);
  expect(asked).toEqual([]);
});

test("a Word document that holds the whole corpus, as words and as links, is words", async () => {
  const written = hostileVectors.map((vector) => vector.replace(/[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/gu, " "));
  const relations = written.map((target, index) => ({ id: `l${index}`, type: "hyperlink", target, external: true }));
  const body = written.map((vector, index) => wordParagraph(vector) + wordLink(`l${index}`, "link")).join("");
  const { document } = await readDocx(await wordDocument({ body, relations }));
  expect(addressDangers(document)).toEqual([]);
  const { html } = await renderedDocument(document);
  expect(findDangers(html)).toEqual([]);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(asked).toEqual([]);
});
