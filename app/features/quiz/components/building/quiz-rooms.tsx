import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { classNames } from "#app/ui/class-names.ts";

const rooms = ["quiz", "accommodations", "preview", "print", "results"] as const;
export type QuizRoom = (typeof rooms)[number];

/** The pages on which one quiz is built, tried out and looked at. */
export function QuizRooms({ course, lesson, current }: { course: string; lesson: string; current: QuizRoom }) {
  const { t } = useTranslation("quiz-editor");
  return (
    <nav aria-label={t("nav.label")} className="mb-6 flex flex-wrap gap-x-1 border-line border-b print:hidden">
      {rooms.map((room) => (
        <Link
          key={room}
          to={`/teach/${course}/${lesson}/${room}`}
          aria-current={room === current ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-11 items-center border-b-2 px-3",
            room === current
              ? "border-tile font-semibold text-tile-strong"
              : "border-transparent text-tile hover:bg-tile-tint",
          )}
        >
          {t(`nav.${room}`)}
        </Link>
      ))}
    </nav>
  );
}
