import type { TFunction } from "i18next";
import { type FormatChoice, formatBytes, formatMoment, formatMoney, formatNumber } from "#app/platform/i18n/format.ts";
import { directionOf } from "#app/platform/i18n/locales.ts";
import { escapeXml } from "#app/platform/xml/escape-xml.ts";
import type { PersonRow, PersonSection } from "./read-person.server.ts";

type Readable = {
  sections: readonly PersonSection[];
  /** Titles of courses and lessons by their ids. */
  names: Record<string, string>;
  files: readonly string[];
  madeAt: Date;
  formats: FormatChoice;
  /** Reads the file `data-export`. */
  t: TFunction;
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const MONEY = /amount$/i;
const STYLE = `body{font-family:'IBM Plex Sans','IBM Plex Sans Arabic','Segoe UI',Tahoma,sans-serif;line-height:1.7;margin:0;
background:#fbf8f1;color:#22201b}main{max-width:60rem;margin:auto;padding:2rem 1rem}section{margin-block:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;background:#fff;min-width:100%}
th,td{border:1px solid #e3d9c6;padding:.4rem .7rem;text-align:start;vertical-align:top;overflow-wrap:break-word}th{white-space:nowrap}
h1,h2{color:#0f5d6c}pre{white-space:pre-wrap;margin:0}@media(prefers-color-scheme:dark){body{background:#171a1c;color:#ece7dc}
table{background:#1f2427}th,td{border-color:#3a4145}h1,h2{color:#7fc4d0}a{color:#7fc4d0}}`;

/** A value as a person reads it; what has no words of its own stands as it is kept. */
function writeValue(column: string, value: unknown, row: PersonRow, readable: Readable): string {
  const { formats, names, t } = readable;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return escapeXml(t(value ? "yes" : "no"));
  if (typeof value === "number") {
    if (MONEY.test(column) && typeof row.currency === "string")
      return escapeXml(formatMoney(value, row.currency, formats));
    return escapeXml(column === "bytes" ? formatBytes(value, formats) : formatNumber(value, formats));
  }
  if (typeof value === "string") return `<bdi>${escapeXml(asRead(value, readable, names))}</bdi>`;
  return `<pre dir="ltr">${escapeLines(JSON.stringify(value, null, 1))}</pre>`;
}

const asRead = (value: string, { formats }: Readable, names: Record<string, string>) =>
  MOMENT.test(value) ? formatMoment(value, formats) : (names[value] ?? value);

const escapeLines = (text: string) => text.split("\n").map(escapeXml).join("\n");

function writeTable({ table, rows }: PersonSection, readable: Readable): string {
  const { t } = readable;
  const columns = Object.keys(rows[0] ?? {}).filter((column) => t(`columns.${column}`, { defaultValue: "" }) !== "");
  const head = columns.map((column) => `<th scope="col">${escapeXml(t(`columns.${column}`))}</th>`).join("");
  const body = rows
    .map(
      (row) =>
        `<tr>${columns.map((column) => `<td>${writeValue(column, row[column], row, readable)}</td>`).join("")}</tr>`,
    )
    .join("\n");
  return `<section><h3>${escapeXml(t(`tables.${table}`))}</h3><div class="wide" tabindex="0"><table><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div></section>`;
}

function writePart(part: string, readable: Readable): string {
  const filled = readable.sections.filter((section) => section.part === part && section.rows.length > 0);
  if (filled.length === 0) return "";
  const tables = filled.map((section) => writeTable(section, readable)).join("\n");
  return `<section><h2>${escapeXml(readable.t(`parts.${part}`))}</h2>${tables}</section>`;
}

/** A page of all that is kept of a person, in her language, that opens in any browser without the academy. */
export function writeReadable(readable: Readable): string {
  const { t, formats, files, madeAt, sections } = readable;
  const parts = [...new Set(sections.map(({ part }) => part))].map((part) => writePart(part, readable)).join("\n");
  const links = files.map(
    (path) => `<li><a href="${escapeXml(encodeURI(path))}"><bdi>${escapeXml(path)}</bdi></a></li>`,
  );
  const list =
    links.length > 0 ? `<section><h2>${escapeXml(t("files"))}</h2><ul>${links.join("\n")}</ul></section>` : "";
  const { locale } = formats;
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeXml(t("title"))}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeXml(t("title"))}</h1><p>${escapeXml(t("lead", { moment: formatMoment(madeAt, formats) }))}</p>
${parts}${list}</main></body></html>
`;
}
