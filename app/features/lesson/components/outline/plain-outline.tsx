import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { OutlineEditorData } from "../../outline/find-outline.server.ts";
import { editorOf } from "./outline-lesson.tsx";

/** The outline as a list with the ways to the editors, where nothing more can be done with it. */
export function PlainOutline({ data: { course, outline, facts } }: { data: OutlineEditorData }) {
  const { t } = useTranslation("outline");
  const { locale } = usePageContext().formats;
  return (
    <div className="grid grid-cols-1 gap-5">
      <noscript>
        <p className="text-ink-2">{t("noScript")}</p>
      </noscript>
      {outline.sections.map((section) => (
        <section key={section.id} className="rounded border border-line bg-surface p-4">
          <h2 className="font-bold font-read text-xl">
            <LocalText value={pickTranslated(section.titles, locale)} />
          </h2>
          <ol>
            {section.lessons.map(({ id, titles }) => {
              const known = facts[id];
              return known ? (
                <li key={id}>
                  <Link to={editorOf(course.slug, known)} className="inline-flex min-h-11 items-center">
                    <LocalText value={pickTranslated(titles, locale)} />
                  </Link>
                </li>
              ) : null;
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}
