import type { Locale } from "#app/platform/i18n/locales.ts";
import type { BodyProblem } from "../../question-types/question-props.ts";

export type Path = (string | number)[];

/** A part of a question in the hands of its author: what it is, where it stands, what is wrong, and how it changes. */
export type Bound<T> = {
  value: T;
  onChange: (value: T) => void;
  path: Path;
  problems: readonly BodyProblem[];
  locales: readonly Locale[];
};

/** What stands under a key of it. */
export function at<T extends object, K extends keyof T & string>(bound: Bound<T>, key: K): Bound<T[K]> {
  return {
    ...bound,
    value: bound.value[key],
    onChange: (value) => bound.onChange({ ...bound.value, [key]: value }),
    path: [...bound.path, key],
  };
}

/** The first thing wrong right here, not deeper, as a message key. */
export function problemAt({ path, problems }: Pick<Bound<unknown>, "path" | "problems">): string | undefined {
  const here = path.join("/");
  return problems.find((problem) => problem.path.join("/") === here)?.message;
}

/** The id of the control of what stands here. */
export const controlId = (path: Path, ...rest: Path): string => ["body", ...path, ...rest].join("-");
