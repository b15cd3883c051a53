import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { PaperSlot } from "../../paper.ts";
import type { SlotReview } from "../../review-slot.server.ts";
import { QuestionText } from "../question-text.tsx";
import { QuestionView } from "../question-view.tsx";

type PreviewQuestionProps = {
  slot: PaperSlot;
  all: number;
  value: unknown;
  review: SlotReview | undefined;
  onChange: (value: unknown) => void;
};

/** One question of a preview, to be answered, or with what its answer earned. */
export function PreviewQuestion({ slot, all, value, review, onChange }: PreviewQuestionProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const points = t("quiz:view.points", { count: slot.points / 1_000 });
  const earned = review?.earned?.points;
  const number = { number: formats.number(slot.slot), all: formats.number(all) };
  return (
    <article
      aria-labelledby={`number-${slot.slot}`}
      className="grid min-w-0 grid-cols-1 gap-4 rounded border border-line bg-surface p-4 sm:p-6"
    >
      <div className="flex flex-wrap justify-between gap-3 text-ink-2 text-sm">
        <h2 id={`number-${slot.slot}`} className="font-semibold">
          {t("preview.question", number)}
        </h2>
        <span>
          {earned === undefined || earned === null
            ? points
            : t("preview.score", { points: formats.number(earned / 1_000), max: points })}
          {review && earned === null ? ` · ${t("preview.waits")}` : null}
        </span>
      </div>
      <QuestionView
        type={slot.type}
        id={`q${slot.slot}`}
        shown={slot.shown}
        value={value}
        onChange={onChange}
        disabled={review !== undefined}
        review={
          review
            ? { grade: { share: null, parts: review.parts ?? {}, remarks: [] }, key: review.key ?? null }
            : undefined
        }
        locale={locale}
      />
      {review?.remarks && review.remarks.length > 0 ? (
        <div className="grid gap-2 rounded-sm bg-tile-tint px-4 py-3">
          <p className="font-semibold">{t("preview.remarks")}</p>
          {review.remarks.map((remark) => (
            <QuestionText key={JSON.stringify(remark)} html={remark} locale={locale} />
          ))}
        </div>
      ) : null}
    </article>
  );
}
