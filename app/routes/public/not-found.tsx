import { notFound } from "#app/platform/errors/errors.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";

/** Every address that no other route has. */
export const loader = declareLoader({
  access: "anyone",
  load: () => {
    throw notFound();
  },
});

export default function NotFound() {
  return null;
}
