import { z } from "zod";
import { type LineOf, parseYaml } from "#app/platform/yaml/parse-yaml.ts";
import type { PackageProblem } from "./package-problem.ts";

/** Plain English whatever the process has set, since authors read it in a terminal. */
const englishMessages = z.locales.en().localeError;

/**
 * Reads one YAML file through a schema. Gives its value with the line of any place in it, or nothing after
 * adding what is wrong, each with its line, to `problems`.
 */
export function readYaml<Schema extends z.ZodType>({
  text,
  file,
  schema,
  problems,
}: {
  text: string;
  file: string;
  schema: Schema;
  problems: PackageProblem[];
}): { value: z.output<Schema>; lineOf: LineOf } | undefined {
  const { value, problems: written, lineOf } = parseYaml(text);
  if (written.length > 0) {
    problems.push(...written.map((problem) => ({ file, ...problem })));
    return undefined;
  }
  const parsed = schema.safeParse(value, { error: englishMessages });
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    for (const { path, message } of spread(issue)) {
      problems.push({ file, line: lineOf(path), reason: `${sayPath(path)} ${message}`.trim() });
    }
  }
  return undefined;
}

/** One problem for each key that does not belong; the rest as it is. */
function spread(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not known here" }));
  }
  if (issue.code === "invalid_type" && issue.input === undefined && /received undefined/.test(issue.message)) {
    return [{ path: issue.path, message: "is missing" }];
  }
  return [{ path: issue.path, message: lowerFirst(issue.message) }];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function sayPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key + 1}]` : `${index ? "." : ""}${String(key)}`))
    .join("");
}
