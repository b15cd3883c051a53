import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Field } from "#app/ui/field.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { GrantedAccommodation, Grantee } from "../../building/find-accommodations.server.ts";

type Result = SubmissionResult<string[]> | undefined;

/** What was granted for a quiz, to whom and why, each with a way to take it back; `result` is what that refused. */
export function AccommodationList({ granted, result }: { granted: GrantedAccommodation[]; result: Result }) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  return (
    <DataTable
      caption={t("accommodations.granted")}
      head={(["who", "time", "window", "reason", "act"] as const).map((key) => ({
        key,
        label: t(`accommodations.${key}`),
      }))}
      empty={<p className="text-ink-2">{t("accommodations.empty")}</p>}
      rows={granted.map((one) => ({
        key: one.id,
        cells: [
          <GranteeName key="who" grantee={one.grantee} />,
          one.extraMinutes > 0 ? formats.minutes(one.extraMinutes) : "—",
          <GrantedWindow key="window" {...one} />,
          <bdi key="reason" className="break-words">
            {one.reason ?? ""}
          </bdi>,
          <Withdraw key="act" accommodation={one} result={result?.initialValue?.id === one.id ? result : undefined} />,
        ],
      }))}
    />
  );
}

function GranteeName({ grantee }: { grantee: Grantee }) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  if (grantee.kind === "cohort")
    return <span>{t("accommodations.cohort", { name: pickTranslated(grantee.names, locale).text })}</span>;
  return (
    <span className="grid">
      <bdi>{grantee.name}</bdi>
      <bdi className="break-all font-normal text-ink-2">{grantee.email}</bdi>
    </span>
  );
}

function GrantedWindow({ opensAt, closesAt }: Pick<GrantedAccommodation, "opensAt" | "closesAt">) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  if (!opensAt && !closesAt) return "—";
  return (
    <span className="grid">
      {opensAt ? <span>{t("accommodations.from", { moment: formats.moment(opensAt) })}</span> : null}
      {closesAt ? <span>{t("accommodations.until", { moment: formats.moment(closesAt) })}</span> : null}
    </span>
  );
}

function Withdraw({ accommodation: { id, grantee }, result }: { accommodation: GrantedAccommodation; result: Result }) {
  const { t } = useTranslation("quiz-editor");
  const { field, typed } = useFormErrors(result);
  const { locale } = usePageContext().formats;
  const name = grantee.kind === "cohort" ? pickTranslated(grantee.names, locale).text : grantee.name;
  return (
    <Form method="post" action="" className="grid min-w-48 justify-items-start gap-2">
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="id" value={id} />
      <Field
        className="w-full"
        name="reason"
        label={t("accommodations.withdrawReason")}
        dir="auto"
        maxLength={500}
        required
        autoComplete="off"
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <ConfirmSubmit
        size="s"
        label={
          <>
            <span aria-hidden="true">{t("accommodations.act")}</span>
            <VisuallyHidden>{t("accommodations.withdrawOf", { name })}</VisuallyHidden>
          </>
        }
        title={t("accommodations.confirmTitle")}
        text={<p>{t("accommodations.confirmText")}</p>}
        confirmLabel={t("accommodations.act")}
        cancelLabel={t("accommodations.cancel")}
      />
    </Form>
  );
}

/** Somebody to whom something may be granted. */
export function LearnerLabel({ name, email }: { name: string; email: string }) {
  return (
    <span className="grid">
      <bdi className="font-medium">{name}</bdi>
      <bdi className="break-all text-ink-2 text-sm">{email}</bdi>
    </span>
  );
}
