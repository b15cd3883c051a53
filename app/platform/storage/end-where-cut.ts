import { finished, PassThrough, type Readable } from "node:stream";

/**
 * What comes of a source, ended where the source is cut or fails, even if that was before anybody read of it. For who
 * keeps what came so far, and would wait for ever for the end of a source that has none.
 */
export function endWhereCut(source: Readable): Readable {
  const kept = new PassThrough();
  finished(source, () => kept.end());
  source.pipe(kept, { end: false });
  return kept;
}
