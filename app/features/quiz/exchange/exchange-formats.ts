export const importFormats = ["gift", "moodle-xml", "aiken", "qti", "yaml"] as const;
export const exportFormats = ["gift", "moodle-xml", "qti", "yaml"] as const;

export type ImportFormat = (typeof importFormats)[number];
export type ExportFormat = (typeof exportFormats)[number];

/** Bytes of a file of questions, zipped or not. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;
