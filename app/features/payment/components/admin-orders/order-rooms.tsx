import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RoomTabs, WaitingCount } from "#app/ui/room-tabs.tsx";
import type { OrderTasks } from "../../orders/search/sum-orders.server.ts";

const rooms = ["orders", "transfers", "disputes", "reconciliations"] as const;
export type OrderRoom = (typeof rooms)[number];

type OrderRoomsProps = {
  /** The room in which the page stands. */
  room: OrderRoom;
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A page within the room, to which the way back is shown. */
  inner?: boolean;
  /** Only what was searched for is shown. */
  narrowed?: boolean;
  tasks: OrderTasks;
  children: ReactNode;
};

/** The frame of the pages on which admins tend orders: where one is, the way to the other rooms, the heading. */
export function OrderRooms({ room, title, lead, actions, inner = false, narrowed, tasks, children }: OrderRoomsProps) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const counts: Partial<Record<OrderRoom, number>> = { transfers: tasks.transfers, disputes: tasks.disputes };
  const labelOf = (key: OrderRoom) => {
    const count = counts[key];
    if (!count) return t(`rooms.${key}`);
    return (
      <>
        {t(`rooms.${key}`)}
        <WaitingCount shown={formats.number(count)} said={t("rooms.waiting", { count })} />
      </>
    );
  };
  const places = [
    { label: t("admin:title"), to: "/admin" },
    ...(inner ? [{ label: t(`rooms.${room}`), to: `/admin/${room}` }] : []),
    { label: title },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={title} narrowed={narrowed} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={title}
        lead={lead}
        actions={actions}
      />
      <RoomTabs
        label={t("rooms.label")}
        rooms={rooms.map((key) => ({ key, to: `/admin/${key}`, label: labelOf(key) }))}
        current={room}
        inner={inner}
        LinkAs={Link}
      />
      {children}
    </Container>
  );
}
