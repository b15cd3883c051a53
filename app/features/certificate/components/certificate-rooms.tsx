import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RoomTabs, WaitingCount } from "#app/ui/room-tabs.tsx";
import { useCounted } from "./register/counted-text.ts";

const rooms = ["register", "requests", "issue", "templates", "rules"] as const;
export type CertificateRoom = (typeof rooms)[number];

const addressOf = (room: CertificateRoom) =>
  room === "register" ? "/admin/certificates" : `/admin/certificates/${room}`;

type CertificateRoomsProps = {
  /** The room in which the page stands. */
  room: CertificateRoom;
  /** What the page is called; `text` names it where no element may stand. A page within a room names itself. */
  title: ReactNode;
  text?: string;
  /** What it is called where one sees where one is; the title, if nothing else is said. */
  crumb?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** A page within the room, to which the way back is shown. */
  inner?: boolean;
  /** How many requests wait, where the page knows. */
  waiting?: number;
  children: ReactNode;
};

/** The frame of the pages on which admins tend certificates: where one is, the way to the other rooms, the heading. */
export function CertificateRooms({
  room,
  title,
  text,
  crumb,
  lead,
  actions,
  inner = false,
  waiting = 0,
  children,
}: CertificateRoomsProps) {
  const { t } = useTranslation("certificate-admin");
  const counted = useCounted();
  const labelOf = (key: CertificateRoom) =>
    key === "requests" && waiting > 0 ? (
      <>
        {t(`rooms.${key}`)}
        <WaitingCount shown={counted(waiting)} said={t("card.waiting", { count: waiting })} />
      </>
    ) : (
      t(`rooms.${key}`)
    );
  const name = text ?? (typeof title === "string" ? title : t(`rooms.${room}`));
  const places = [
    { label: t("admin:title"), to: "/admin" },
    { label: t("title"), to: "/admin/certificates" },
    ...(inner && room !== "register" ? [{ label: t(`rooms.${room}`), to: addressOf(room) }] : []),
    { label: inner ? (crumb ?? title) : t(`rooms.${room}`) },
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
        rooms={rooms.map((key) => ({ key, to: addressOf(key), label: labelOf(key) }))}
        current={room}
        inner={inner}
        LinkAs={Link}
      />
      {children}
    </Container>
  );
}
