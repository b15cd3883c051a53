import type { HeadersArgs } from "react-router";

/** A page's `headers`: lets through what its action or an error answered with, such as Retry-After. */
export function passHeaders({ actionHeaders, errorHeaders }: HeadersArgs): Headers {
  return errorHeaders ?? actionHeaders;
}
