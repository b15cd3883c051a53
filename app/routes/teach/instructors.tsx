import { z } from "zod";
import { InvitationList, InviteForm } from "#app/features/course/components/instructors/invitations.tsx";
import { TeacherList } from "#app/features/course/components/instructors/teacher-list.tsx";
import { SettingsPart } from "#app/features/course/components/settings/settings-form.tsx";
import { findCourseInstructors } from "#app/features/course/instructors/find-course-instructors.server.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/instructors";
import { instructorsActions } from "./instructors-actions.server.ts";

const params = z.object({ course: z.string() });

export const loader = declareLoader({
  access: "teaching",
  params,
  load: ({ personCtx, params }) => findCourseInstructors(personCtx(), params),
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["invite", "withdraw", "change-role", "hand-over", "remove"],
  act: (input) => instructorsActions(input),
});

export default function Instructors({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("course-instructors");
  const { locale } = usePageContext().formats;
  const { slug, titles, instructors, invitations } = loaderData;
  const title = pickTranslated(titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${t("title")} · ${title.text} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={title} />, to: `/teach/${slug}` },
          { label: t("title") },
        ]}
        LinkAs={Link}
      />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-6">
        <TeacherList course={slug} instructors={instructors} answer={actionData} />
        <SettingsPart title={t("invite.title")} text={t("invite.text")}>
          <InviteForm course={slug} result={actionData?.of ? undefined : actionData?.result} />
        </SettingsPart>
        {invitations.length > 0 ? (
          <SettingsPart title={t("open")}>
            <InvitationList course={slug} invitations={invitations} />
          </SettingsPart>
        ) : null}
      </div>
    </Container>
  );
}
