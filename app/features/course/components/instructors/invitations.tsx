import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { CourseInstructors } from "../../instructors/find-course-instructors.server.ts";

const roles = ["teacher", "assistant"] as const;

/** Asks somebody by mail. */
export function InviteForm({ course, result }: { course: string; result: SubmissionResult<string[]> | undefined }) {
  const { t } = useTranslation("course-instructors");
  const errors = useFormErrors(result);
  return (
    <Form method="post" action={`/teach/${course}/instructors`} noValidate className="grid justify-items-start gap-5">
      <FormErrors messages={errors.form} />
      <Field
        className="w-full max-w-md"
        type="email"
        name="email"
        dir="ltr"
        label={t("invite.email")}
        hint={t("invite.emailHint")}
        required
        autoComplete="off"
        defaultValue={errors.typed("email")}
        error={errors.field("email")}
      />
      <RadioGroup
        legend={t("invite.role")}
        name="role"
        options={roles.map((role) => ({ value: role, label: t(`teach:role.${role}`), hint: t(`invite.${role}`) }))}
        defaultValue={errors.typed("role") ?? "teacher"}
        error={errors.field("role")}
      />
      <Button name="intent" value="invite">
        {t("invite.submit")}
      </Button>
    </Form>
  );
}

/** Who was asked and has not answered. */
export function InvitationList({ course, invitations }: Pick<CourseInstructors, "invitations"> & { course: string }) {
  const { t } = useTranslation("course-instructors");
  const { date } = useFormats();
  return (
    <ul className="grid gap-2">
      {invitations.map(({ id, email, role, expiresAt, expired }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-line border-b pb-2">
          <span className="grid min-w-0">
            <bdi dir="ltr" className="break-all font-semibold">
              {email}
            </bdi>
            <span className="text-ink-2 text-sm">
              {t(`teach:role.${role}`)} · {t(expired ? "expired" : "expires", { date: date(expiresAt) })}
            </span>
          </span>
          <Form method="post" action={`/teach/${course}/instructors`}>
            <input type="hidden" name="invitation" value={id} />
            <Button kind="quiet" size="s" name="intent" value="withdraw" aria-label={t("withdrawOf", { email })}>
              {t("withdraw")}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
