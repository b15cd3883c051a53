import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Rule } from "../../rules/rule-schema.ts";

/** What finishing brings, in a sentence. */
export function useRuleSentence(): (rule: Pick<Rule, "rule" | "months" | "paid">) => string {
  const { t } = useTranslation("certificate-template");
  return ({ rule, months, paid }) => {
    if (rule === "none") return t("rules.sentence.none");
    const held = months === null ? t("rules.forEver") : t("rules.monthsHeld", { count: months });
    const sentence = t(`rules.sentence.${rule}`, { held });
    return paid ? `${sentence} ${t("rules.paidSentence")}` : sentence;
  };
}
