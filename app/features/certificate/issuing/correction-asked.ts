/** The reason that the audit log keeps where a correction was granted and neither who asked nor who granted said why. */
export const CORRECTION_ASKED = "correctionAsked";
