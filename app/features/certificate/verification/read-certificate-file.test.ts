import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { readCertificateFile } from "./read-certificate-file.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const credential = JSON.stringify({ credentialSubject: { name: "آمنة" } });
const MB = 1024 * 1024;

/** A PDF as another program writes it, with files attached. */
async function pdfWith(attachments: Record<string, string>, { useObjectStreams = true } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage([100, 100]);
  for (const [name, text] of Object.entries(attachments))
    await pdf.attach(bytesOf(text), name, { mimeType: "application/json" });
  return pdf.save({ useObjectStreams });
}

/** An attachment as it stands in a PDF, and nothing else of one. */
const pdfOf = (dictionary: string, content: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile ${dictionary} >>\nstream\n`),
    content,
    Buffer.from("\nendstream\nendobj\n"),
  ]);

test.each([true, false])("an attached credential is found in a PDF (packed: %s)", async (useObjectStreams) => {
  const pdf = await pdfWith({ "credential.json": credential, "notes.txt": "{}" }, { useObjectStreams });
  expect(await readCertificateFile(pdf)).toEqual({ file: { kind: "pdf", text: credential } });
});

test("two different credentials in one PDF are refused, and the same one twice is one", async () => {
  const other = JSON.stringify({ credentialSubject: {} });
  expect(await readCertificateFile(await pdfWith({ a: credential, b: other }))).toEqual({ problem: "several" });
  expect((await readCertificateFile(await pdfWith({ a: credential, b: credential }))).file?.text).toBe(credential);
});

test("JSON, a JWT, and JSON with a JWT in it are read", async () => {
  const read = (text: string) => readCertificateFile(bytesOf(text));
  expect(await read(`\ufeff ${credential}\n`)).toEqual({ file: { kind: "json", text: credential } });
  expect(await read("e30.e30.AA\n")).toEqual({ file: { kind: "jwt", text: "e30.e30.AA" } });
  expect(await read('{ "jwt": "e30.e30.AA" }')).toEqual({ file: { kind: "jwt", text: "e30.e30.AA" } });
});

test.each<[string, Uint8Array]>([
  ["nothing", new Uint8Array()],
  ["a picture", randomBytes(5_000)],
  ["other JSON", bytesOf('{"a":1}')],
  ["JSON that ends early", bytesOf(credential.slice(0, -1))],
  ["JSON nested without end", bytesOf(`{"credentialSubject":${"[".repeat(200_000)}`)],
  ["JSON nested deep", bytesOf(`{"credentialSubject":${"[".repeat(900)}${"]".repeat(900)}}`)],
  ["a key that stands twice", bytesOf('{"credentialSubject":1,"credentialSubject":2}')],
  ["another encoding", new Uint8Array([...bytesOf('{"credentialSubject":"'), 0xff, ...bytesOf('"}')])],
  ["a text without an end", bytesOf(`{"credentialSubject":"${"\\\\".repeat(200_000)}`)],
  ["a PDF without attachments", bytesOf("%PDF-1.7\n%%EOF")],
  ["a PDF that names attachments everywhere", bytesOf(`%PDF-1.7\n${"1 0 obj /EmbeddedFile ".repeat(300_000)}`)],
  ["a PDF with streams that never end", bytesOf(`%PDF-1.7\n${"obj /EmbeddedFile stream\n".repeat(300_000)}`)],
  ["a bomb", pdfOf("/Filter /FlateDecode", deflateSync(Buffer.alloc(300 * MB)))],
  ["a filter upon a filter", pdfOf("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(credential)))],
  ["a broken stream", pdfOf("/Filter /FlateDecode", randomBytes(500))],
])("%s is refused, soon", { timeout: 20_000 }, async (_, bytes) => {
  const begun = process.cpuUsage();
  expect(await readCertificateFile(bytes)).toEqual({ problem: "none" });
  expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(3_000);
});

test("what is larger than any certificate is refused unread", async () => {
  expect(await readCertificateFile(new Uint8Array(MB))).toEqual({ problem: "tooLarge" });
  const pdf = new Uint8Array(20 * MB);
  pdf.set(bytesOf("%PDF-1.7\n"));
  expect(await readCertificateFile(pdf)).toEqual({ problem: "tooLarge" });
});
