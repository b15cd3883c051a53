export const importFormats = ["gift", "moodle-xml", "aiken", "qti", "yaml"] as const;
export const exportFormats = ["gift", "moodle-xml", "qti", "yaml"] as const;

export type ImportFormat = (typeof importFormats)[number];
export type ExportFormat = (typeof exportFormats)[number];

/** Bytes of a file of questions, zipped or not. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** The words beside an export that say what is not in it; no questions. */
export const LOSSES_FILE = "what-is-not-in-it.txt";
