import formWords from "#app/locales/en/form.json" with { type: "json" };
import quizWords from "#app/locales/en/quiz.json" with { type: "json" };

const words: Record<string, unknown> = { form: formWords, quiz: quizWords };
const KEY = /^(?<path>[a-z-]+:[\w.]+)(?:\|(?<values>\{.*\}))?$/is;

function lookUp(path: string): unknown {
  return path
    .split(/[:.]/)
    .reduce<unknown>(
      (found, step) =>
        found !== null && typeof found === "object"
          ? Object.entries(found).find(([key]) => key === step)?.[1]
          : undefined,
      words,
    );
}

/**
 * What is wrong with a question or with the rules of a quiz, in English: the words of a message key, with its values
 * in their places, or what was said already.
 */
export function questionReason(message: string): string {
  const { path = "", values = "{}" } = KEY.exec(message)?.groups ?? {};
  const found = lookUp(path);
  if (typeof found !== "string") return message;
  const given: Record<string, unknown> = JSON.parse(values);
  return found.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name) => String(given[name] ?? ""));
}
