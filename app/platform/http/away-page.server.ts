import type { Locale } from "#app/platform/i18n/locales.ts";
export const awayPage = (locale: Locale) => `<!doctype html><html lang="${locale}"><title>Maqdis</title>`;
