import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RoomTabs } from "#app/ui/room-tabs.tsx";

const addresses = {
  people: "/admin/settings",
  academy: "/admin/settings/academy",
  colours: "/admin/settings/colours",
  languages: "/admin/settings/languages",
  payee: "/admin/settings/payee",
  currencies: "/admin/currencies",
  policies: "/admin/policies",
} as const;
export type SettingsRoom = keyof typeof addresses;
const rooms: readonly SettingsRoom[] = ["people", "academy", "colours", "languages", "policies", "payee", "currencies"];

type SettingsRoomsProps = {
  room: SettingsRoom;
  /** What the page is called, where it stands within a room. */
  title?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of the settings: where one is, the way to the other rooms, the heading. */
export function SettingsRooms({ room, title, lead, actions, children }: SettingsRoomsProps) {
  const { t } = useTranslation("settings");
  const name = t(`rooms.${room}`);
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("admin:settings.title"), to: "/admin/settings" },
    ...(title ? [{ label: name, to: addresses[room] }, { label: title }] : [{ label: name }]),
  ];
  return (
    <Container className="pb-16">
      <PlainHead title={`${title ? `${title} · ` : ""}${name} · ${t("admin:settings.title")}`} />
      <PageHeader
        eyebrow={<Breadcrumbs items={places} label={t("ui:breadcrumbs")} LinkAs={Link} />}
        title={title ?? name}
        lead={lead ?? t(`leads.${room}`)}
        actions={actions}
      />
      <RoomTabs
        label={t("rooms.label")}
        rooms={rooms.map((key) => ({ key, to: addresses[key], label: t(`rooms.${key}`) }))}
        current={room}
        inner={title !== undefined}
        LinkAs={Link}
      />
      <div className="max-w-3xl">{children}</div>
    </Container>
  );
}
