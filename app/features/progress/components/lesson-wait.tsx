import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { WaitView } from "../outline-view.ts";

/** When a lesson opens, or what is to be completed first. */
export function LessonWait({ course, wait }: { course: string; wait: WaitView }) {
  const { t } = useTranslation("progress");
  const formats = useFormats();
  if (wait.for === "later") return <p className="text-sm">{t("wait.later", { at: formats.moment(wait.opensAt) })}</p>;
  return (
    <div className="text-sm">
      {t("wait.first")}
      <AskedFirst course={course} lessons={wait.lessons} />
    </div>
  );
}

type AskedFirstProps = { course: string; lessons: Extract<WaitView, { for: "first" }>["lessons"] };

/** Lessons that are to be completed before another, with the way to those that are open. */
export function AskedFirst({ course, lessons }: AskedFirstProps) {
  return (
    <ul>
      {lessons.map(({ slug, title, open }) => (
        <li key={slug}>
          {open ? (
            <Link to={`/learn/${course}/${slug}`} className="inline-flex min-h-11 items-center">
              <LocalText value={title} />
            </Link>
          ) : (
            <LocalText value={title} />
          )}
        </li>
      ))}
    </ul>
  );
}
