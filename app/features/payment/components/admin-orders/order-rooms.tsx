import type { ReactNode } from "react";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { OrderTasks } from "../../orders/search/sum-orders.server.ts";

const rooms = ["orders", "transfers", "disputes", "reconciliations"] as const;
export type OrderRoom = (typeof rooms)[number];

function Waiting({ count }: { count: number }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  return (
    <span className="ms-2 rounded-full bg-gold-tint px-2 py-0.5 font-semibold text-gold-ink text-xs tabular-nums">
      <span aria-hidden>{formats.number(count)}</span>
      <span className="sr-only">{t("rooms.waiting", { count })}</span>
    </span>
  );
}

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
  const counts: Partial<Record<OrderRoom, number>> = { transfers: tasks.transfers, disputes: tasks.disputes };
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
      <nav
        aria-label={t("rooms.label")}
        className="mb-8 flex gap-x-1 overflow-x-auto border-line border-b print:hidden"
      >
        {rooms.map((one) => (
          <Link
            key={one}
            to={`/admin/${one}`}
            aria-current={one === room ? (inner ? "true" : "page") : undefined}
            className={classNames(
              "inline-flex min-h-11 flex-none items-center border-b-2 px-2 sm:px-3",
              one === room
                ? "border-tile font-semibold text-tile-strong"
                : "border-transparent text-tile hover:bg-tile-tint",
            )}
          >
            {t(`rooms.${one}`)}
            {counts[one] ? <Waiting count={counts[one]} /> : null}
          </Link>
        ))}
      </nav>
      {children}
    </Container>
  );
}
