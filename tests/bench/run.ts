// npm run bench: measures the built academy on a seeded database of its own and holds it against its budgets.
//   --only load|lectures|quiz|evening|certificates|backup|typing|queries|weight|lighthouse|recovery   that part alone (may be given several times)
//   --step WORD          of the load only the steps whose name holds WORD
//   --seconds N          how long each step of the load runs (8)
//   --watch-seconds N    how long 5,000 learners watch lectures (120)
//   --evening-minutes N  how long learners spend their evening (10)
//   --evening-learners N how many (1000)
//   --processes N        WEB_CONCURRENCY of the academy (1)
//   --json FILE          writes the figures there too
//   --node-option FLAG   for the academy's Node, such as --cpu-prof (may be given several times)
import "./environment.ts";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { migrateDatabase } from "#app/platform/db/migrate.server.ts";
import { type Academy, startAcademy, startPostgres } from "./academy.ts";
import { makeAdminSteps } from "./admin-steps.ts";
import { ask } from "./load.ts";
import { measureBackup } from "./measure-backup.ts";
import { measureCertificates } from "./measure-certificates.ts";
import { measureEvening } from "./measure-evening.ts";
import { measureLectures } from "./measure-lectures.ts";
import { measureLighthouse } from "./measure-lighthouse.ts";
import { measureStep } from "./measure-load.ts";
import { measureQueries } from "./measure-queries.ts";
import { measureQuiz } from "./measure-quiz.ts";
import { measureRecovery } from "./measure-recovery.ts";
import { measureTyping } from "./measure-typing.ts";
import { measureWeight } from "./measure-weight.ts";
import { memoryMegabytes } from "./processes.ts";
import { makeQuizSteps } from "./quiz-steps.ts";
import { describeMachine, printReport, type Report } from "./report.ts";
import { seedCatalogue } from "./seed-catalogue.ts";
import { seedLearners } from "./seed-learners.ts";
import { seedOversight } from "./seed-oversight.ts";
import { type Quizzes, seedQuizzes } from "./seed-quizzes.ts";
import { makeSteps, type Step } from "./steps.ts";

const parts = [
  ...["load", "lectures", "quiz", "evening", "certificates", "backup"],
  ...["typing", "queries", "weight", "lighthouse", "recovery"],
];
/** What needs no more than the sample academy. */
const smallParts = ["typing", "lighthouse", "weight"];

const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: parts },
    step: { type: "string", default: "" },
    seconds: { type: "string", default: "8" },
    "watch-seconds": { type: "string", default: "120" },
    "evening-minutes": { type: "string", default: "10" },
    "evening-learners": { type: "string", default: "1000" },
    processes: { type: "string", default: "1" },
    port: { type: "string", default: "4390" },
    json: { type: "string" },
    "node-option": { type: "string", multiple: true, default: [] },
  },
});

const MEMORY = { atRest: 250, peak: 500 };
const wants = (part: string) => options.only.includes(part);
const isWhole = options.only.some((part) => !smallParts.includes(part));
const say = (text: string) => process.stderr.write(`${text}\n`);

type Bench = {
  academy: Academy;
  connections: pg.Pool;
  postgres: Awaited<ReturnType<typeof startPostgres>>;
  /** Null where the database holds the sample academy alone. */
  quizzes: Quizzes | null;
  /** Megabytes of the server before anybody asked for anything. */
  atRest: number;
};

async function runLoad({ academy, postgres, atRest }: Bench, steps: Step[]): Promise<Partial<Report>> {
  const load = [];
  for (const step of steps) {
    say(`  ${step.name}`);
    const [first] = step.requestsOf(0);
    if (first) await ask(academy.origin, first);
    const seconds = Number(options.seconds);
    load.push(await measureStep(step, { academy, postgresPid: postgres.pid, seconds }));
  }
  const peak = Math.max(...load.map(({ memoryPeak }) => memoryPeak));
  return { load, memory: { atRest, peak, met: atRest < MEMORY.atRest && peak < MEMORY.peak } };
}

/** What is measured in a browser. */
async function measureInBrowser({ academy, postgres }: Bench): Promise<Partial<Report>> {
  const found: Partial<Report> = {};
  if (wants("weight")) found.weight = await measureWeight(academy.origin);
  if (wants("lighthouse")) found.lighthouse = await measureLighthouse(academy.origin);
  if (wants("typing")) {
    say("Typing…");
    found.typing = await measureTyping({ academy, url: postgres.url });
  }
  return found;
}

/** What is measured last: the academy is started anew, on a PostgreSQL that it keeps itself and that is killed. */
async function measureKilled({ academy, connections, postgres }: Bench): Promise<Partial<Report>> {
  if (!wants("recovery")) return {};
  say("Killing PostgreSQL…");
  await academy.stop();
  await connections.end();
  await postgres.end();
  return { recovery: await measureRecovery({ folder: postgres.folder, port: Number(options.port) }) };
}

async function measureOnSeed(bench: Bench, quizzes: Quizzes): Promise<Partial<Report>> {
  const { academy, connections, postgres } = bench;
  const { origin } = academy;
  const all = [
    ...(await makeSteps(connections, origin)),
    ...(await makeQuizSteps(quizzes, { connections, origin })),
    ...(await makeAdminSteps(connections)),
  ];
  const steps = all.filter(({ name }) => name.includes(options.step));
  const found: Partial<Report> = {};
  if (wants("queries")) {
    say("Counting queries…");
    found.queries = await measureQueries(steps, { origin, connections, logFile: postgres.logFile });
  }
  if (wants("load")) Object.assign(found, await runLoad(bench, steps));
  if (wants("lectures")) {
    say("Watching lectures…");
    const seconds = Number(options["watch-seconds"]);
    found.lectures = await measureLectures({ academy, postgresPid: postgres.pid, connections, seconds });
  }
  if (wants("quiz")) {
    say("Sitting a quiz…");
    found.quiz = await measureQuiz({ academy, postgresPid: postgres.pid, connections, quizzes });
  }
  if (wants("evening")) {
    say("Spending an evening…");
    const [minutes, learners] = [Number(options["evening-minutes"]), Number(options["evening-learners"])];
    const on = { academy, postgresPid: postgres.pid, connections, quizzes };
    found.evening = await measureEvening({ ...on, learners, minutes });
  }
  if (wants("certificates")) {
    say("Issuing certificates…");
    const { url, pid: postgresPid } = postgres;
    found.certificates = await measureCertificates({ academy, postgresPid, connections, url });
  }
  if (wants("backup")) {
    say("Backing up and restoring…");
    const { url, folder } = postgres;
    found.backup = await measureBackup({ connections, url, folder });
  }
  return found;
}

async function seed({ url, dataFolder }: { url: string; dataFolder: string }, connections: pg.Pool) {
  const begun = performance.now();
  say("Seeding…");
  await migrateDatabase({ url });
  if (isWhole) await seedCatalogue(connections);
  if (isWhole) await seedLearners(connections);
  if (isWhole) await seedOversight(connections);
  // The sample academy comes last, so that its courses stand first in the catalogue.
  execFileSync(process.execPath, ["bin/academy.ts", "import", "content"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataFolder },
  });
  const quizzes = isWhole ? await seedQuizzes(url, connections) : null;
  return { seeding: Math.round((performance.now() - begun) / 100) / 10, quizzes };
}

execFileSync(process.execPath, ["bin/build.ts", "--if-needed"], { stdio: "inherit" });
const postgres = await startPostgres();
const connections = new pg.Pool({ connectionString: postgres.url, max: 2 });
let academy: Academy | undefined;
try {
  const { url, folder } = postgres;
  const { seeding, quizzes } = await seed({ url, dataFolder: join(folder, "data") }, connections);
  const processes = Number(options.processes);
  academy = await startAcademy({
    url,
    folder,
    port: Number(options.port),
    processes,
    nodeOptions: options["node-option"],
  });
  const base: Report = { at: new Date().toISOString(), machine: describeMachine(), processes, seconds: { seeding } };
  await sleep(3_000);
  const atRest = memoryMegabytes(academy.pid);
  const bench: Bench = { academy, connections, postgres, quizzes, atRest };
  const onSeed = quizzes ? await measureOnSeed(bench, quizzes) : {};
  const report: Report = { ...base, ...onSeed, ...(await measureInBrowser(bench)), ...(await measureKilled(bench)) };
  process.stdout.write(`\n${printReport(report)}\n`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
} finally {
  await academy?.stop();
  if (!connections.ended) await connections.end();
  await postgres.stop();
}
