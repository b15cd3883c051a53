import { redirect } from "react-router";
import { ExpectedError } from "#app/platform/errors/errors.ts";
import type { UseCaseContext } from "#app/platform/http/request-context.server.ts";
import { findMovedAddress } from "./find-learner-course.server.ts";

/**
 * Runs `find`; where it finds nothing at an address that a course or lesson once had, throws a redirect to the one
 * it has now. `href` keeps the language of the address.
 */
export async function followMoves<T>(
  ctx: Pick<UseCaseContext, "db">,
  { href, ...address }: { course: string; lesson?: string; href: (path: string) => string },
  find: () => Promise<T>,
): Promise<T> {
  try {
    return await find();
  } catch (error) {
    const lost = error instanceof ExpectedError && error.status === 404;
    const moved = lost ? await findMovedAddress(ctx, address) : undefined;
    if (!moved) throw error;
    throw redirect(href(`/learn/${moved.course}${moved.lesson === undefined ? "" : `/${moved.lesson}`}`));
  }
}
