import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { defaultLocale, isLocale } from "#app/platform/i18n/locales.ts";
import { readWords } from "#app/platform/i18n/read-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

async function start() {
  const { lang, dataset } = document.documentElement;
  const locale = isLocale(lang) ? lang : defaultLocale;
  const digits = dataset.digits === "latin" || dataset.digits === "eastern" ? dataset.digits : "automatic";
  const link = document.querySelector<HTMLLinkElement>("link[data-messages]");
  const answer = await fetch(link?.href ?? "");
  const words = readWords({ locale, digits, messages: await answer.json() });
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider value={words}>
          <HydratedRouter />
        </WordsProvider>
      </StrictMode>,
    );
  });
}

void start();
