import type { InitOptions, i18n } from "i18next";
import type { FormatChoice } from "./format.ts";
import { messageFormats } from "./message-formats.ts";

type Messages = Record<string, Record<string, unknown>>;

/** Settings of the server's i18next. Keys are `file:path.in.file`; a missing key shows itself. */
export function i18nOptions({ locale, messages }: { locale: string; messages: Messages }): InitOptions {
  return {
    lng: locale,
    fallbackLng: false,
    supportedLngs: false,
    ns: Object.keys(messages),
    defaultNS: "ui",
    resources: { [locale]: messages },
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  };
}

/** Makes i18next show numbers as `messageFormats` has them. */
export function addFormats(instance: i18n, language: Pick<FormatChoice, "locale" | "digits">): void {
  for (const [name, format] of messageFormats(language)) {
    instance.services.formatter?.add(name, (value) => format(Number(value)));
  }
}
