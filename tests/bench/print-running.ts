import type { BackupFigures } from "./measure-backup.ts";
import type { EveningFigures } from "./measure-evening.ts";
import type { RecoveryFigures } from "./measure-recovery.ts";
import { table } from "./report-table.ts";

/** How many, and which: 3 (503: 2, no answer: 1). */
function printErrors(errors: Record<string, number>): string {
  const all = Object.values(errors).reduce((sum, count) => sum + count, 0);
  if (all === 0) return "0";
  const each = Object.entries(errors).map(([status, count]) => `${status === "0" ? "no answer" : status}: ${count}`);
  return `${all} (${each.join(", ")})`;
}

function printMemory({ thirds, flat, rested, arrivedSeconds }: EveningFigures): string {
  const rows = thirds.map(({ name, server, postgres, heapLeast, cores }) => [
    ...[name, server, heapLeast, postgres, cores.server, cores.postgres, cores.bench],
  ]);
  const rest = rested && [
    ...["after half a minute of rest", rested.memory.server, rested.heap, rested.memory.postgres],
    ...[rested.cores.server, rested.cores.postgres, rested.cores.bench],
  ];
  const head = ["when", "server MB", "of it heap, least", "postgres MB"];
  return [
    table([...head, "server cores", "postgres cores", "bench cores"], rest ? [...rows, rest] : rows),
    `Thirds of the time after ${arrivedSeconds} s, when all had come. Memory of the server is ${flat ? "flat" : "NOT flat"}.`,
  ].join("\n");
}

export function printEvening(figures: EveningFigures): string {
  const { learners, seconds, steps, kept } = figures;
  const rows = steps.map(({ name, count, perSecond, p50, p95, p99, errors }) => [
    ...[name, count, perSecond, p50, p95, p99, printErrors(errors)],
  ]);
  return [
    `A study evening of ${learners} learners, ${seconds} s`,
    table(["step", "asked", "per second", "p50 ms", "p95 ms", "p99 ms", "errors"], rows),
    printMemory(figures),
    `${kept.acknowledged} answers acknowledged, ${kept.found} of them in the database`,
  ].join("\n\n");
}

export function printRecovery({ perSecond, sent, kills, kept }: RecoveryFigures): string {
  const rows = kills.map(({ notServed, acceptsMs, backMs }, index) => [index + 1, notServed, acceptsMs, backMs]);
  return [
    `PostgreSQL killed under ${perSecond} requests a second of reads and writes: ${sent} in all`,
    table(["kill", "not served", "ms until PostgreSQL takes connections", "ms until a write went well"], rows),
    `${kept.acknowledged} writes acknowledged, ${kept.missing} of them missing`,
  ].join("\n\n");
}

export function printBackup({ academy, archives }: BackupFigures): string {
  const rows = archives.map(({ name, backup, megabytes, restore, missing }) => [
    ...[name, backup.seconds, backup.megabytes, megabytes, restore.seconds, restore.megabytes, missing],
  ]);
  const head = ["archive", "backup s", "memory MB", "archive MB", "restore s", "memory MB", "rows missing"];
  return [
    `Backup of ${academy.rows} rows and ${academy.files} files (database ${academy.megabytes} MB), read back, and put into an empty database`,
    table(head, rows),
  ].join("\n\n");
}
