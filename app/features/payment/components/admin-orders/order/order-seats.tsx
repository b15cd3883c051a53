import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { SectionCard } from "#app/ui/section-card.tsx";
import type { OrderForAdmin } from "../../../orders/find-order.server.ts";

/** What the order holds or gave: places, seats, groups of codes. */
export function OrderSeats({ order }: { order: OrderForAdmin }) {
  const { t } = useTranslation("orders-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  return (
    <SectionCard title={t("seat.title")}>
      {order.seats.length === 0 ? <p className="text-ink-2">{t("seat.none")}</p> : null}
      <ul className="grid gap-3">
        {order.seats.map((seat) => (
          <li key={seat.courseId} className="border-line border-s-4 ps-3">
            <p className="font-semibold">
              <LocalText value={pickTranslated(seat.course.titles, locale)} />
            </p>
            <p className="text-ink-2 text-sm">
              {[
                t(`seat.state.${seat.state}`),
                ...(seat.quantity > 1 ? [t("list.seats", { count: seat.quantity })] : []),
                formats.moment(seat.changedAt),
              ].join(" · ")}
            </p>
            {seat.cohort ? (
              <p className="text-sm">
                <LocalText value={pickTranslated(seat.cohort, locale)} />
              </p>
            ) : null}
            {seat.enrolmentId ? (
              <Link
                to={`/teach/${seat.course.slug}/learners/${seat.enrolmentId}`}
                className="inline-flex min-h-11 items-center text-sm"
              >
                {t("seat.learner")}
              </Link>
            ) : null}
          </li>
        ))}
        {order.groups.map((group) => (
          <li key={group.id} className="border-line border-s-4 ps-3">
            <p className="font-semibold">
              <bdi>{group.name}</bdi>
            </p>
            <p className="text-ink-2 text-sm">
              {t("seat.group", { used: formats.number(group.seatsUsed), seats: formats.number(group.seats) })}
              {group.closedAt ? ` · ${t("seat.closed")}` : null}
            </p>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
