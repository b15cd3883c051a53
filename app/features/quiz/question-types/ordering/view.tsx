import { useEffect, useRef, useState } from "react";
import type { Locale, Translated } from "#app/platform/i18n/locales.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { QuestionFrame } from "../../components/question-frame.tsx";
import { PartText } from "../../components/question-text.tsx";
import { type PartVerdict, RightAnswer, Verdict } from "../../components/verdict.tsx";
import type { QuestionViewProps } from "../question-props.ts";
import type { OrderingAnswer, OrderingShown } from "./ordering.ts";

/** The order with one item a place nearer to the beginning (-1) or the end (1). */
function moved(order: readonly string[], index: number, by: -1 | 1): string[] {
  const next = [...order];
  const [item] = next.splice(index, 1);
  if (item !== undefined) next.splice(index + by, 0, item);
  return next;
}

type ItemProps = {
  name: string;
  text: Translated;
  locale: Locale;
  place: number;
  last: boolean;
  disabled: boolean;
  verdict: PartVerdict | undefined;
  onMove: (by: -1 | 1) => void;
};

function Item({ name, text, locale, place, last, disabled, verdict, onMove }: ItemProps) {
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  const button = (by: -1 | 1, atEnd: boolean) => (
    <Button
      type="button"
      kind="quiet"
      id={`${name}${by < 0 ? "-up" : "-down"}`}
      className="px-0"
      aria-describedby={`${name}-text`}
      // Not disabled: the button that has just been pressed would lose the focus.
      aria-disabled={atEnd}
      onClick={() => !atEnd && onMove(by)}
    >
      <Icon name="chevron-down" className={by < 0 ? "size-5 rotate-180" : "size-5"} />
      <VisuallyHidden>{by < 0 ? t("view.moveUp") : t("view.moveDown")}</VisuallyHidden>
    </Button>
  );
  return (
    <li className="flex items-center gap-3 rounded border border-line-strong bg-surface p-2 ps-4">
      <span aria-hidden="true" className="min-w-6 text-ink-2">
        {formats.number(place)}
      </span>
      <PartText id={`${name}-text`} html={text} locale={locale} />
      <Verdict verdict={verdict} />
      {!disabled && (
        <div className="flex flex-none gap-1">
          {button(-1, place === 1)}
          {button(1, last)}
        </div>
      )}
    </li>
  );
}

export default function OrderingView(props: QuestionViewProps<OrderingShown, OrderingAnswer>) {
  const { shown, value, onChange, disabled, review, locale, id } = props;
  const { t } = useTranslation("quiz");
  const [said, setSaid] = useState("");
  const focus = useRef<string>(null);
  const given = value?.order ?? [];
  const order = given.length > 0 ? given : shown.items.map((item) => item.id);
  const texts = new Map(shown.items.map((item) => [item.id, item.text]));
  // Moving an item within the list takes the focus from its buttons.
  useEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const move = (item: string, index: number, by: -1 | 1) => {
    focus.current = `${id}-${item}${by < 0 ? "-up" : "-down"}`;
    setSaid(t("view.movedTo", { place: index + by + 1, all: order.length }));
    onChange({ order: moved(order, index, by) });
  };
  return (
    <QuestionFrame id={id} stem={shown.stem} locale={locale} hint={t("view.putInOrder")}>
      <ol className="grid gap-2">
        {order.map((item, index) => (
          <Item
            key={item}
            name={`${id}-${item}`}
            text={texts.get(item) ?? {}}
            locale={locale}
            place={index + 1}
            last={index === order.length - 1}
            disabled={disabled}
            verdict={review?.grade.parts[item]}
            onMove={(by) => move(item, index, by)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      {!disabled && given.length === 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-2 text-sm">{t("view.notOrdered")}</p>
          <Button type="button" kind="quiet" onClick={() => onChange({ order })}>
            {t("view.keepOrder")}
          </Button>
        </div>
      )}
      {review?.key && review.grade.share !== 1 && (
        <RightAnswer>
          <ol className="list-decimal ps-8">
            {review.key.order.map((item) => (
              <li key={item}>
                <PartText html={texts.get(item) ?? {}} locale={locale} />
              </li>
            ))}
          </ol>
        </RightAnswer>
      )}
    </QuestionFrame>
  );
}
