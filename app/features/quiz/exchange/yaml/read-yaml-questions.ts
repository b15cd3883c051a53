import { parseYaml } from "#app/platform/yaml/parse-yaml.ts";
import type { Loss, QuestionFile, QuestionReader, ReadQuestions, Reason, Refusal } from "../exchanged-question.ts";
import { splitQuestions } from "./split-questions.ts";
import { readWrittenQuestion } from "./written-question.ts";

export const QUESTIONS_FORMAT = "maqdis-questions/1";

const YAML = /\.ya?ml$/i;
const MEDIA = /^media\//;

type Line = (path: readonly PropertyKey[]) => number;
type Item = { value: unknown; line: Line };

/** Reads our own YAML of questions; the files beside it are what the questions may name. */
export const readYamlQuestions: QuestionReader = (files) => {
  const read: ReadQuestions = { questions: [], refused: [], media: new Map() };
  const [only] = files;
  const isWritten = ({ path }: QuestionFile) => YAML.test(path) || (files.length === 1 && path === only?.path);
  for (const file of files) {
    if (isWritten(file)) readFile(file, read);
    else if (MEDIA.test(file.path)) read.media.set(file.path, file.bytes);
    else read.refused.push(refusal(file.path, 1, { code: "notThisFormat", values: {} }));
  }
  return read;
};

/** Notes a refusal, in the place of whatever was to be read. */
type Refuse = (line: number, reason: Reason) => [];

const refusal = (path: string, line: number, reason: Reason): Refusal => ({ where: `${path}:${line}`, reason });

function readFile({ path, bytes }: QuestionFile, read: ReadQuestions): void {
  const refuse: Refuse = (line, reason) => {
    read.refused.push(refusal(path, line, reason));
    return [];
  };
  const text = decode(bytes);
  if (text === undefined) return void refuse(1, { code: "notUtf8", values: {} });
  for (const { value, line } of itemsOf(text, refuse)) {
    const { id, written } = withoutId(value);
    const checked = readWrittenQuestion(written);
    if (checked.ok) {
      const losses: Loss[] = id === undefined ? [] : [{ code: "idNumber", values: { id } }];
      read.questions.push({ question: checked.question, losses, where: `${path}:${line([])}` });
      continue;
    }
    const [problem] = checked.problems;
    if (problem) refuse(line(problem.path), problem.reason);
  }
}

/** In academy packages questions have ids of their own; a question that is taken into a bank gets a new one. */
function withoutId(value: unknown): { id?: string; written: unknown } {
  if (typeof value !== "object" || value === null || !("id" in value)) return { written: value };
  const { id, ...written } = value;
  return { id: String(id).slice(0, 100), written };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const unreadable = (problem: string): Reason => ({ code: "unreadable", values: { problem } });

/** The questions of a file, each with the lines of its places. */
function itemsOf(text: string, refuse: Refuse): Item[] {
  const whole = tryParse(text);
  if ("tooDeep" in whole) return refuse(1, { code: "tooDeep", values: {} });
  if (whole.problems.length > 0) return itemsApart(text, refuse, whole.problems);
  const { value, lineOf } = whole;
  if (typeof value !== "object" || value === null || !("questions" in value) || !Array.isArray(value.questions)) {
    return refuse(1, { code: "notThisFormat", values: {} });
  }
  for (const [key, given] of Object.entries(value)) {
    if (key === "questions" || (key === "format" && given === QUESTIONS_FORMAT)) continue;
    refuse(lineOf([key]), { code: "invalid", values: { path: key, problem: "" } });
  }
  return value.questions.map((one: unknown, index) => ({
    value: one,
    line: (path) => lineOf(["questions", index, ...path]),
  }));
}

function tryParse(text: string): ReturnType<typeof parseYaml> | { tooDeep: true } {
  try {
    return parseYaml(text);
  } catch (error) {
    if (error instanceof RangeError) return { tooDeep: true };
    throw error;
  }
}

/** Where the writing itself is at fault: the questions one by one, so that a fault costs only its own. */
function itemsApart(text: string, refuse: Refuse, problems: { line: number; reason: string }[]): Item[] {
  const pieces = splitQuestions(text);
  const [problem] = problems;
  if (pieces.length === 0 && problem) return refuse(problem.line, unreadable(problem.reason));
  return pieces.flatMap(({ text: piece, line: first }) => {
    const parsed = tryParse(piece);
    if ("tooDeep" in parsed) return refuse(first, { code: "tooDeep", values: {} });
    const [problem] = parsed.problems;
    if (problem) return refuse(first + problem.line - 1, unreadable(problem.reason));
    const value: unknown = Array.isArray(parsed.value) ? parsed.value[0] : parsed.value;
    return [{ value, line: (path) => first + parsed.lineOf([0, ...path]) - 1 }];
  });
}
