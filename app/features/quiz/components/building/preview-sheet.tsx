import { useState } from "react";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CheckedPreview } from "../../building/check-preview.server.ts";
import type { Paper } from "../../paper.ts";
import { PreviewQuestion } from "./preview-question.tsx";
import { type SentAnswers, usePreview } from "./use-preview.ts";

type PreviewSheetProps = { paper: Paper; seed: number; mark: string };

/** A paper of the draft to be answered and checked, as often as one likes; nothing of it is kept. */
export function PreviewSheet({ paper, seed, mark }: PreviewSheetProps) {
  const { t } = useTranslation("quiz-editor");
  const { answers, answer, sent, checked, check, again } = usePreview({ seed, mark });
  const [at, setAt] = useState(0);
  const { oneAtATime, noGoingBack } = paper.rules;
  // Once it is checked, everything is shown: that is what the instructor came for.
  const stepwise = oneAtATime && !checked;
  const shown = stepwise ? paper.slots.slice(at, at + 1) : paper.slots;
  const isLast = at >= paper.slots.length - 1;
  return (
    <div className="grid gap-6">
      {checked ? <Score checked={checked} /> : null}
      {paper.sections.map((section) => {
        const slots = shown.filter((slot) => slot.section === section.id);
        return slots.length === 0 ? null : (
          <section key={section.id} className="grid gap-6">
            <SectionTitle titles={section.titles} />
            {slots.map((slot) => (
              <PreviewQuestion
                key={slot.slot}
                slot={slot}
                all={paper.slots.length}
                value={answers[slot.slot] ?? null}
                review={checked?.slots[slot.slot]}
                onChange={(value) => answer(slot.slot, value)}
              />
            ))}
          </section>
        );
      })}
      <Refusal sent={sent} />
      <div className="flex flex-wrap gap-3">
        {stepwise && !noGoingBack && at > 0 ? (
          <Button type="button" kind="quiet" onClick={() => setAt(at - 1)}>
            {t("preview.previous")}
          </Button>
        ) : null}
        {stepwise && !isLast ? (
          <Button type="button" kind="quiet" onClick={() => setAt(at + 1)}>
            {t("preview.next")}
          </Button>
        ) : null}
        {checked ? (
          <Button type="button" kind="quiet" onClick={again}>
            {t("preview.again")}
          </Button>
        ) : (
          <Button type="button" disabled={sent === "sending"} onClick={() => void check()}>
            {t(sent === "sending" ? "preview.checking" : "preview.check")}
          </Button>
        )}
      </div>
    </div>
  );
}

function SectionTitle({ titles }: Pick<Paper["sections"][number], "titles">) {
  const { locale } = usePageContext().formats;
  if (Object.keys(titles).length === 0) return null;
  return (
    <h2 className="font-bold font-read text-2xl">
      <LocalText value={pickTranslated(titles, locale)} />
    </h2>
  );
}

function Refusal({ sent }: { sent: SentAnswers }) {
  const { t } = useTranslation("quiz-editor");
  if (sent === "away") return <Notice kind="error">{t("preview.away")}</Notice>;
  if (sent === "changed") return <Notice kind="error">{t("errors.draftChanged")}</Notice>;
  return null;
}

function Score({ checked: { points, maxPoints, passed } }: { checked: CheckedPreview }) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  if (points === null) return <Notice kind="info">{t("preview.waiting")}</Notice>;
  const values = { points: formats.number(points / 1_000), max: t("quiz:view.points", { count: maxPoints / 1_000 }) };
  return (
    <Notice kind={passed ? "success" : "warning"} title={t("preview.score", values)}>
      {t(passed ? "preview.passed" : "preview.failed")}
    </Notice>
  );
}
