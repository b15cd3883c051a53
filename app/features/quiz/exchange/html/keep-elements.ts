import type { Element, ElementContent } from "hast";
import type { LossCode } from "../loss-codes.ts";
import { lose, type ReadingNotes } from "../reading-notes.ts";
import { pictureIn } from "./pictures.ts";
import { raisedOrLowered } from "./raised-letters.ts";

/** Left out with all that is in them. */
const dropped: ReadonlyMap<string, LossCode> = new Map<string, LossCode>([
  ["script", "script"],
  ["noscript", "script"],
  ["style", "style"],
  ["link", "style"],
  ["math", "formula"],
  ...["iframe", "object", "embed", "applet", "video", "audio", "canvas", "svg", "frame", "frameset"].map(
    (name): [string, LossCode] => [name, "embed"],
  ),
  ...["form", "input", "button", "select", "textarea", "template", "dialog"].map((name): [string, LossCode] => [
    name,
    "embed",
  ]),
]);

const silent = new Set(["head", "meta", "title", "base", "wbr", "col", "colgroup"]);

const kept = new Set(
  `p div section article header footer main aside nav address center br hr ul ol li dl dt dd blockquote pre
   h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr th td strong b em i code tt kbd samp var`.split(/\s+/),
);

/** What these say is lost, the words in them are not. */
const marks = new Set("u s del strike ins mark big small font abbr q ruby rt rp caption details summary".split(" "));

const COLOUR = /(^|[;\s-])color\s*:|background/i;
const HTTPS = /^https:\/\/[^\s<>"'`\\]+$/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const FORMULA = /\\\(.{1,200}?\\\)|\\\[.{1,200}?\\\]|\$\$[^$]{1,200}\$\$/s;

const attribute = ({ properties }: Element, name: string) => {
  const value = properties[name];
  return typeof value === "string" ? value : undefined;
};

function noteAttributes(element: Element, notes: ReadingNotes): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (name.startsWith("on")) lose(notes, "script");
    if (name === "color" || name === "bgcolor") lose(notes, "colour");
    if (name === "style") lose(notes, COLOUR.test(String(value)) ? "colour" : "style");
    if ((name === "colspan" || name === "rowspan") && value !== "1") lose(notes, "formatting", { what: name });
    if (name === "align" || name === "valign") lose(notes, "style");
  }
}

/** A link that may stand in a question: it leads out of the academy, and safely. */
function safeAddress(address: string): boolean {
  if (address.length > 2000 || !HTTPS.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === "" && password === "";
}

function keepLink(element: Element, children: ElementContent[], notes: ReadingNotes): ElementContent[] {
  const address = attribute(element, "href")?.trim();
  if (address === undefined) return children;
  if (safeAddress(address)) return [{ ...element, properties: { href: address }, children }];
  lose(notes, "link", { address: address.slice(0, 200) });
  return children;
}

function keepSpan(element: Element, children: ElementContent[], notes: ReadingNotes): ElementContent[] {
  const lang = attribute(element, "lang");
  if (lang === undefined || lang === notes.locale || !LANGUAGE.test(lang)) return children;
  return [{ ...element, tagName: "span", properties: { lang }, children }];
}

function keepElement(element: Element, notes: ReadingNotes): ElementContent[] {
  const { tagName } = element;
  if (silent.has(tagName)) return [];
  const loss = dropped.get(tagName);
  if (loss) {
    lose(notes, loss, loss === "embed" ? { what: tagName } : {});
    return [];
  }
  noteAttributes(element, notes);
  if (tagName === "img") return pictureIn(element, notes);
  const children = keepAll(element.children, notes);
  if (tagName === "sub" || tagName === "sup") return raisedOrLowered(tagName, children, notes);
  if (tagName === "a") return keepLink(element, children, notes);
  if (kept.has(tagName)) return [{ ...element, properties: {}, children }];
  if (marks.has(tagName)) lose(notes, "formatting", { what: tagName });
  return keepSpan(element, children, notes);
}

/** What lessons have of some HTML; everything else is left out and named as lost. */
export function keepAll(children: readonly ElementContent[], notes: ReadingNotes): ElementContent[] {
  return children.flatMap((child) => {
    if (child.type === "element") return keepElement(child, notes);
    if (child.type !== "text") return [];
    if (FORMULA.test(child.value.slice(0, 20_000))) lose(notes, "formula");
    return [{ type: "text" as const, value: withoutControls(child.value) }];
  });
}

/** Without characters that no text has: controls but for line ends and tabs, halves of pairs, noncharacters. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, "");
}
