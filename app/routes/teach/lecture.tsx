import { redirect } from "react-router";
import { z } from "zod";
import { LectureEditor } from "#app/features/lecture/components/editor/lecture-editor.tsx";
import { VideoUpload } from "#app/features/lecture/components/upload/video-upload.tsx";
import { findLectureEditor } from "#app/features/lecture/editing/find-lecture-editor.server.ts";
import { openLessonDraft } from "#app/features/lesson/editing/open-lesson-draft.server.ts";
import { titlesOf } from "#app/features/lesson/editing/text-titles.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Container } from "#app/ui/container.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/lecture";
import { lectureActions } from "./lecture-actions.server.ts";

const params = z.object({ course: z.string(), lesson: z.string() });

const roomOf = (kind: string) => (kind === "quiz" ? "quiz" : "text");

export const loader = declareLoader({
  access: "teaching",
  params,
  load: async ({ personCtx, params, href }) => {
    const ctx = personCtx();
    const { lesson } = await openLessonDraft(ctx, params);
    // A lecture is edited here, any other lesson in a room of its own.
    if (lesson.kind !== "lecture")
      throw redirect(href(`/teach/${params.course}/${params.lesson}/${roomOf(lesson.kind)}`));
    return { ...(await findLectureEditor(ctx, params)), owner: ctx.actor.id };
  },
});

export const action = declareAction({
  access: "teaching",
  params,
  intents: ["video"],
  act: (input) => lectureActions(input),
});

export default function TaughtLecture({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("lecture-editor");
  const { locale } = usePageContext().formats;
  const { draft, playback, upload, owner } = loaderData;
  const { course, lesson } = draft;
  const title = pickTranslated(titlesOf(draft.texts), locale);
  const errors = useFormErrors(actionData?.result);
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t("teach:courses.title")} · ${t("ui:name")}`}</title>
      <Breadcrumbs
        label={t("ui:breadcrumbs")}
        items={[
          { label: t("teach:courses.title"), to: "/teach" },
          { label: <LocalText value={pickTranslated(course.titles, locale)} />, to: `/teach/${course.slug}` },
          { label: <LocalText value={title} /> },
        ]}
        LinkAs={Link}
      />
      <PageHeader
        title={<LocalText value={title} />}
        actions={lesson.released ? <ReleasedLinks course={course.slug} lesson={lesson.slug} /> : null}
      />
      <FormErrors messages={errors.form} />
      <LectureEditor
        draft={draft}
        playback={playback}
        owner={owner}
        upload={<VideoUpload courseSlug={course.slug} lessonId={lesson.id} video={upload} />}
      />
    </Container>
  );
}

function ReleasedLinks({ course, lesson }: { course: string; lesson: string }) {
  const { t } = useTranslation("lecture-editor");
  return (
    <>
      <Link to={`/teach/${course}/${lesson}/watching`} className={buttonClass({ kind: "quiet" })}>
        {t("watching")}
      </Link>
      <Link to={`/learn/${course}/${lesson}`} className={buttonClass({ kind: "quiet" })}>
        {t("asLearner")}
      </Link>
    </>
  );
}
