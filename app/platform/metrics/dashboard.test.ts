import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import "./measures.server.ts";
import { registry } from "./registry.server.ts";
import "./watch-database.server.ts";

const dashboardSchema = z.object({
  panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).default([]) })),
});

test("the dashboard asks for measures that there are, each of ours at least once", async () => {
  const text = await readFile(new URL("../../../deploy/grafana/maqdis.json", import.meta.url), "utf8");
  const asked = dashboardSchema
    .parse(JSON.parse(text))
    .panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))
    .flatMap((expr) => expr.match(/\b(?:maqdis|nodejs|process)_\w+/g) ?? [])
    .map((name) => name.replace(/_(?:bucket|count|sum)$/, ""));
  const there = registry.getMetricsAsArray().map(({ name }) => name);
  expect(asked.filter((name) => !there.includes(name))).toEqual([]);
  const ours = there.filter((name) => name.startsWith("maqdis_"));
  expect(ours.filter((name) => !asked.includes(name))).toEqual([]);
});
