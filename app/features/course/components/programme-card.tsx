import { Link } from "#app/platform/i18n/link.tsx";
import { useLangOf } from "#app/platform/i18n/local-text.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Girih } from "#app/ui/girih.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ProgrammeInList } from "../find-programmes.server.ts";

/** Programmes one beneath the other: each joins courses in order. */
export function ProgrammeList({ programmes }: { programmes: readonly ProgrammeInList[] }) {
  const { t } = useTranslation("course");
  const { minutes } = useFormats();
  const langOf = useLangOf();
  return (
    <ul className="grid gap-6">
      {programmes.map((programme) => (
        <Card as="li" key={programme.slug} className="group relative">
          <Girih className="absolute inset-y-0 end-0 h-full w-1/4 text-tile opacity-10 max-md:hidden" />
          <div className="relative grid max-w-3xl justify-items-start gap-2">
            <Tag>{t("programme.name")}</Tag>
            <h3 {...langOf(programme.title.locale)} className="font-bold font-read text-2xl">
              <Link
                to={`/programmes/${programme.slug}`}
                className="text-ink no-underline after:absolute after:inset-0 group-hover:underline"
              >
                {programme.title.text}
              </Link>
            </h3>
            <p {...langOf(programme.summary.locale)} className="text-ink-2">
              {programme.summary.text}
            </p>
            <p className="flex flex-wrap gap-x-4 pt-1 text-ink-2 text-sm">
              <span>{t("courses", { count: programme.courses })}</span>
              <span>{minutes(programme.minutes)}</span>
            </p>
          </div>
        </Card>
      ))}
    </ul>
  );
}
