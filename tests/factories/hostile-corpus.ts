import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { z } from "zod";

const strings = z.array(z.string());
const readJson = (file: string) => strings.parse(JSON.parse(readFileSync(file, "utf8")));
const FIXTURES = "tests/fixtures/hostile";

const letters: Record<string, string> = { n: "\n", t: "\t" };

/** `\n`, `\t` and the bytes that `\xNN` stand for, as UTF-8. */
function unescaped(line: string): string {
  return line
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("\\x", ""), "hex").toString("utf8"))
    .replace(/\\([nt])/g, (whole, letter: string) => letters[letter] ?? whole);
}

function ownVectors(): string[] {
  const lines = readFileSync(`${FIXTURES}/vectors.txt`, "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("# ")).map(unescaped);
}

function naughtyStrings(): string[] {
  const listed = readJson(createRequire(import.meta.url).resolve("big-list-of-naughty-strings"));
  return listed.flatMap((text) => [text, unescaped(text)]);
}

/** Everything that tests send where only words belong, from public sources: see tests/fixtures/hostile/README.md. */
export const hostileVectors: readonly string[] = [
  ...new Set([...readJson(`${FIXTURES}/dompurify-0.6.7.json`), ...naughtyStrings(), ...ownVectors()]),
].filter((text) => text.trim() !== "");
