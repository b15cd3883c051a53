import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PartSelect } from "../../components/part-select.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { LabelText, PartText } from "../../components/question-text.tsx";
import { RightAnswer, Verdict } from "../../components/verdict.tsx";
import { withPart } from "../../components/with-part.ts";
import type { QuestionViewProps } from "../question-props.ts";
import type { CategoriseAnswer, CategoriseShown } from "./categorise.ts";

/** More categories than this are chosen from a list. */
const MOST_IN_SIGHT = 4;

type ItemProps = QuestionViewProps<CategoriseShown, CategoriseAnswer> & { item: CategoriseShown["items"][number] };

function ItemRadios({ item, shown, value, onChange, disabled, review, locale, id }: ItemProps) {
  const placed = value?.placed ?? {};
  const verdict = review?.grade.parts[item.id];
  const right = shown.categories.find((category) => category.id === review?.key?.placed[item.id]);
  const name = `${id}-${item.id}`;
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-text`}
      className="grid gap-1 rounded border border-line bg-surface p-3"
    >
      <div className="flex flex-wrap items-center gap-3">
        <PartText id={`${name}-text`} html={item.text} locale={locale} />
        <Verdict verdict={verdict} />
      </div>
      <div className="flex flex-wrap gap-x-6">
        {shown.categories.map((category) => (
          <label
            key={category.id}
            htmlFor={`${name}-${category.id}`}
            className="flex min-h-11 items-start gap-2.5 py-2"
          >
            <input
              id={`${name}-${category.id}`}
              type="radio"
              name={name}
              checked={placed[item.id] === category.id}
              disabled={disabled}
              onChange={() => onChange({ placed: withPart(placed, item.id, category.id) })}
              className="choice choice-radio"
            />
            <LabelText label={category.label} locale={locale} />
          </label>
        ))}
      </div>
      {right && verdict !== "right" && (
        <RightAnswer>
          <LabelText label={right.label} locale={locale} />
        </RightAnswer>
      )}
    </div>
  );
}

function ItemSelect({ item, shown, value, onChange, disabled, review, locale, id }: ItemProps) {
  const placed = value?.placed ?? {};
  return (
    <PartSelect
      id={`${id}-${item.id}`}
      label={<PartText html={item.text} locale={locale} />}
      options={shown.categories}
      value={placed[item.id]}
      onChange={(category) => onChange({ placed: withPart(placed, item.id, category) })}
      disabled={disabled}
      locale={locale}
      verdict={review?.grade.parts[item.id]}
      right={review?.key?.placed[item.id]}
    />
  );
}

export default function CategoriseView(props: QuestionViewProps<CategoriseShown, CategoriseAnswer>) {
  const { t } = useTranslation("quiz");
  const { shown, locale, id } = props;
  const Item = shown.categories.length > MOST_IN_SIGHT ? ItemSelect : ItemRadios;
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={t("view.chooseCategories")}>
      {shown.items.map((item) => (
        <Item key={item.id} item={item} {...props} />
      ))}
    </QuestionFrame>
  );
}
