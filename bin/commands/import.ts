import { resolve } from "node:path";
import { type ImportReport, importAcademy } from "#app/features/package/import-academy.server.ts";
import { systemClock } from "#app/platform/clock/clock.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

/** academy import DIR */
export async function runImport(folder: string, options: { overwrite?: boolean; dryRun?: boolean }): Promise<Outcome> {
  const report = await withMigratedDatabase(({ db }) =>
    importAcademy({ db, clock: systemClock }, { root: resolve(folder), ...options }),
  );
  return { ok: true, text: sayReport(report), json: report };
}

function sayReport({ parts, courses, changed, dryRun }: ImportReport): string {
  const lines = [
    ...parts.map(({ kind, name, outcome }) => ({ outcome, what: `${kind} ${name}` })),
    ...courses.map(({ slug, outcome, release }) => ({
      outcome,
      what: release === null ? `course ${slug}` : `course ${slug}, release ${release}`,
    })),
  ];
  const said = lines.map(({ outcome, what }) => `${outcome.padEnd(10)} ${what}`);
  const end = dryRun ? "Nothing was written: this was a dry run." : changed ? "Imported." : "Nothing had changed.";
  return [...said, end].join("\n");
}
