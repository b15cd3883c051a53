import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { placeInList } from "../verification/status-list-places.ts";

/** How many status lists the academy publishes: as many as its certificates reach into. */
export async function countStatusLists({ db }: Pick<UseCaseContext, "db">): Promise<number> {
  const { _max } = await db.certificate.aggregate({ _max: { statusPlace: true } });
  return _max.statusPlace === null ? 0 : placeInList(_max.statusPlace).list + 1;
}
