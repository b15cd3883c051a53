import { readFileSync } from "node:fs";
import { createInstance } from "i18next";
import { PackageRefused, sayProblem } from "#app/features/package/read/package-problem.ts";
import { ExpectedError } from "#app/platform/errors/errors.ts";

/** What a command prints and how it ends: 0 done, 1 refused or failed. */
export type Outcome = { ok: boolean; text: string; json: Record<string, unknown> };

/** The English words of an expected error, as the screens have them. */
function sayExpected({ messageKey, values }: ExpectedError): string {
  const [file = "", key = ""] = messageKey.split(":");
  const words: Record<string, unknown> = JSON.parse(readFileSync(`app/locales/en/${file}.json`, "utf8"));
  const instance = createInstance();
  void instance.init({ lng: "en", resources: { en: { [file]: words } }, initAsync: false, defaultNS: file });
  return instance.t(key, { ...values, interpolation: { escapeValue: false } });
}

/** How a command ends that threw. */
export function failure(error: unknown): Outcome {
  if (error instanceof PackageRefused) {
    const text = [
      ...error.problems.map(sayProblem),
      `Refused: ${error.problems.length} problems. Nothing was changed.`,
    ];
    return { ok: false, text: text.join("\n"), json: { error: "packageRefused", problems: error.problems } };
  }
  if (error instanceof ExpectedError) {
    const message = sayExpected(error);
    return { ok: false, text: message, json: { error: error.code, message } };
  }
  const message = error instanceof Error ? error.message || error.name : String(error);
  return { ok: false, text: message, json: { error: "failed", message } };
}

/** Prints an outcome, what failed on standard error, and sets the exit code. */
export function finish({ ok, text, json }: Outcome, options: { json?: boolean }): void {
  if (options.json) process.stdout.write(`${JSON.stringify({ ok, ...json }, null, 2)}\n`);
  else (ok ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = ok ? 0 : 1;
}
