import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

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
      <nav aria-label={t("rooms.label")} className="mb-8 flex gap-x-1 overflow-x-auto border-line border-b">
        {rooms.map((one) => (
          <Link
            key={one}
            to={addresses[one]}
            aria-current={one === room ? (title ? "true" : "page") : undefined}
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
      <div className="max-w-3xl">{children}</div>
    </Container>
  );
}
