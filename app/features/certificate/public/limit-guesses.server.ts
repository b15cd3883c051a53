import { ExpectedError } from "#app/platform/errors/errors.ts";
import { callerOf, countTry, type RateRule, refuseWhenSpent } from "#app/platform/http/rate-limit.server.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";

/** Serials that an address may ask for in vain. Of 31^15 serials it finds none so, however long it goes on. */
export const unknownSerials: RateRule = { name: "unknown-serials", points: 30, seconds: 600 };

/**
 * Looks up something by a serial, and counts for the address that asks when there is nothing: when `find` gives
 * undefined, or throws what answers 404. Throws `tooMany` once there was nothing too often, and then for what there is
 * as well, so that nobody learns anything by going on.
 */
export async function limitGuesses<Found>(
  { db, address }: Pick<UseCaseContext, "db"> & { address: string },
  find: () => Promise<Found>,
): Promise<Found> {
  const tries = { db, rule: unknownSerials, key: callerOf(address) };
  try {
    const found = await find();
    await (found === undefined ? countTry(tries) : refuseWhenSpent(tries));
    return found;
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 404) await countTry(tries);
    throw error;
  }
}
