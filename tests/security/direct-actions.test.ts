import { expect, test } from "vitest";
import { directActions } from "#app/direct-actions.ts";
import { declaredAccess, walkRoutes } from "./walk-routes.ts";

test("every action that is called without the router is that of a route, at the same address", async () => {
  const routes = new Map((await walkRoutes()).map(({ pattern, module }) => [pattern, module]));
  for (const [path, action] of Object.entries(directActions)) {
    expect(routes.get(path)?.action, path).toBe(action);
    expect(declaredAccess(action), path).toBeDefined();
  }
});
