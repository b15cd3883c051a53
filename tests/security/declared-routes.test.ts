import { beforeAll, expect, test } from "vitest";
import { declaredAccess, type WalkedRoute, walkRoutes } from "./walk-routes.ts";

let routes: WalkedRoute[] = [];

// The whole product is loaded for it, which takes its time.
beforeAll(async () => {
  routes = await walkRoutes();
});

test("every loader and action of every route is made by the wrapper that authorises and fails closed", () => {
  const undeclared = routes.flatMap(({ file, module }) =>
    ["loader", "action"]
      .filter((name) => module[name] !== undefined && declaredAccess(module[name]) === undefined)
      .map((name) => `${file}: ${name}`),
  );
  expect(undeclared).toEqual([]);
});

test("every route has a loader or an action, so that none is reached without an access said", () => {
  const silent = routes
    .filter(({ module }) => module.loader === undefined && module.action === undefined)
    .map(({ file }) => file);
  expect(silent).toEqual([]);
});

test("what lies below /teach and /admin, and one's own pages, are open to nobody who did not sign in", () => {
  const wrong = routes.flatMap(({ pattern, file, module }) => {
    const path = pattern.replace("/:locale?", "");
    const allowed = path.startsWith("/admin")
      ? ["admin"]
      : path.startsWith("/teach/invitations/")
        ? // Who is invited does not teach yet.
          ["signedIn"]
        : path.startsWith("/teach")
          ? ["teaching", "admin"]
          : path.startsWith("/account")
            ? ["signedIn"]
            : undefined;
    if (!allowed) return [];
    return [module.loader, module.action]
      .filter((value) => value !== undefined)
      .map((value) => declaredAccess(value) ?? "none")
      .filter((access) => !allowed.includes(access))
      .map((access) => `${file}: ${access}`);
  });
  expect(wrong).toEqual([]);
});
