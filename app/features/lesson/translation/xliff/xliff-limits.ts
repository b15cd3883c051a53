/** Bytes of an XLIFF file; the text of a long course takes a tenth of this. */
export const MOST_XLIFF_BYTES = 8 * 1024 * 1024;
