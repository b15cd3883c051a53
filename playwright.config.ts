import { defineConfig } from "@playwright/test";
import { findChromium } from "#tests/setup/chromium.ts";

const launchOptions = await findChromium();

const CHANGES =
  /(teach-(lecture|quiz|course)|outline|lesson-(saving|editor)|admin-certificates|admin-orders|course-media|translation|release|whole-course|hostile)\.spec\.ts$/;

/** What an admin changes for the whole academy: these have an academy of their own, and walk through it one by one. */
const RUNNING = /running\/[^/]+\.spec\.ts$/;

export default defineConfig({
  testDir: "tests/e2e",
  // Emptied at each start: the reports of others lie beside it.
  outputDir: "test-results/journeys",
  globalSetup: "tests/e2e/start-academy.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  // What changes the sample courses comes after all that walks through them. Alone: --no-deps.
  projects: [
    { name: "running", testMatch: RUNNING, workers: 1 },
    { name: "journeys", testIgnore: [CHANGES, RUNNING] },
    { name: "changes", testMatch: CHANGES, dependencies: ["journeys"] },
  ],
  // The address is known to the processes that run the tests, which read this file after the academy has started.
  use: {
    baseURL: process.env.ACADEMY_ORIGIN,
    browserName: "chromium",
    launchOptions,
    actionTimeout: 20_000,
    screenshot: "only-on-failure",
  },
});
