import { writeZip } from "#app/platform/archive/write-zip.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";

type Relation = { id: string; type: string; target: string; external?: boolean };

type Word = {
  /** What stands inside <w:body>. */
  body: string;
  relations?: Relation[];
  /** What stands before <w:document>. */
  prologue?: string;
  more?: Record<string, string>;
};

const relation = ({ id, type, target, external = false }: Relation) =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ""}/>`;

/** The bytes of a Word document. */
export function wordDocument({ body, relations = [], prologue = "", more = {} }: Word): Promise<Uint8Array> {
  const types = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="html" ContentType="text/html"/></Types>`;
  const files: Record<string, string> = {
    "[Content_Types].xml": types,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation({ id: "r1", type: "officeDocument", target: "word/document.xml" })}</Relationships>`,
    "word/document.xml": `${prologue}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:a="${A}"><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relations.map(relation).join("")}</Relationships>`,
    ...more,
  };
  const encoder = new TextEncoder();
  return writeZip(Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })));
}

export const wordParagraph = (text: string) =>
  `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;

export const wordLink = (id: string, text: string) =>
  `<w:p><w:hyperlink r:id="${id}"><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:hyperlink></w:p>`;

/** A picture whose bytes are in another file than the document, if they are anywhere. */
export const wordPicture = (id: string) =>
  `<w:p><w:r><w:drawing><a:graphic><a:graphicData><a:blip r:link="${id}"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
