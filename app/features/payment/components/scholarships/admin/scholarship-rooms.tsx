import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

const rooms = { scholarships: "/admin/scholarships", funds: "/admin/funds" } as const;
type Room = keyof typeof rooms;

type ScholarshipRoomsProps = {
  room: Room;
  title: ReactNode;
  /** Names the page where no element may stand. */
  text: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A page within the room, to which the way back is shown. */
  inner?: boolean;
  /** Only what was searched for is shown. */
  narrowed?: boolean;
  children: ReactNode;
};

/** The frame of the pages on which admins tend scholarships and the funds that bear them. */
export function ScholarshipRooms({
  room,
  title,
  text,
  lead,
  actions,
  inner = false,
  narrowed,
  children,
}: ScholarshipRoomsProps) {
  const { t } = useTranslation("scholarship-admin");
  const places = [
    { label: t("admin:title"), to: "/admin" },
    ...(inner ? [{ label: t(`rooms.${room}`), to: rooms[room] }] : []),
    { label: inner ? title : t(`rooms.${room}`) },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={inner ? `${text} · ${t(`rooms.${room}`)}` : text} narrowed={narrowed} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={title}
        lead={lead}
        actions={actions}
      />
      <nav aria-label={t("rooms.label")} className="mb-8 flex gap-x-1 overflow-x-auto border-line border-b">
        {(["scholarships", "funds"] as const).map((one) => (
          <Link
            key={one}
            to={rooms[one]}
            aria-current={one === room ? (inner ? "true" : "page") : undefined}
            className={classNames(
              "inline-flex min-h-11 flex-none items-center border-b-2 px-2 sm:px-3",
              one === room
                ? "border-tile font-semibold text-tile-strong"
                : "border-transparent text-tile hover:bg-tile-tint",
            )}
          >
            {t(`rooms.${one}`)}
          </Link>
        ))}
      </nav>
      {children}
    </Container>
  );
}
