import type { Visitor } from "./visitors.ts";

/** One page as somebody meets it; `path` is without the language. */
export type VisitedPage = { path: string; by: Visitor; status?: number };

export const as = (by: Visitor, ...paths: string[]): VisitedPage[] => paths.map((path) => ({ path, by }));

/** For addresses that lead elsewhere, or only take what a form sends. */
export const nothingToSee: VisitedPage[] = [];
