import { defineConfig } from "vitest/config";

const around = ["app/{platform,routes}/**/*.test.{ts,tsx}", "app/*.test.{ts,tsx}", "bin/**/*.test.ts"];
const whole = ["tests/{durability,security,setup}/**/*.test.{ts,tsx}"];

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
    maxWorkers: 2,
    projects: [
      // What changes the environment of its process or stands for the clock of all has a process of its own.
      { extends: true, test: { name: "around", include: [...around, ...whole] } },
      // The features hold nothing but what belongs to a database, and each file has its own: modules are loaded once.
      { extends: true, test: { name: "features", include: ["app/{features,ui}/**/*.test.{ts,tsx}"], isolate: false } },
    ],
  },
});
