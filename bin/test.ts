// npm test: every check of the house, and at the end one line of how many passed and failed.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, resolve } from "node:path";
import { z } from "zod";

type Outcome = { passed: number; failed: number };

const env = {
  ...process.env,
  PATH: `${resolve("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
  // Hundreds of processes load the same modules: what one has compiled the others need not.
  NODE_COMPILE_CACHE: resolve("node_modules/.cache/compiled"),
};
const RESULTS = "test-results";

function run(command: string, args: string[]): SpawnSyncReturns<Buffer> {
  process.stdout.write(`\n▸ ${command} ${args.join(" ")}\n`);
  return spawnSync(command, args, { stdio: "inherit", env });
}

const outcomeOf = (ok: boolean): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

function check(command: string, ...args: string[]): Outcome {
  return outcomeOf(run(command, args).status === 0);
}

/** Runs a check beside others: what it says is printed in one piece once it is over. */
function checkBeside([command, ...args]: readonly [string, ...string[]]): Promise<Outcome> {
  const { promise, resolve: end } = Promise.withResolvers<Outcome>();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env });
  const said: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => said.push(part));
  child.stderr.on("data", (part: Buffer) => said.push(part));
  child.once("error", (error) => said.push(Buffer.from(`${error.message}\n`)));
  child.once("close", (status) => {
    process.stdout.write(`\n▸ ${command} ${args.join(" ")}\n${Buffer.concat(said).toString()}`);
    end(outcomeOf(status === 0));
  });
  return promise;
}

/** Runs checks that do not touch each other, one for each processor at a time. */
async function checkAll(checks: readonly (readonly [string, ...string[]])[]): Promise<Outcome[]> {
  const waiting = [...checks];
  const outcomes: Outcome[] = [];
  const goOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await checkBeside(next));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, goOn));
  return outcomes;
}

const unitReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
const journeyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

function readReport<Report>(file: string, schema: z.ZodType<Report>): Report | undefined {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}

/** A runner that failed without a failing test (a file that does not load, say) counts as one failure. */
function withRunner(status: number | null, outcome: Outcome | undefined): Outcome {
  if (!outcome) return { passed: 0, failed: 1 };
  return status !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function unitTests(): Outcome {
  const file = `${RESULTS}/unit.json`;
  const { status } = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`]);
  const report = readReport(file, unitReport);
  return withRunner(status, report && { passed: report.numPassedTests, failed: report.numFailedTests });
}

function journeys(): Outcome {
  const { status } = run("playwright", ["test"]);
  const stats = readReport(`${RESULTS}/e2e.json`, journeyReport)?.stats;
  return withRunner(status, stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const outcomes = [
  check("prisma", "generate"),
  check("react-router", "typegen"),
  // Those that take longest come first.
  ...(await checkAll([
    ["depcruise", "--config", ".dependency-cruiser.cjs", "app", "bin", "tests"],
    ["node", "bin/build.ts", "--generated"],
    ["node", "node_modules/typescript-native/bin/tsc"],
    ["knip"],
    ["biome", "check", "."],
  ])),
  unitTests(),
  journeys(),
];

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
