import { Form, Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Select } from "#app/ui/select.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { CourseInstructors } from "../../instructors/find-course-instructors.server.ts";

type Teacher = CourseInstructors["instructors"][number];

/** Who teaches the course, each with what may be done about it; the owner stays until she hands it over. */
export function TeacherList({ course, instructors }: { course: string; instructors: Teacher[] }) {
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
          {one.role === "owner" ? null : <Ways course={course} one={one} />}
        </li>
      ))}
    </ul>
  );
}

function RoleTag({ role }: { role: Teacher["role"] }) {
  const { t } = useTranslation("course-instructors");
  return <Tag kind={role === "owner" ? "tile" : "plain"}>{t(`teach:role.${role}`)}</Tag>;
}

function Ways({ course, one }: { course: string; one: Teacher }) {
  const { t } = useTranslation("course-instructors");
  const name = one.name.text;
  const form = { method: "post", action: `/teach/${course}/instructors` } as const;
  const who = <input type="hidden" name="instructor" value={one.instructorId} />;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Form {...form} className="flex flex-wrap items-end gap-2">
        {who}
        <Select
          key={one.role}
          name="role"
          label={t("roleOf", { name })}
          options={(["teacher", "assistant"] as const).map((role) => ({ value: role, label: t(`teach:role.${role}`) }))}
          defaultValue={one.role}
        />
        <Button kind="quiet" name="intent" value="change-role">
          {t("changeRole")}
        </Button>
      </Form>
      <Form {...form}>
        {who}
        <ConfirmSubmit
          kind="quiet"
          name="intent"
          value="hand-over"
          label={t("handOver.label")}
          title={t("handOver.title", { name })}
          text={t("handOver.text", { name })}
          confirmLabel={t("handOver.label")}
          cancelLabel={t("ui:cancel")}
        />
      </Form>
      <Form {...form}>
        {who}
        <ConfirmSubmit
          name="intent"
          value="remove"
          label={t("remove.label")}
          title={t("remove.title", { name })}
          text={t("remove.text")}
          confirmLabel={t("remove.label")}
          cancelLabel={t("ui:cancel")}
        />
      </Form>
    </div>
  );
}
