import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { openWords } from "#app/platform/i18n/load-words.ts";
import { WordsProvider } from "#app/platform/i18n/use-translation.ts";

async function start() {
  const words = await openWords();
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
