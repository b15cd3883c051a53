import type { z } from "zod";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import type { BodyProblem } from "./question-props.ts";
import type { Grade, QuestionType, ShowOptions } from "./question-type.ts";
import type { Rubric } from "./rubric.ts";

type Parsed = { ok: true; value: unknown } | { ok: false; problems: BodyProblem[] };

/**
 * A question type as the registry holds it: takes bodies and answers as they come from the database or the network
 * and checks them. All but the two `parse` functions throw a ZodError on what has not the type's shape.
 */
export type KnownQuestionType = {
  name: string;
  /** The body as it may be stored, or everything that is wrong with it. Its key, where it has one, earns the whole. */
  parseBody: (json: unknown) => Parsed;
  parseAnswer: (json: unknown) => Parsed;
  start: (newId: () => string) => unknown;
  blank: unknown;
  show: (body: unknown, options: ShowOptions) => unknown;
  fits: (body: unknown, answer: unknown) => boolean;
  isBlank: (answer: unknown) => boolean;
  grade: (body: unknown, answer: unknown) => Grade;
  key: (body: unknown, locale?: Locale) => unknown;
  texts: (body: unknown) => Translated[];
  labels: (body: unknown) => Translated[];
  files: (answer: unknown) => string[];
  /** Null where no person is needed to grade it. */
  rubric: ((body: unknown) => Rubric) | null;
};

function problemsOf(error: z.ZodError): BodyProblem[] {
  return error.issues.map(({ path, message }) => ({
    path: path.map((step) => (typeof step === "number" ? step : String(step))),
    message,
  }));
}

function parse(schema: z.ZodType, json: unknown): Parsed {
  const { success, data, error } = schema.safeParse(json);
  return success ? { ok: true, value: data } : { ok: false, problems: problemsOf(error) };
}

/** Checks each body once: those that are kept for many papers are shown and graded a thousand times. */
function rememberParsed<Body>(schema: z.ZodType<Body>): (json: unknown) => Body {
  const parsed = new WeakMap<object, Body>();
  return (json) => {
    if (typeof json !== "object" || json === null) return schema.parse(json);
    const known = parsed.get(json);
    if (known !== undefined) return known;
    const body = schema.parse(json);
    parsed.set(json, body);
    return body;
  };
}

/**
 * Closes over the shapes of a type, so that the registry can hold them all. A body that was given once may not be
 * changed afterwards.
 */
export function defineQuestionType<Body, Shown, Answer>(type: QuestionType<Body, Shown, Answer>): KnownQuestionType {
  const { rubric } = type;
  const body = rememberParsed(type.body);
  const answer = (json: unknown) => type.answer.parse(json);
  const parseBody = (json: unknown): Parsed => {
    const parsed = parse(type.body, json);
    if (!parsed.ok) return parsed;
    const key = type.key(body(json));
    if (key === null || type.grade(body(json), key).share === 1) return parsed;
    return { ok: false, problems: [{ path: [], message: "quiz:problems.keyEarnsLess" }] };
  };
  return {
    name: type.name,
    parseBody,
    parseAnswer: (json) => parse(type.answer, json),
    start: type.start,
    blank: type.blank,
    show: (json, options) => type.show(body(json), options),
    fits: (json, given) => type.fits(body(json), answer(given)),
    isBlank: (given) => type.isBlank(answer(given)),
    grade: (json, given) => type.grade(body(json), answer(given)),
    key: (json, locale) => type.key(body(json), locale),
    texts: (json) => type.texts(body(json)),
    labels: (json) => type.labels(body(json)),
    files: (given) => type.files?.(answer(given)) ?? [],
    rubric: rubric ? (json) => rubric(body(json)) : null,
  };
}
