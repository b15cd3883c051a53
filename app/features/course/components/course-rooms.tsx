import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { NavLink } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { courseRooms, type RoomRights } from "../course-rooms.ts";

type CourseRoomsProps = { course: string; rights: RoomRights };

/** Moves the way sideways until the room of this address is in its middle: on a narrow screen it may lie beyond the edge. */
function showRoom(way: HTMLElement | null, pathname: string) {
  // The overview's address begins those of all other rooms, and comes first.
  const room = [...(way?.querySelectorAll("a") ?? [])].findLast((link) => pathname.startsWith(link.pathname));
  if (!way || !room) return;
  const [around, here] = [way.getBoundingClientRect(), room.getBoundingClientRect()];
  way.scrollLeft += here.left + here.width / 2 - around.left - around.width / 2;
}

/** The way between the rooms of a course, for those who teach it; on a narrow screen it scrolls to the side. */
export function CourseRooms({ course, rights }: CourseRoomsProps) {
  const { t } = useTranslation("teach");
  const way = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => showRoom(way.current, pathname), [pathname]);
  const rooms = courseRooms.filter(({ needs }) => rights[needs]);
  return (
    <div className="border-line border-b bg-surface print:hidden">
      <Container>
        <nav ref={way} aria-label={t("rooms.label")} className="-mx-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6">
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
