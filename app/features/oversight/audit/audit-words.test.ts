import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import words from "#app/locales/en/audit.json" with { type: "json" };

const inCamel = (word: string) => word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The acts that the code writes into the log by name. */
async function writtenActs(): Promise<string[]> {
  const files = await readdir("app", { recursive: true });
  const texts = await Promise.all(
    files.filter((file) => /\.ts$/.test(file) && !/\.test\./.test(file)).map((file) => readFile(`app/${file}`, "utf8")),
  );
  return texts.flatMap((text) => [...text.matchAll(/\baction: "([\w-]+\.[\w-]+)"/g)].map(([, act = ""]) => act));
}

test("every act that is written into the log has words for what was done and for what it was done to", async () => {
  const acts = [...new Set(await writtenActs())];
  expect(acts.length).toBeGreaterThan(80);
  const wordless = acts.filter((act) => {
    const [thing = "", verb = ""] = act.split(".").map(inCamel);
    return !(thing in words.things && verb in words.verbs);
  });
  expect(wordless).toEqual([]);
});
