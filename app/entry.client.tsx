import { createInstance } from "i18next";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { addFormats, i18nOptions } from "#app/platform/i18n/i18n-options.ts";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

async function start() {
  const { lang, dataset } = document.documentElement;
  const locale = isLocale(lang) ? lang : defaultLocale;
  const digits = dataset.digits === "latin" || dataset.digits === "eastern" ? dataset.digits : "automatic";
  const link = document.querySelector<HTMLLinkElement>("link[data-messages]");
  const answer = await fetch(link?.href ?? "");
  const messages: Record<string, Record<string, unknown>> = await answer.json();
  const i18n = createInstance();
  await i18n.init(i18nOptions({ locale, messages }));
  addFormats(i18n, { locale, digits });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider value={i18n}>
          <HydratedRouter />
        </WordsProvider>
      </StrictMode>,
    );
  });
}

void start();
