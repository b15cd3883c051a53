import { createInstance } from "i18next";
import type { Loss, Reason } from "#app/features/quiz/exchange/exchanged-question.ts";
import { sayLoss, sayReason } from "#app/features/quiz/exchange/say-exchange.ts";
import question from "#app/locales/en/question-import.json" with { type: "json" };
import quiz from "#app/locales/en/quiz.json" with { type: "json" };

const instance = createInstance();
void instance.init({
  ...{ lng: "en", initAsync: false, defaultNS: "question-import", interpolation: { escapeValue: false } },
  resources: { en: { "question-import": question, quiz } },
});
const t = (key: string, values?: Record<string, string | number>) => instance.t(key, { ...values });

/** A loss in English, as the screens have it. */
export const lossInEnglish = (loss: Loss): string => sayLoss(t, loss);

/** A reason in English, as the screens have it. */
export const reasonInEnglish = (reason: Reason): string => sayReason(t, reason);
