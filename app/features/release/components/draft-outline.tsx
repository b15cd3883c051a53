import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Icon, type IconName } from "#app/ui/icon.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import type { DraftSection } from "../check-release.server.ts";

type DraftOutlineProps = {
  course: string;
  sections: DraftSection[];
  /** What can be added to a section. */
  add: (section: { id: string; title: string; lessons: { id: string; title: string }[] }) => ReactNode;
};

const icons: Partial<Record<string, IconName>> = { lecture: "play", quiz: "edit", text: "text" };
const editors: Partial<Record<string, string>> = { lecture: "", quiz: "/quiz", text: "/text" };

/** The outline of a course as it is edited, with a way to the editor of each lesson that has one. */
export function DraftOutline({ course, sections, add }: DraftOutlineProps) {
  const { locale } = usePageContext().formats;
  return (
    <ol className="grid gap-5">
      {sections.map((section) => {
        const title = pickTranslated(section.titles, locale);
        return (
          <li key={section.id} className="grid gap-1 px-4">
            <h3 className="font-semibold">
              <LocalText value={title} />
            </h3>
            <ol className="grid gap-1">
              {section.lessons.map((lesson) => (
                <Lesson key={lesson.id} course={course} lesson={lesson} />
              ))}
            </ol>
            {add({
              id: section.id,
              title: title.text,
              lessons: section.lessons.map(({ id, titles }) => ({ id, title: pickTranslated(titles, locale).text })),
            })}
          </li>
        );
      })}
    </ol>
  );
}

function Lesson({ course, lesson }: { course: string; lesson: DraftSection["lessons"][number] }) {
  const { t } = useTranslation("release");
  const { locale } = usePageContext().formats;
  const title = pickTranslated(lesson.titles, locale);
  const editor = editors[lesson.kind];
  return (
    <li className="flex min-h-11 items-center gap-3">
      <Icon name={icons[lesson.kind] ?? "circle"} className="size-5 flex-none text-ink-2" />
      <span className="min-w-0 flex-1">
        <LocalText value={title} />
      </span>
      {editor === undefined ? null : (
        <Link
          to={`/teach/${course}/${lesson.slug}${editor}`}
          className="inline-flex min-h-11 flex-none items-center gap-1.5 rounded-sm px-2 text-tile hover:bg-tile-tint"
        >
          <Icon name="edit" className="size-4 flex-none" />
          <span aria-hidden="true">{t("edit")}</span>
          <VisuallyHidden>{t("editLesson", { title: title.text })}</VisuallyHidden>
        </Link>
      )}
    </li>
  );
}
