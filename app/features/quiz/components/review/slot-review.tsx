import { type ReactNode, useId } from "react";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { AttemptView } from "../../find-attempt.server.ts";
import type { GivenCriterion } from "../../review-slot.server.ts";
import { LabelText, QuestionText } from "../question-text.tsx";
import { QuestionView } from "../question-view.tsx";
import { saysNothing } from "../says-nothing.ts";
import { usePoints } from "../use-points.ts";

export type SubmittedAttempt = Extract<AttemptView, { state: "submitted" }>;
type ReviewedSlot = SubmittedAttempt["slots"][number];
type Answered = Pick<SubmittedAttempt["answers"][number], "slot" | "sequence" | "value">;

type SlotReviewProps = { slot: ReviewedSlot; answer: Answered | undefined; files: SubmittedAttempt["files"] };

/** One question of an attempt that is over: her answer, and what she may see of its grade. */
export function SlotReview({ slot, answer, files }: SlotReviewProps) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const id = useId();
  const { parts, key = null, remarks = [] } = slot;
  const review = parts || key !== null ? { grade: { share: null, parts: parts ?? {}, remarks: [] }, key } : undefined;
  return (
    <Card as="section" aria-labelledby={id} className="grid gap-4 break-inside-avoid">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 id={id} className="font-semibold">
          {t("sit.question", { number: slot.slot })}
        </h3>
        <Earned slot={slot} />
      </div>
      <QuestionView
        type={slot.type}
        shown={slot.shown}
        value={answer?.value ?? null}
        onChange={ignore}
        disabled
        review={review}
        locale={locale}
        id={`q${slot.slot}`}
        uploads={{ files: files.filter((file) => file.slot === slot.slot), send: takeNothing }}
      />
      {saysNothing(answer?.value) ? <p className="text-ink-2">{t("review.noAnswer")}</p> : null}
      {remarks.length > 0 ? (
        <Said title={t("review.remarks")}>
          {remarks.map((remark) => (
            <QuestionText key={JSON.stringify(remark)} html={remark} locale={locale} />
          ))}
        </Said>
      ) : null}
      <WhatHappened slot={slot} />
    </Card>
  );
}

const ignore = () => undefined;
const takeNothing = () => Promise.reject(new Error("The attempt is over"));

function Earned({ slot: { earned, points } }: { slot: ReviewedSlot }) {
  const { t } = useTranslation("sitting");
  const tell = usePoints();
  if (!earned || earned.dropped) return null;
  if (earned.points === null) return <Tag kind="plain">{t("review.waits")}</Tag>;
  return <span className="font-semibold text-ink-2 text-sm tabular-nums">{tell.of(earned.points, points)}</span>;
}

/** What befell the answer afterwards, and what was said of it. */
function WhatHappened({ slot: { earned, cameLate } }: { slot: ReviewedSlot }) {
  const { t } = useTranslation("sitting");
  return (
    <>
      {earned && earned.criteria.length > 0 ? <Criteria criteria={earned.criteria} /> : null}
      {earned?.comment ? (
        <Said title={t("review.comment")}>
          <p dir="auto" className="whitespace-pre-line">
            {earned.comment}
          </p>
        </Said>
      ) : null}
      {earned?.dropped ? <Happened>{t("review.dropped")}</Happened> : null}
      {earned?.correction ? (
        <Happened>
          {earned.dropped ? null : t("review.corrected")} <bdi>{earned.correction}</bdi>
        </Happened>
      ) : null}
      {cameLate ? <Happened>{t("review.late")}</Happened> : null}
    </>
  );
}

function Criteria({ criteria }: { criteria: readonly GivenCriterion[] }) {
  const { t } = useTranslation("sitting");
  const { locale } = usePageContext().formats;
  const { number } = useFormats();
  return (
    <Said title={t("review.criteria")}>
      <dl className="grid gap-1">
        {criteria.map(({ label, points, given, level }) => (
          <div key={JSON.stringify(label)} className="flex flex-wrap justify-between gap-x-4">
            <dt>
              <LabelText label={label} locale={locale} />
            </dt>
            <dd className="font-semibold">
              {level ? <LabelText label={level} locale={locale} /> : null}{" "}
              {t("attempt:pointsOf", { points: number(given), all: number(points) })}
            </dd>
          </div>
        ))}
      </dl>
    </Said>
  );
}

function Said({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1 rounded-sm bg-tile-tint px-4 py-3">
      <h4 className="font-semibold text-sm text-tile-strong">{title}</h4>
      {children}
    </div>
  );
}

function Happened({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-3 rounded-sm bg-gold-tint px-4 py-3">
      <Icon name="info" className="mt-1 size-5 flex-none text-gold-ink" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
