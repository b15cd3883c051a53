import { defineConfig } from "vitest/config";

// Tests that keep nothing beyond their file: rules, components, and use cases whose files have a database each. What
// changes the environment, keys or providers of its process is not among them.
const sharing = [
  "app/ui/**/*.test.{ts,tsx}",
  "app/features/**/!(*.server).test.{ts,tsx}",
  "app/features/{course,enrolment,gradebook,lesson,package,quiz,release,report,roster}/**/*.server.test.ts",
];

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
            "{app,bin}/**/*.test.{ts,tsx}",
            "tests/{deploy,durability,migrations,security,setup}/**/*.test.{ts,tsx}",
          ],
          exclude: sharing,
        },
      },
      // Modules are loaded once for all of them, which saves a third of the time.
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
    ],
  },
});
