import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Notice } from "#app/ui/notice.tsx";

/** Tells a learner that a person gave her a grade in place of what she earned, and why. */
export function GivenGrade({ given }: { given: { reason: string; givenAt: Date } }) {
  const { t } = useTranslation("grades");
  const formats = useFormats();
  return (
    <div className="text-sm">
      <p>{t("given", { date: formats.date(given.givenAt) })}</p>
      <p dir="auto" className="whitespace-pre-line border-line border-s-2 ps-3">
        {given.reason}
      </p>
    </div>
  );
}

/** The same on the page of the quiz, with the grade itself. */
export function GivenInstead({ given }: { given: { share: number; reason: string; givenAt: Date } }) {
  const { t } = useTranslation("grades");
  const { exactPercent } = useFormats();
  return (
    <Notice kind="info" title={t("instead", { share: exactPercent(given.share / 10_000) })}>
      <GivenGrade given={given} />
    </Notice>
  );
}
