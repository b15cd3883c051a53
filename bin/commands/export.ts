import { resolve } from "node:path";
import { exportAcademy } from "#app/features/package/export-academy.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

/** academy export DIR */
export async function runExport(folder: string, { course }: { course?: string }): Promise<Outcome> {
  const report = await withMigratedDatabase(({ db }) => exportAcademy({ db }, { root: resolve(folder), course }));
  const lines = report.courses.map(({ slug, files }) => `${slug}: ${files} files`);
  return { ok: true, text: [...lines, `Exported to ${report.root}`].join("\n"), json: report };
}
