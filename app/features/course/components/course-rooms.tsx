import { NavLink } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { courseRooms, type RoomRights } from "../course-rooms.ts";

type CourseRoomsProps = { course: string; rights: RoomRights };

/** The way between the rooms of a course, for those who teach it; on a narrow screen it scrolls to the side. */
export function CourseRooms({ course, rights }: CourseRoomsProps) {
  const { t } = useTranslation("teach");
  const rooms = courseRooms.filter(({ needs }) => rights[needs]);
  return (
    <div className="border-line border-b bg-surface print:hidden">
      <Container>
        <nav aria-label={t("rooms.label")} className="-mx-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6">
          <ul className="flex w-max gap-x-1">
            {rooms.map(({ name, path }) => (
              <li key={name}>
                <NavLink
                  to={`/teach/${course}${path}`}
                  end={path === ""}
                  className="inline-flex min-h-11 items-center whitespace-nowrap border-transparent border-b-2 px-3 text-tile no-underline hover:bg-tile-tint aria-[current=page]:border-tile aria-[current=page]:font-semibold aria-[current=page]:text-tile-strong"
                >
                  {t(`rooms.${name}`)}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </Container>
    </div>
  );
}
