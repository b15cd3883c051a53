import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CourseInstructors } from "../../instructors/find-course-instructors.server.ts";

type Teacher = CourseInstructors["instructors"][number];
/** What was refused, and of whom. */
type Answer = { result?: SubmissionResult<string[]>; of?: string | undefined };
type TeacherListProps = { course: string; instructors: Teacher[]; answer: Answer | undefined };

/** Who teaches the course, each with what may be done about it; the owner stays until she hands it over. */
export function TeacherList({ course, instructors, answer }: TeacherListProps) {
  return (
    <ul className="grid gap-4">
      {instructors.map((one) => (
        <li key={one.instructorId} className="grid gap-3 rounded border border-line bg-surface p-4 shadow-card">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="grid min-w-0">
              <Link to={`/instructors/${one.handle}`} className="font-semibold">
                <LocalText value={one.name} />
              </Link>
              {one.email ? (
                <bdi dir="ltr" className="break-all text-ink-2 text-sm">
                  {one.email}
                </bdi>
              ) : null}
            </span>
            <RoleTag role={one.role} />
          </div>
          {one.role === "owner" ? null : (
            <Ways course={course} one={one} result={answer?.of === one.instructorId ? answer.result : undefined} />
          )}
        </li>
      ))}
    </ul>
  );
}

function RoleTag({ role }: { role: Teacher["role"] }) {
  const { t } = useTranslation("course-instructors");
  return <Tag kind={role === "owner" ? "tile" : "plain"}>{t(`teach:role.${role}`)}</Tag>;
}

function Ways({ course, one, result }: { course: string; one: Teacher; result: Answer["result"] }) {
  const { t } = useTranslation("course-instructors");
  const { form, field, typed } = useFormErrors(result);
  const name = one.name.text;
  const shared = { name: "intent", cancelLabel: t("ui:cancel") } as const;
  return (
    <Form method="post" action={`/teach/${course}/instructors`} className="grid gap-3">
      <input type="hidden" name="instructor" value={one.instructorId} />
      <FormErrors messages={form} />
      <div className="grid gap-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Select
          key={one.role}
          name="role"
          label={t("roleOf", { name })}
          options={(["teacher", "assistant"] as const).map((role) => ({ value: role, label: t(`teach:role.${role}`) }))}
          defaultValue={typed("role") ?? one.role}
        />
        <Field
          name="reason"
          label={t("reason", { name })}
          dir="auto"
          maxLength={500}
          required
          autoComplete="off"
          defaultValue={typed("reason")}
          error={field("reason")}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button kind="quiet" name="intent" value="change-role">
          {t("changeRole")}
        </Button>
        <ConfirmSubmit
          {...shared}
          kind="quiet"
          value="hand-over"
          label={t("handOver.label")}
          title={t("handOver.title", { name })}
          text={t("handOver.text", { name })}
          confirmLabel={t("handOver.label")}
        />
        <ConfirmSubmit
          {...shared}
          value="remove"
          label={t("remove.label")}
          title={t("remove.title", { name })}
          text={t("remove.text")}
          confirmLabel={t("remove.label")}
        />
      </div>
    </Form>
  );
}
