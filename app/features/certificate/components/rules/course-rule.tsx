import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { Rule } from "../../rules/rule-schema.ts";
import { useRuleSentence } from "./rule-sentence.tsx";

type CourseRuleProps = {
  rule: Pick<Rule, "rule" | "months" | "paid">;
  /** Where an admin changes it. */
  changeAt: string | null;
};

/** One line for those who teach a course: what finishing it brings. */
export function CourseRule({ rule, changeAt }: CourseRuleProps) {
  const { t } = useTranslation("certificate-template");
  const sentence = useRuleSentence();
  return (
    <p className="mb-8 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
      <Icon name="certificate" className="size-5 flex-none" />
      <span>{sentence(rule)}</span>
      {changeAt ? (
        <Link to={changeAt} className="inline-flex min-h-11 items-center sm:min-h-0">
          {t("rules.change")}
        </Link>
      ) : null}
    </p>
  );
}
