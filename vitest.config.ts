import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    include: ["app/**/*.test.{ts,tsx}", "bin/**/*.test.ts", "tests/{durability,security,setup}/**/*.test.{ts,tsx}"],
    globalSetup: "tests/setup/postgres.ts",
    setupFiles: ["tests/setup/console.ts"],
    env: { NODE_ENV: "test", LOG_LEVEL: "silent", AUTH_SECRET: "a secret that only tests know, 32+" },
    // Enough for a machine that does three things at once: what hangs is noticed all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 2_000,
    maxWorkers: 2,
  },
});
