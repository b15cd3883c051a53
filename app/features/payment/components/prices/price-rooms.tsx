import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RoomTabs } from "#app/ui/room-tabs.tsx";

const addresses = {
  prices: "/admin/prices",
  groups: "/admin/country-groups",
  coupons: "/admin/coupons",
  currencies: "/admin/currencies",
} as const;

export type PriceRoom = keyof typeof addresses;
const rooms: readonly PriceRoom[] = ["prices", "groups", "coupons", "currencies"];

type PriceRoomsProps = {
  /** The room in which the page stands. */
  room: PriceRoom;
  /** What the page is called; `text` names it where no element may stand. */
  title: ReactNode;
  text?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The pages between the room and this one; a page without any is the room itself. */
  within?: readonly { label: ReactNode; to: string }[];
  children: ReactNode;
};

/** The frame of the pages on which admins tend what things cost: where one is, the way to the other rooms, the heading. */
export function PriceRooms({ room, title, text, lead, actions, within, children }: PriceRoomsProps) {
  const { t } = useTranslation("prices");
  const name = text ?? (typeof title === "string" ? title : t(`rooms.${room}`));
  const places = [
    { label: t("admin:title"), to: "/admin" },
    ...(within ? [{ label: t(`rooms.${room}`), to: addresses[room] }, ...within] : []),
    { label: within ? title : t(`rooms.${room}`) },
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={`${name} · ${t("title")}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={title}
        lead={lead}
        actions={actions}
      />
      <RoomTabs
        label={t("rooms.label")}
        rooms={rooms.map((key) => ({ key, to: addresses[key], label: t(`rooms.${key}`) }))}
        current={room}
        inner={within !== undefined}
        LinkAs={Link}
      />
      {children}
    </Container>
  );
}
