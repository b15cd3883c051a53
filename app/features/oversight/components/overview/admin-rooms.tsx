import type { OrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { RoomCard } from "#app/ui/room-card.tsx";

export type RoomTasks = { orders: OrderTasks; requests: number; scholarships: number };

/** The admins' rooms, by what they are about; each is named by its own words, or by those of the overview. */
const groups = {
  people: [
    ["people", "/admin/people"],
    ["invitations", "/admin/invitations"],
    ["policies", "/admin/policies"],
    ["privacy", "/admin/privacy"],
    ["audit", "/admin/audit"],
  ],
  money: [
    ["orders", "/admin/orders", "orders-admin:title", "orders-admin:card.lead"],
    ["revenue", "/admin/revenue", "revenue:title", "revenue:card"],
    ["prices", "/admin/prices", "prices:title", "prices:card"],
    ["scholarships", "/admin/scholarships", "scholarship-admin:title", "scholarship-admin:card.lead"],
    ["groups", "/admin/groups", "group-admin:title", "group-admin:card"],
  ],
  learning: [
    ["certificates", "/admin/certificates", "certificate-admin:title", "certificate-admin:card.lead"],
    ["videos", "/admin/videos", "admin:videos.title", "admin:videos.card"],
  ],
  machinery: [
    ["settings", "/admin/settings", "admin:settings.title", "admin:settings.card"],
    ["mails", "/admin/mails"],
  ],
} as const satisfies Record<string, readonly (readonly [string, string, string?, string?])[]>;

type Waiting = { key: string; to: string; count: number; label: string };

function useWaiting({ orders, requests, scholarships }: RoomTasks): Record<string, Waiting[]> {
  const { t } = useTranslation("orders-admin");
  const order = (key: keyof OrderTasks, to: string) => {
    const count = orders[key];
    return { key, to, count, label: t(`tasks.${key}`, { count }) };
  };
  const asked = (to: string, file: string, count: number) => {
    const label = t(`${file}:card.waiting`, { count });
    return { key: file, to, count, label };
  };
  return {
    orders: [
      order("transfers", "/admin/transfers"),
      order("disputes", "/admin/disputes"),
      order("refundByHand", "/admin/orders?needs=refundByHand"),
      order("refundFailed", "/admin/orders?needs=refundFailed"),
    ],
    certificates: [asked("/admin/certificates/requests", "certificate-admin", requests)],
    scholarships: [asked("/admin/scholarships", "scholarship-admin", scholarships)],
  };
}

/** The ways to all that admins tend, with what waits for them there. */
export function AdminRooms({ tasks }: { tasks: RoomTasks }) {
  const { t } = useTranslation("overview");
  const waiting = useWaiting(tasks);
  return (
    <nav aria-label={t("rooms.title")} className="grid gap-8">
      {Object.entries(groups).map(([group, rooms]) => (
        <section key={group} aria-labelledby={`rooms-${group}`}>
          <h2 id={`rooms-${group}`} className="mb-3 font-bold font-read text-2xl">
            {t(`groups.${group}`)}
          </h2>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {rooms.map(([room, to, title = `rooms.${room}.title`, text = `rooms.${room}.text`]) => (
              <RoomCard
                key={room}
                to={to}
                title={t(title)}
                text={t(text)}
                waiting={waiting[room]?.filter(({ count }) => count > 0)}
                LinkAs={Link}
              />
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
