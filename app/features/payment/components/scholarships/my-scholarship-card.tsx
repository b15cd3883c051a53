import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { MyScholarship, MyScholarshipInList } from "../../scholarships/find-my-scholarships.server.ts";
import { ScholarshipActs } from "./scholarship-acts.tsx";
import { QuotedText, ScholarshipAnswer } from "./scholarship-answer.tsx";
import { ScholarshipTag } from "./scholarship-tag.tsx";

/** What a scholarship means for its learner now, in a sentence or two. */
export function ScholarshipState({ scholarship }: { scholarship: MyScholarship }) {
  const { t } = useTranslation("scholarships");
  const { status, percent } = scholarship;
  const share = (percent ?? 0) / 100;
  return <p>{status === "granted" ? t("state.granted", { share }) : t(`state.${status}`)}</p>;
}

/** One of a learner's scholarships: how it stands, what was answered, and what she may do. */
export function MyScholarshipCard({ scholarship }: { scholarship: MyScholarshipInList }) {
  const { t } = useTranslation("scholarships");
  const { locale } = usePageContext().formats;
  const formats = useFormats();
  const { titles, status, createdAt, decidedAt, text, reason, course } = scholarship;
  return (
    <Card as="li" className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-bold font-read text-xl">
          <LocalText value={pickTranslated(titles, locale)} />
        </h2>
        <ScholarshipTag status={status} />
      </div>
      <p className="text-ink-2 text-sm">
        {t("mine.asked", { date: formats.date(createdAt) })}
        {decidedAt ? ` · ${t("mine.decided", { date: formats.date(decidedAt) })}` : null}
      </p>
      <ScholarshipState scholarship={scholarship} />
      <ScholarshipAnswer reason={reason} />
      <ScholarshipActs scholarship={scholarship} course={course} />
      <Disclosure summary={t("yourText")}>
        <QuotedText label={t("yourText")} text={text} />
      </Disclosure>
    </Card>
  );
}
