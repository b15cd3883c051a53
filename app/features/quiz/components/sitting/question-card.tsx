import { memo } from "react";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Icon } from "#app/ui/icon.tsx";
import type { QuestionViewProps } from "../../question-types/question-props.ts";
import { QuestionView } from "../question-view.tsx";
import { usePoints } from "../use-points.ts";
import type { AnswerState } from "./answer-book.ts";
import { SaveMark } from "./save-mark.tsx";
import type { OpenAttempt } from "./use-sitting.ts";

type QuestionCardProps = {
  slot: OpenAttempt["slots"][number];
  /** How many questions the paper has. */
  all: number;
  value: unknown;
  state: AnswerState;
  flagged: boolean;
  disabled: boolean;
  onEdit: (slot: number, value: unknown) => void;
  /** Not where there is no coming back. */
  onFlag?: (slot: number) => void;
  uploads: QuestionViewProps<unknown, unknown>["uploads"];
};

/** Where the links to a question lead. */
export const questionAnchor = (slot: number) => `question-${slot}`;

/** One question of a paper with all that stands around it. Drawn again only when something of its own changes. */
export const QuestionCard = memo(function QuestionCard(props: QuestionCardProps) {
  const { slot, all, value, state, flagged, disabled, onEdit, onFlag, uploads } = props;
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const points = usePoints();
  const anchor = questionAnchor(slot.slot);
  return (
    <Card as="section" aria-labelledby={anchor} className="grid gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={anchor} tabIndex={-1} className="sitting-anchor font-semibold">
          {t("sit.questionOf", { number: slot.slot, all })}
        </h3>
        <span className="text-ink-2 text-sm">{points.some(slot.points)}</span>
      </div>
      <QuestionView
        type={slot.type}
        shown={slot.shown}
        value={value ?? null}
        onChange={(answer) => onEdit(slot.slot, answer)}
        disabled={disabled}
        locale={locale}
        id={`q${slot.slot}`}
        uploads={uploads}
      />
      {state === "late" || state === "refused" ? (
        <p className="rounded-sm bg-gold-tint px-4 py-3 text-sm">{t(`sit.${state}Hint`)}</p>
      ) : null}
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-line border-t pt-2">
        {onFlag ? <FlagButton flagged={flagged} onFlag={() => onFlag(slot.slot)} /> : <span />}
        <SaveMark state={state} />
      </div>
    </Card>
  );
});

function FlagButton({ flagged, onFlag }: { flagged: boolean; onFlag: () => void }) {
  const { t } = useTranslation("sitting");
  return (
    <button
      type="button"
      aria-pressed={flagged}
      onClick={onFlag}
      className={classNames(
        "script-only inline-flex min-h-11 items-center gap-2 rounded-sm px-2 text-sm",
        flagged ? "bg-gold-tint font-semibold text-gold-ink" : "text-ink-2 hover:text-ink",
      )}
    >
      <Icon name="eye" className="size-4 flex-none" />
      {t("sit.flag")}
    </button>
  );
}
