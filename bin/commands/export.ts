import { resolve } from "node:path";
import { exportAcademy } from "#app/features/package/export-academy.server.ts";
import { withMigratedDatabase } from "../academy-database.ts";
import type { Outcome } from "./outcome.ts";

/** academy export DIR */
export async function runExport(folder: string, { course }: { course?: string }): Promise<Outcome> {
  const report = await withMigratedDatabase(({ db }) => exportAcademy({ db }, { root: resolve(folder), course }));
  const lines = report.courses.flatMap(({ slug, files, videosAtMux }) => [
    `${slug}: ${files} files`,
    ...videosAtMux.map((name) => `${slug}: the video ${name} stays at Mux; its files are not in the package`),
  ]);
  return { ok: true, text: [...lines, `Exported to ${report.root}`].join("\n"), json: report };
}
