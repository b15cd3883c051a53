import type { CaptionReport } from "./caption-file.ts";
import { tidyCueText } from "./read-timing.ts";

// https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules
const escapes: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  lrm: "\u200E",
  rlm: "\u200F",
  nbsp: "\u00A0",
  quot: '"',
  apos: "'",
};
const ESCAPE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{0,31}));/g;
const TAG = /^<(\/?)(?:([a-z]+)((?:\.[^\s<>.]+)*)(?:[ \t]([^<>]*))?|((?:\d+:)?\d{2}:\d{2}\.\d{3})|)>$/;
const known = new Set(["c", "i", "b", "u", "v", "ruby", "rt", "lang"]);

type Place = { line: number; report: CaptionReport };

function resolveEscapes(text: string, { line, report }: Place): string {
  return text.replace(ESCAPE, (written, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number.parseInt(decimal, 10) : hex ? Number.parseInt(hex, 16) : undefined;
    const isCharacter = code !== undefined && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const character = isCharacter ? String.fromCodePoint(code) : name ? escapes[name] : undefined;
    if (character !== undefined) return character;
    report.loss(line, "escape", { escape: written });
    return written;
  });
}

/** What a tag leaves in the text. */
function readTag(tag: string, place: Place): string {
  const { line, report } = place;
  const match = TAG.exec(tag);
  const [, closing, name, , annotation, time] = match ?? [];
  if (!match || (name !== undefined && !known.has(name))) {
    report.problem(line, "badTag", { tag: tag.slice(0, 40) });
    return "";
  }
  if (closing) return "";
  const voice = name === "v" ? resolveEscapes(annotation ?? "", place).trim() : "";
  if (voice) {
    report.loss(line, "voice", { name: voice });
    return `${voice}: `;
  }
  report.loss(line, "tag", { tag: name ?? time ?? tag });
  return "";
}

/**
 * The words of a cue's payload in WebVTT, with its escapes resolved. Tags are left out and named; who speaks is kept as
 * words. `line` is that of the payload's first line.
 */
export function readCueText(lines: string[], { line: first, report }: Place): string {
  let line = first;
  let text = "";
  for (const part of lines.join("\n").split(/(<[^>]*>?|\n)/)) {
    if (part === "\n") line += 1;
    text += part.startsWith("<") ? readTag(part, { line, report }) : resolveEscapes(part, { line, report });
    if (part.startsWith("<")) line += part.split("\n").length - 1;
  }
  return tidyCueText(text);
}
