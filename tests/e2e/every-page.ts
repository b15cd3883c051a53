import type { RouteConfigEntry } from "@react-router/dev/routes";
import routeConfig from "#app/routes.ts";
import { accountPages } from "./pages-account.ts";
import { adminPages } from "./pages-admin.ts";
import { openPages } from "./pages-open.ts";
import { teachPages } from "./pages-teach.ts";

/** The pages of each pattern of routes.ts, by those who meet them. Every pattern has its line. */
const pagesOf = { ...openPages, ...accountPages, ...teachPages, ...adminPages };

function patternsOf(entries: readonly RouteConfigEntry[], parent = ""): string[] {
  return entries.flatMap(({ path, index, children }) => {
    const pattern = path ? `${parent}/${path}` : parent;
    return [...(path || index ? [pattern] : []), ...patternsOf(children ?? [], pattern)];
  });
}

/** The patterns of all addresses that the academy answers. */
export async function allPatterns(): Promise<string[]> {
  return [...new Set(patternsOf(await routeConfig))];
}

/** The patterns of everything below the language segment, that is of all that people see. */
export async function pagePatterns(): Promise<string[]> {
  const patterns = patternsOf(await routeConfig).filter((pattern) => pattern.startsWith("/:locale?"));
  return [...new Set(patterns.map((pattern) => pattern.replace("/:locale?", "") || "/"))];
}

export const listedPatterns = Object.keys(pagesOf);
export const everyPage = Object.values(pagesOf).flat();
