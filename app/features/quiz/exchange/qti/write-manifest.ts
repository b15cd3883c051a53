import { escapeText } from "./xml-text.ts";

/** An item of a package with the files that it names. */
export type Entry = { id: string; path: string; files: string[]; tags: string[] };

/** Tags stand as keywords of an item's metadata. */
function keywords(tags: readonly string[]): string {
  if (tags.length === 0) return "";
  const words = tags.map((tag) => `<lom:keyword><lom:string>${escapeText(tag)}</lom:string></lom:keyword>`);
  return `      <metadata><lom:lom xmlns:lom="http://ltsc.ieee.org/xsd/LOM"><lom:general>${words.join("")}</lom:general></lom:lom></metadata>\n`;
}

const NAMESPACE = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
const SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd";

/** The manifest of a package of QTI 3.0. */
export function writeManifest(entries: readonly Entry[], files: readonly string[]): string {
  const idOf = new Map(files.map((path, index) => [path, `file-${index + 1}`]));
  const items = entries.map(({ id, path, files: named, tags }) => {
    const needs = named.map((file) => `      <dependency identifierref="${idOf.get(file) ?? ""}"/>\n`).join("");
    return `    <resource identifier="${id}" type="imsqti_item_xmlv3p0" href="${path}">\n${keywords(tags)}      <file href="${path}"/>\n${needs}    </resource>\n`;
  });
  const others = files.map((path) => {
    const href = escapeText(path);
    return `    <resource identifier="${idOf.get(path)}" type="webcontent" href="${href}">\n      <file href="${href}"/>\n    </resource>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" identifier="maqdis-questions">
  <metadata>
    <schema>QTI Package</schema>
    <schemaversion>3.0.0</schemaversion>
  </metadata>
  <organizations/>
  <resources>
${items.join("")}${others.join("")}  </resources>
</manifest>
`;
}
