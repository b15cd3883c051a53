import { Link } from "#app/platform/i18n/link.tsx";
import { directionOf, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { MediaUse } from "../../media/find-media-uses.server.ts";
import { textHref } from "../editing/text-href.ts";

/** Where the draft of a course shows a file, with the way there. */
export function MediaUses({ course, uses }: { course: string; uses: MediaUse[] }) {
  const { t } = useTranslation("media");
  if (uses.length === 0) return <p className="text-ink-2">{t("uses.nowhere")}</p>;
  return (
    <ul className="grid gap-1">
      {uses.map((use) => (
        <li key={use.kind === "lesson" ? `${use.slug} ${use.locale}` : use.kind === "question" ? use.id : "cover"}>
          <Use course={course} use={use} />
        </li>
      ))}
    </ul>
  );
}

function Use({ course, use }: { course: string; use: MediaUse }) {
  const { t } = useTranslation("media");
  if (use.kind === "cover") return <span>{t("uses.cover")}</span>;
  if (use.kind === "question") {
    return (
      <>
        {t("uses.question")}:{" "}
        <Link to={`/teach/${course}/questions/${use.id}`}>
          <bdi>{use.title}</bdi>
        </Link>
      </>
    );
  }
  const language = locales.find((locale) => locale === use.locale) ?? "ar";
  return (
    <>
      <Link to={textHref({ course, lesson: use.slug, language })} lang={language} dir={directionOf(language)}>
        {use.title || use.slug}
      </Link>{" "}
      <span className="text-ink-2">
        (<bdi>{localeNames[language]}</bdi>)
      </span>
    </>
  );
}
