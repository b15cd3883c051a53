/** The largest video that is taken, in bytes. */
export const MAX_VIDEO_BYTES = 10 * 1_000 ** 3;

/** How long an upload may lie still before it is given up, in milliseconds. */
export const UPLOAD_PATIENCE_MS = 7 * 24 * 60 * 60 * 1_000;
