import { constants } from "node:zlib";

/** A window of 256 KB holds any page of ours whole; the usual one, of 4 MB, takes memory by the megabyte for each. */
const WINDOW_BITS = 18;

/** How to compress something of `size` bytes with brotli; `quality` from 0 to 11. */
export function brotliParams({ quality, size }: { quality: number; size: number }): Record<number, number> {
  return {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}
