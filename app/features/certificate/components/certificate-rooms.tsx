import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { useCounted } from "./register/counted-text.ts";

const rooms = ["register", "requests", "issue", "templates", "rules"] as const;
export type CertificateRoom = (typeof rooms)[number];

/** A small figure beside a room. */
function Waiting({ count }: { count: number }) {
  const { t } = useTranslation("certificate-admin");
  const counted = useCounted();
  return (
    <span className="ms-2 rounded-full bg-gold-tint px-2 py-0.5 font-semibold text-gold-ink text-xs tabular-nums">
      <span aria-hidden>{counted(count)}</span>
      <span className="sr-only">{t("card.waiting", { count })}</span>
    </span>
  );
}

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
      <nav
        aria-label={t("rooms.label")}
        className="mb-8 flex gap-x-1 overflow-x-auto border-line border-b print:hidden"
      >
        {rooms.map((one) => (
          <Link
            key={one}
            to={addressOf(one)}
            aria-current={one === room ? (inner ? "true" : "page") : undefined}
            className={classNames(
              "inline-flex min-h-11 flex-none items-center border-b-2 px-2 sm:px-3",
              one === room
                ? "border-tile font-semibold text-tile-strong"
                : "border-transparent text-tile hover:bg-tile-tint",
            )}
          >
            {t(`rooms.${one}`)}
            {one === "requests" && waiting > 0 ? <Waiting count={waiting} /> : null}
          </Link>
        ))}
      </nav>
      {children}
    </Container>
  );
}
