import { globSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** What a test file says that changes its process for those that come after it. */
const CHANGES_ITS_PROCESS = [
  // Its modules, globals and clock.
  /\bvi\.(mock|hoisted|spyOn|stub\w+|resetModules|useFakeTimers)/,
  // Keys and providers.
  /process\.env|\benv\.\w+ = |\b(set|unset)\w+(Url|Keys)\(|\bopenTest(Stripe|Bucket)\(|"#tests\/fakes\/|SMTP/,
  // What it remembers, and whom it hears and serves.
  /\bforget\w+\(|\blisten\(|\bstartListening\(/,
];

// Tests of rules, components, and use cases whose files have a database each. Those that keep nothing beyond their file
// share a process for each worker: modules are loaded once for all of them, which saves a third of the time.
const ofTheHouse = ["app/ui/**", "app/platform/**", "app/features/**", "app/routes/**"].map(
  (folder) => `${folder}/*.test.{ts,tsx}`,
);
const changing = globSync(ofTheHouse).filter((file) => {
  const said = readFileSync(file, "utf8");
  return CHANGES_ITS_PROCESS.some((change) => change.test(said));
});

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    globalSetup: "tests/setup/postgres.ts",
    setupFiles: ["tests/setup/console.ts"],
    env: { NODE_ENV: "test", LOG_LEVEL: "silent", AUTH_SECRET: "a secret that only tests know, 32+" },
    // Enough for a machine that does three things at once: what hangs is noticed all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 2_000,
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: "alone",
          include: [
            "bin/**/*.test.ts",
            "tests/{deploy,durability,migrations,security,setup}/**/*.test.ts",
            ...changing,
          ],
        },
      },
      { extends: true, test: { name: "sharing", include: ofTheHouse, exclude: changing, isolate: false } },
    ],
  },
});
