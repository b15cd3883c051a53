import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import type { AcceptedText } from "../../question-types/short-text/accept-text.ts";
import { type TextRule, textRules } from "../../question-types/short-text/normalise-text.ts";
import { at, type Bound, controlId } from "./bound.ts";
import { CheckField, LineField, ShareField } from "./fields.tsx";
import { MoreFields } from "./more-fields.tsx";
import { PartList } from "./part-list.tsx";
import { OptionalTranslatedField } from "./translated-field.tsx";

type AcceptedTextsProps = { accepted: Bound<AcceptedText[]>; strict: Bound<TextRule[] | undefined> };

/** The ways of writing an answer that earn something, and what its author insists on. */
export function AcceptedTexts({ accepted, strict }: AcceptedTextsProps) {
  const { t } = useTranslation("question");
  const labels: Record<TextRule, string> = {
    marks: t("strictMarks"),
    letters: t("strictLetters"),
    case: t("strictCase"),
    accents: t("strictAccents"),
    punctuation: t("strictPunctuation"),
  };
  const chosen = strict.value ?? [];
  const set = (rule: TextRule, isStrict: boolean) => {
    const next = textRules.filter((other) => (other === rule ? isStrict : chosen.includes(other)));
    strict.onChange(next.length === 0 ? undefined : next);
  };
  return (
    <>
      <PartList
        field={accepted}
        legend={t("accepted")}
        nameOf={(number) => t("answer", { number })}
        addLabel={t("addAnswer")}
        fresh={(id) => ({ id, text: "" })}
      >
        {(answer) => (
          <>
            <LineField field={at(answer, "text")} label={t("text")} />
            <MoreFields part={answer} keys={["pattern", "share", "remark"]}>
              <CheckField field={at(answer, "pattern")} label={t("pattern")} hint={t("patternHint")} />
              <ShareField field={at(answer, "share")} label={t("share")} />
              <OptionalTranslatedField field={at(answer, "remark")} legend={t("remark")} />
            </MoreFields>
          </>
        )}
      </PartList>
      <fieldset className="grid min-w-0">
        <legend className="font-semibold">{t("strict")}</legend>
        {textRules.map((rule) => (
          <Checkbox
            key={rule}
            id={controlId(strict.path, rule)}
            name={controlId(strict.path, rule)}
            label={labels[rule]}
            checked={chosen.includes(rule)}
            onChange={(event) => set(rule, event.target.checked)}
          />
        ))}
      </fieldset>
    </>
  );
}
