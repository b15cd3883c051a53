import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Blank, PrintFrame } from "../../components/print-parts.tsx";
import { PartText } from "../../components/question-text.tsx";
import type { QuestionPrintProps } from "../question-props.ts";
import type { OrderingAnswer, OrderingShown } from "./ordering.ts";

export default function OrderingPrint({ shown, answer, locale }: QuestionPrintProps<OrderingShown, OrderingAnswer>) {
  const { t } = useTranslation("quiz");
  const formats = useFormats();
  return (
    <PrintFrame stem={shown.stem} locale={locale} hint={t("print.writeOrder")}>
      <ul className="grid gap-2">
        {shown.items.map((item) => (
          <li key={item.id} className="flex items-end gap-3">
            <Blank>{answer && formats.number(answer.order.indexOf(item.id) + 1)}</Blank>
            <PartText html={item.text} locale={locale} />
          </li>
        ))}
      </ul>
    </PrintFrame>
  );
}
