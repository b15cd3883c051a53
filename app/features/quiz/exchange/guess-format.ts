import { isZip } from "#app/platform/archive/read-zip.ts";
import type { ImportFormat } from "./exchange-formats.ts";

const HEAD = 100_000;

const signs: [ImportFormat, RegExp][] = [
  ["moodle-xml", /<quiz[\s>]/],
  ["qti", /<(?:[\w.-]+:)?(?:qti-)?assessment-?(?:item|test)[\s>]|<questestinterop[\s>]/i],
  ["yaml", /^questions:/m],
  ["aiken", /^ANSWER:\s*[A-Z]\s*$/m],
  ["gift", /\{[\s\S]*\}|^::/m],
];

/** Names in the directory of an archive, which stand in it as they are. */
const packed: [ImportFormat, RegExp][] = [
  ["qti", /imsmanifest\.xml/i],
  ["yaml", /\.ya?ml\b/i],
  ["gift", /\.gift\b/i],
  ["qti", /\.xml\b/i],
];

/** In which format a file of questions is, by what is in it; undefined where that does not tell. */
export function guessFormat(bytes: Uint8Array): ImportFormat | undefined {
  const zipped = isZip(bytes);
  const text = zipped
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1", Math.max(0, bytes.length - HEAD))
    : new TextDecoder().decode(bytes.subarray(0, HEAD));
  return (zipped ? packed : signs).find(([, sign]) => sign.test(text))?.[0];
}
