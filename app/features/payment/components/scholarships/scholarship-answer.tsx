import { useTranslation } from "#app/platform/i18n/use-translation.ts";

/** What somebody wrote, with its own direction, as it was written. */
export function QuotedText({ label, text }: { label: string; text: string }) {
  return (
    <div className="grid gap-1">
      <p className="font-semibold text-sm">{label}</p>
      <p dir="auto" className="wrap-anywhere whitespace-pre-line border-line-strong border-s-4 ps-3">
        {text}
      </p>
    </div>
  );
}

/** What the academy answered. */
export function ScholarshipAnswer({ reason }: { reason: string | null }) {
  const { t } = useTranslation("scholarships");
  return reason ? <QuotedText label={t("answer")} text={reason} /> : null;
}
