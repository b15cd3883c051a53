/** In what a certificate can be downloaded: both main languages on one page, or one language. The first is usual. */
export const certificateForms = ["ar-en", "ar", "en", "fr", "es", "tr", "ur", "ms"] as const;

export type CertificateForm = (typeof certificateForms)[number];
