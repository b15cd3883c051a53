import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import { questionTypes } from "../question-types/registry.ts";
import type { ExchangedQuestion } from "./exchanged-question.ts";

const FILE = /media\//;

/** The files of the course that a question names, in its texts and as its picture, each once. */
export function filesNamedBy({ type, body }: Pick<ExchangedQuestion, "type" | "body">): string[] {
  const texts = (questionTypes.get(type)?.texts(body) ?? []).flatMap((text) => Object.values(text));
  const named = texts
    .filter((markdown) => FILE.test(markdown))
    .flatMap((markdown) => {
      const parsed = parsePassage({ markdown, path: "" });
      return parsed.ok ? parsed.references.media.map(({ path }) => path) : [];
    });
  const { picture } = body;
  const own = typeof picture === "object" && picture !== null && "src" in picture ? [String(picture.src)] : [];
  return [...new Set([...named, ...own])];
}

/** The same question with its files under other paths; those that `moved` does not name stay where they are. */
export function withFilesMoved(question: ExchangedQuestion, moved: ReadonlyMap<string, string>): ExchangedQuestion {
  const names = filesNamedBy(question).filter((path) => moved.has(path));
  if (names.length === 0) return question;
  const move = (value: unknown): unknown => {
    if (typeof value === "string")
      return names.reduce((text, path) => movedIn(text, path, moved.get(path) ?? path), value);
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, move(one)]));
  };
  const body = Object.fromEntries(Object.entries(question.body).map(([key, one]) => [key, move(one)]));
  return { ...question, body };
}

/** Only where the path ends there, so that "media/a.png" does not move "media/a.png.webp". */
function movedIn(text: string, from: string, to: string): string {
  const escaped = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w./-])${escaped}(?![\\w.-]*\\w)`, "g"), to.replaceAll("$", "$$$$"));
}
