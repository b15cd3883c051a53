import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText, useLangOf } from "#app/platform/i18n/local-text.tsx";
import { Star } from "#app/ui/star.tsx";
import type { CoursePage } from "../find-course.server.ts";

/** Those who teach a course. */
export function InstructorList({ instructors }: { instructors: CoursePage["instructors"] }) {
  const langOf = useLangOf();
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {instructors.map(({ handle, name, headline }) => (
        <li key={handle} className="flex items-start gap-3">
          <span className="flex size-12 flex-none items-center justify-center rounded-full bg-tile-tint text-tile-strong">
            <Star className="size-7" />
          </span>
          <div className="min-w-0">
            <Link to={`/instructors/${handle}`} className="inline-flex min-h-6 font-semibold">
              <LocalText value={name} />
            </Link>
            <p {...langOf(headline.locale)} className="text-ink-2 text-sm">
              {headline.text}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
