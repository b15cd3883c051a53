import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { EditorContext } from "./editor-context.ts";

/** What was taken out of the outline, each with the way back. */
export function RemovedList({ editor: { hand, acts, titleOf } }: { editor: EditorContext }) {
  const { t } = useTranslation("outline");
  const { lessons, sections } = hand.removed;
  if (lessons.length === 0) return null;
  const parts = [
    ...sections.map((section) => {
      const inside = lessons.filter(({ sectionId }) => sectionId === section.id);
      const title = titleOf(section.titles);
      const name = t("removed.section", { title });
      return { id: section.id, name, title, putBack: () => acts.putSectionBack(section, inside) };
    }),
    ...lessons.map((lesson) => {
      const title = titleOf(lesson.titles);
      return { id: lesson.id, name: title, title, putBack: () => acts.putLessonBack(lesson) };
    }),
  ];
  const canPutBack = hand.outline.sections.length > 0;
  return (
    <Disclosure summary={t("removed.title", { count: lessons.length })}>
      <p className="text-ink-2">{t("removed.text")}</p>
      <ul className="grid gap-1 pt-2">
        {parts
          .filter(({ id }) => canPutBack || sections.some((section) => section.id === id))
          .map(({ id, name, title, putBack }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
              <bdi className="min-w-0">{name}</bdi>
              <Button type="button" kind="plain" size="s" className="min-h-11" onClick={putBack}>
                {t("removed.putBack", { title })}
              </Button>
            </li>
          ))}
      </ul>
    </Disclosure>
  );
}
