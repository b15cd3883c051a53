import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { TypePicture, typeNames } from "./type-picture.tsx";

/** The kinds of question that may be written, each with what it is good for. */
export function TypeChoice({ course, category }: { course: string; category: string | undefined }) {
  const { t } = useTranslation("question-bank");
  const inCategory = category ? `&category=${category}` : "";
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {typeNames.map((type) => (
        <li key={type}>
          <Link
            to={`/teach/${course}/questions/new?type=${type}${inCategory}`}
            className="flex h-full items-start gap-4 rounded border border-line bg-surface p-4 text-ink no-underline shadow-card hover:border-tile"
          >
            <TypePicture type={type} className="size-9 flex-none text-tile" />
            <span className="grid gap-1">
              <span className="font-semibold text-lg">{t(`quiz:types.${type}`)}</span>
              <span className="text-ink-2 text-sm">{t(`types.${type}`)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
