import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RoomTabs } from "#app/ui/room-tabs.tsx";

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
      <RoomTabs
        label={t("rooms.label")}
        rooms={(["scholarships", "funds"] as const).map((key) => ({ key, to: rooms[key], label: t(`rooms.${key}`) }))}
        current={room}
        inner={inner}
        LinkAs={Link}
      />
      {children}
    </Container>
  );
}
