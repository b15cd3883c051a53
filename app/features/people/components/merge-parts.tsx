import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { MergeForeseen } from "../merging/find-merge.server.ts";
import { FactRow, Rows } from "./fact-rows.tsx";

type Account = { id: string; name: string; email: string };
type Keep = "this" | "other";

type PickerProps = { person: Account; asked: { other?: string | undefined; keep: Keep }; refused: string | undefined };

/** Which other account, and which of the two goes on. */
export function MergePicker({ person, asked, refused }: PickerProps) {
  const { t } = useTranslation("people");
  const keeps = [
    { value: "this", label: <bdi dir="ltr">{person.email}</bdi> },
    { value: "other", label: t("merge.keepOther") },
  ];
  return (
    <Card>
      <Form action={`/admin/people/${person.id}/merge`} className="grid gap-4">
        <Field
          type="email"
          name="other"
          label={t("merge.other")}
          dir="ltr"
          required
          autoComplete="off"
          defaultValue={asked.other}
          error={refused ? translateMessage(t, refused) : undefined}
        />
        <RadioGroup legend={t("merge.keep")} name="keep" options={keeps} defaultValue={asked.keep} />
        <div>
          <Button kind="quiet">{t("merge.preview")}</Button>
        </div>
      </Form>
    </Card>
  );
}

const named = ["Enrolment", "Certificate", "Order", "Scholarship", "Notification"] as const;

/** What a person has, by its name; all that only machinery knows is one heap. */
function heapsOf({ tables }: MergeForeseen) {
  const nameOf = (table: string) => named.find((name) => name === table) ?? "others";
  const sum = (heap: string, which: "moved" | "stayed") =>
    tables.filter(({ table }) => nameOf(table) === heap).reduce((all, row) => all + row[which], 0);
  return [...named, "others" as const]
    .map((heap) => ({ heap, moved: sum(heap, "moved"), stayed: sum(heap, "stayed") }))
    .filter(({ moved, stayed }) => moved + stayed > 0);
}

type PreviewProps = { person: Account; other: Account; keep: Keep; report: MergeForeseen };

/** What would move, and where both have the same. */
export function MergePreview({ person, other, keep, report }: PreviewProps) {
  const { t } = useTranslation("people");
  const { percent, number } = useFormats();
  const [kept, closed] = keep === "this" ? [person, other] : [other, person];
  return (
    <Card as="section" className="grid gap-4">
      <h2 className="font-bold font-read text-xl">{t("merge.wouldBe")}</h2>
      <Notice kind="info">
        {t("merge.goesOn")} <bdi>{kept.name}</bdi> <bdi dir="ltr">({kept.email})</bdi>
        <br />
        {t("merge.closes")} <bdi>{closed.name}</bdi> <bdi dir="ltr">({closed.email})</bdi>
      </Notice>
      <Rows none={t("merge.nothing")}>
        {heapsOf(report).map(({ heap, moved, stayed }) => (
          <FactRow key={heap} aside={stayed > 0 ? t("merge.stays", { number: number(stayed) }) : undefined}>
            {t(`merge.tables.${heap}`)}
            {": "}
            {number(moved)}
          </FactRow>
        ))}
      </Rows>
      {report.sameCourses.length > 0 ? <h3 className="font-semibold">{t("merge.same")}</h3> : null}
      <ul className="text-sm">
        {report.sameCourses.map(({ course, title, further, keptShare, closedShare }) => (
          <li key={course}>
            <LocalText value={title} />:{" "}
            {t("merge.further", { share: percent(further === "kept" ? keptShare : closedShare) })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type MergeFormProps = { other: string; keep: Keep; result: SubmissionResult<string[]> | undefined };

/** Makes the two one, with the reason that the audit log keeps. */
export function MergeForm({ other, keep, result }: MergeFormProps) {
  const { t } = useTranslation("people");
  const { field, form, typed } = useFormErrors(result);
  return (
    <Form method="post" noValidate className="grid gap-4">
      <FormErrors messages={form} />
      <input type="hidden" name="other" value={other} />
      <input type="hidden" name="keep" value={keep} />
      <Field
        name="reason"
        label={t("acts.reason")}
        dir="auto"
        maxLength={500}
        required
        autoComplete="off"
        defaultValue={typed("reason")}
        error={field("reason")}
      />
      <div>
        <ConfirmSubmit
          label={t("merge.submit")}
          title={t("merge.sure")}
          text={t("merge.text")}
          confirmLabel={t("merge.submit")}
          cancelLabel={t("ui:cancel")}
        />
      </div>
    </Form>
  );
}
