import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PartSelect } from "../../components/part-select.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { PartText } from "../../components/question-text.tsx";
import { withPart } from "../../components/with-part.ts";
import type { QuestionViewProps } from "../question-props.ts";
import type { MatchingAnswer, MatchingShown } from "./matching.ts";

export default function MatchingView(props: QuestionViewProps<MatchingShown, MatchingAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const pairs = value?.pairs ?? {};
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={t("view.chooseMatches")}>
      {shown.premises.map((premise) => (
        <PartSelect
          key={premise.id}
          id={`${id}-${premise.id}`}
          label={<PartText html={premise.text} locale={locale} />}
          options={shown.responses}
          value={pairs[premise.id]}
          onChange={(response) => onChange({ pairs: withPart(pairs, premise.id, response) })}
          disabled={disabled}
          locale={locale}
          verdict={review?.grade.parts[premise.id]}
          right={review?.key?.pairs[premise.id]}
        />
      ))}
    </QuestionFrame>
  );
}
