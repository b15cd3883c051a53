import type { ReactNode } from "react";
import { type QuizRoom, QuizRooms } from "#app/features/quiz/components/building/quiz-rooms.tsx";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated, type Translated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

type QuizFrameProps = {
  course: { slug: string; titles: Translated };
  lesson: { slug: string; titles: Translated };
  room: QuizRoom;
  children: ReactNode;
};

/** What the pages of one quiz have in common: where it stands, its title, and the way to the others. */
export function QuizFrame({ course, lesson, room, children }: QuizFrameProps) {
  const { t } = useTranslation("quiz-editor");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(lesson.titles, locale);
  return (
    <Container className="pb-12">
      <title>{`${title.text} · ${t(`nav.${room}`)} · ${t("ui:name")}`}</title>
      <div className="print:hidden">
        <Breadcrumbs
          label={t("ui:breadcrumbs")}
          items={[
            { label: t("teach:courses.title"), to: "/teach" },
            { label: <LocalText value={pickTranslated(course.titles, locale)} />, to: `/teach/${course.slug}` },
            { label: <LocalText value={title} /> },
          ]}
          LinkAs={Link}
        />
        <PageHeader title={<LocalText value={title} />} />
      </div>
      <QuizRooms course={course.slug} lesson={lesson.slug} current={room} />
      {children}
    </Container>
  );
}
