import { cpus, totalmem } from "node:os";
import type { BackupFigures } from "./measure-backup.ts";
import type { CertificateFigures } from "./measure-certificates.ts";
import type { EveningFigures } from "./measure-evening.ts";
import type { LectureFigures } from "./measure-lectures.ts";
import type { LighthouseScores } from "./measure-lighthouse.ts";
import type { StepFigures } from "./measure-load.ts";
import type { PageQueries } from "./measure-queries.ts";
import type { QuizFigures } from "./measure-quiz.ts";
import type { RecoveryFigures } from "./measure-recovery.ts";
import type { TypingFigures } from "./measure-typing.ts";
import type { PageWeight } from "./measure-weight.ts";
import { printBackup, printEvening, printRecovery } from "./print-running.ts";
import { table, verdict } from "./report-table.ts";

export type Report = {
  at: string;
  machine: { cpu: string; cores: number; memoryGigabytes: number; node: string };
  processes: number;
  seconds?: { seeding: number };
  memory?: { atRest: number; peak: number; met: boolean };
  load?: StepFigures[];
  lectures?: LectureFigures;
  quiz?: QuizFigures;
  evening?: EveningFigures;
  certificates?: CertificateFigures;
  backup?: BackupFigures;
  recovery?: RecoveryFigures;
  typing?: TypingFigures;
  queries?: PageQueries[];
  weight?: PageWeight[];
  lighthouse?: LighthouseScores[];
};

export function describeMachine(): Report["machine"] {
  const [first] = cpus();
  const memoryGigabytes = Math.round(totalmem() / 2 ** 30);
  return { cpu: first?.model ?? "unknown", cores: cpus().length, memoryGigabytes, node: process.version };
}

function budgetOf({ budget: { requestsPerSecond, p95 } }: StepFigures): string {
  const parts = [requestsPerSecond && `${requestsPerSecond}/s`, p95 && `p95 ${p95} ms`].filter(Boolean);
  return parts.join(", ") || "none";
}

/** Processor time of the server for one request, in milliseconds. */
function serverMs({ cpu, requestsPerSecond }: StepFigures): number {
  return Math.round((cpu.server * 100_000) / Math.max(1, requestsPerSecond)) / 100;
}

function printLoad(steps: StepFigures[]): string {
  const head = [
    "what",
    "per second",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "errors",
    "KB",
    "budget",
    "",
    "server",
    "postgres",
    "bench",
    "server ms",
  ];
  const rows = steps.map((step) => {
    const { cpu, ...figures } = step;
    const times = [figures.requestsPerSecond, figures.p50, figures.p95, figures.p99, figures.errors, figures.kilobytes];
    const met = budgetOf(step) === "none" ? "" : verdict(step.met);
    return [step.name, ...times, budgetOf(step), met, cpu.server, cpu.postgres, cpu.bench, serverMs(step)];
  });
  const kept = steps.flatMap(({ name, kept: counted }) =>
    counted ? `${name}: ${counted.acknowledged} acknowledged, ${counted.found} of them in the database` : [],
  );
  return [
    "Load (server, postgres, bench: cores kept busy; server ms: its processor time for one request)",
    table(head, rows),
    ...kept,
  ].join("\n");
}

function printLectures({ cpu, kept, ...figures }: LectureFigures): string {
  const { learners, seconds, sent, perSecond, p50, p95, p99, errors, singleRowUpsert, met } = figures;
  const head = ["per second", "p50 ms", "p95 ms", "p99 ms", "errors", "", "server", "postgres", "bench"];
  const row = [perSecond, p50, p95, p99, errors, verdict(met), cpu.server, cpu.postgres, cpu.bench];
  return [
    `${learners} learners who watch lectures for ${seconds} s, each telling every 15 s: ${sent} beats`,
    table(head, [row]),
    `${kept.acknowledged} acknowledged, ${kept.found} of them in the database`,
    `A beat is an upsert of one row by its primary key: ${singleRowUpsert ? "yes" : "no"}`,
  ].join("\n");
}

function printQuiz({ learners, starting, answering, kept, memoryPeak }: QuizFigures): string {
  const head = ["what", "asked", "per second", "p50 ms", "p95 ms", "p99 ms", "errors", "", "server", "postgres"];
  const rows = Object.entries({ starting, answering }).map(([name, { cpu, met, ...phase }]) => {
    const { asked, perSecond, p50, p95, p99, errors } = phase;
    return [name, asked, perSecond, p50, p95, p99, errors, verdict(met), cpu.server, cpu.postgres];
  });
  return [
    `${learners} learners who begin one quiz within 30 s, and then each save an answer every 10 s for a minute`,
    table(head, rows),
    `${kept.acknowledged} answers acknowledged, ${kept.found} of them in the database; ${memoryPeak} MB`,
  ].join("\n");
}

function printQueries(pages: PageQueries[]): string {
  const rows = pages.map(({ name, fewest, most, met, queries }) => {
    const ms = queries.reduce((sum, query) => sum + query.ms, 0);
    const indexes = new Set(queries.flatMap((query) => query.indexes));
    const whole = new Set(queries.flatMap((query) => query.readWhole));
    return [name, `${fewest} to ${most}`, ms.toFixed(2), indexes.size, [...whole].join(" ") || "none", verdict(met)];
  });
  const head = ["what", "queries", "ms of the longest list", "indexes used", "small tables read whole", ""];
  return ["Queries for one page", table(head, rows)].join("\n");
}

function printWeight(pages: PageWeight[]): string {
  const rows = pages.map(({ name, locale, kilobytes: k, withoutMedia, fontFiles, met }) => {
    return [
      `${name}, ${locale}`,
      k.html,
      k.css,
      k.js,
      `${k.fonts} (${fontFiles})`,
      k.json,
      k.images,
      withoutMedia,
      verdict(met),
    ];
  });
  const head = ["first visit, KB", "html", "css", "js", "fonts (files)", "json", "images", "without media", ""];
  return [table(head, rows)].join("\n");
}

function printLighthouse(pages: LighthouseScores[]): string {
  const rows = pages.map(({ name, scores, metrics, met }) => [
    name,
    ...["performance", "accessibility", "best-practices", "seo"].map((id) => scores[id] ?? 0),
    ...Object.values(metrics),
    verdict(met),
  ]);
  const head = [
    "Lighthouse, phone, ar",
    "performance",
    "accessibility",
    "practices",
    "seo",
    "FCP",
    "LCP",
    "TBT",
    "CLS",
    "",
  ];
  const findings = pages.flatMap(({ name, findings: all }) => all.map((finding) => `  ${name}: ${finding}`));
  return [table(head, rows), ...findings].join("\n");
}

function printCertificates({ batch, single, pdf, memory, cpu }: CertificateFigures): string {
  const rows = [
    [
      `${batch.certificates} in a batch: signed, with PDF and mail`,
      `${batch.seconds} s`,
      "",
      "60 s",
      verdict(batch.met),
    ],
    ["of that, until all records were there", `${batch.recordedSeconds} s`, "", "none", ""],
    ["one, from its issue until it is signed, with PDF", `${single.p50} ms`, `${single.p95} ms`, "none", ""],
    [
      "first download of a form, for which its PDF is made",
      `${pdf.p50} ms`,
      `${pdf.p95} ms`,
      "100 ms",
      verdict(pdf.met),
    ],
  ];
  const used = `Server ${memory.before} MB before the batch, ${memory.peak} MB at most; cores: server ${cpu.server}, postgres ${cpu.postgres}`;
  return `${table(["certificates", "p50", "p95", "budget", ""], rows)}\n${used}`;
}

function printTyping({ lesson, places }: TypingFigures): string {
  const { words, blocks, notes } = lesson;
  const rows = places.map(({ place, keys, p50, p95, p99, most, met }) => [
    ...[place, keys, p50, p95, p99, most, "p95 50 ms", verdict(met)],
  ]);
  return [
    `Typing in a lesson of ${words} words, ${blocks} blocks and ${notes} notes: from the key to the frame with it`,
    table(["place", "keys", "p50 ms", "p95 ms", "p99 ms", "most", "budget", ""], rows),
  ].join("\n");
}

/** The report as tables for a person to read. */
export function printReport(report: Report): string {
  const { machine, memory } = report;
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, Node ${machine.node}, processes: ${report.processes}`,
    memory && `Memory of the server: ${memory.atRest} MB at rest, ${memory.peak} MB at most (${verdict(memory.met)})`,
    report.load && printLoad(report.load),
    report.lectures && printLectures(report.lectures),
    report.quiz && printQuiz(report.quiz),
    report.evening && printEvening(report.evening),
    report.certificates && printCertificates(report.certificates),
    report.backup && printBackup(report.backup),
    report.recovery && printRecovery(report.recovery),
    report.typing && printTyping(report.typing),
    report.queries && printQueries(report.queries),
    report.weight && printWeight(report.weight),
    report.lighthouse && printLighthouse(report.lighthouse),
  ]
    .filter(Boolean)
    .join("\n\n");
}
