import { parsePassage } from "#app/features/lesson/parse-lesson-markdown.ts";
import { questionTypes } from "#app/features/quiz/question-types/registry.ts";
import type { PackageProblem } from "./package-problem.ts";
import type { PackagedQuestion } from "./packaged-quiz.ts";

type Path = (string | number)[];

/** Texts of a question that cannot be shown as lessons' are, and pictures that are not in the package. */
export function checkQuestionTexts(
  { question, file, lineOf }: PackagedQuestion,
  { media, missing }: { media: ReadonlySet<string>; missing: (path: string) => string },
): PackageProblem[] {
  const say = (path: Path, reason: string) => ({
    file,
    line: lineOf(["body", ...path]),
    reason: `of “${question.name}”: ${reason}`,
  });
  const texts = new Set(
    questionTypes
      .get(question.type)
      ?.texts(question.body)
      .map((text) => JSON.stringify(text)),
  );
  const problems = nodesOf(question.body)
    .filter(({ node }) => texts.has(JSON.stringify(node)))
    .flatMap(({ node, path }) =>
      Object.entries(Object(node)).flatMap(([locale, markdown]) =>
        checkPassage(String(markdown), { media, missing }).map((reason) => say([...path, locale], reason)),
      ),
    );
  const picture = pictureOf(question.body);
  if (picture !== null && !media.has(picture)) problems.push(say(["picture", "src"], missing(picture)));
  return problems;
}

function checkPassage(
  markdown: string,
  { media, missing }: { media: ReadonlySet<string>; missing: (path: string) => string },
): string[] {
  const parsed = parsePassage({ markdown, path: "" });
  if (!parsed.ok) return parsed.problems.map(({ line, reason }) => (line > 1 ? `line ${line}: ${reason}` : reason));
  return parsed.references.media.filter(({ path }) => !media.has(path)).map(({ path }) => missing(path));
}

function nodesOf(node: unknown, path: Path = []): { node: unknown; path: Path }[] {
  if (node === null || typeof node !== "object") return [];
  const entries: [string | number, unknown][] = Array.isArray(node)
    ? node.map((one, index) => [index, one])
    : Object.entries(node);
  return [{ node, path }, ...entries.flatMap(([key, one]) => nodesOf(one, [...path, key]))];
}

/** The file that a question is set on, as one that places things on a picture is. */
function pictureOf(body: unknown): string | null {
  const picture = body !== null && typeof body === "object" && "picture" in body ? body.picture : null;
  const src = picture !== null && typeof picture === "object" && "src" in picture ? picture.src : null;
  return typeof src === "string" ? src : null;
}
