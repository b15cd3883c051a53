import type { RouteConfigEntry } from "@react-router/dev/routes";
import { z } from "zod";
import { type Access, accessLevels } from "#app/platform/access/access.ts";
import routeConfig from "#app/routes.ts";

export type WalkedRoute = {
  /** The file below app/. */
  file: string;
  /** The whole pattern: `/:locale?/courses/:course`. */
  pattern: string;
  module: Record<string, unknown>;
};

const modules = import.meta.glob<Record<string, unknown>>(["../../app/routes/**/*.{ts,tsx}", "!**/*.test.*"]);

async function walk(entries: RouteConfigEntry[], parent: string): Promise<WalkedRoute[]> {
  const walked: WalkedRoute[] = [];
  for (const { file, path, children } of entries) {
    const pattern = path ? `${parent}/${path}` : parent;
    const load = modules[`../../app/${file}`];
    if (!load) throw new Error(`${file} is in routes.ts and not on disk`);
    walked.push({ file, pattern: pattern || "/", module: await load() });
    walked.push(...(await walk(children ?? [], pattern)));
  }
  return walked;
}

/** Every route of routes.ts with its module. */
export async function walkRoutes(): Promise<WalkedRoute[]> {
  return walk(await routeConfig, "");
}

/** Every file below app/routes, as routes.ts would name it. */
export function routeFiles(): string[] {
  return Object.keys(modules).map((path) => path.replace("../../app/", ""));
}

const declaredSchema = z.object({ access: z.enum(accessLevels), intents: z.array(z.string()).optional() });

/** What a form may ask an action for; one that declares nothing does one thing, which has no name. */
export function declaredIntents(value: unknown): string[] {
  const declared = typeof value === "function" && "declared" in value ? value.declared : undefined;
  return declaredSchema.safeParse(declared).data?.intents ?? [""];
}

/** The access that a loader or action declares; undefined when it was not made by the wrapper. */
export function declaredAccess(value: unknown): Access | undefined {
  if (typeof value !== "function" || !("declared" in value)) return undefined;
  return declaredSchema.safeParse(value.declared).data?.access;
}
