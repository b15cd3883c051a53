import { ScholarshipFilter } from "#app/features/payment/components/scholarships/admin/scholarship-filter.tsx";
import { ScholarshipList } from "#app/features/payment/components/scholarships/admin/scholarship-list.tsx";
import { ScholarshipRooms } from "#app/features/payment/components/scholarships/admin/scholarship-rooms.tsx";
import { StatusTabs } from "#app/features/payment/components/scholarships/admin/status-tabs.tsx";
import { findScholarshipChoices } from "#app/features/payment/scholarships/find-scholarship-choices.server.ts";
import { findScholarships } from "#app/features/payment/scholarships/find-scholarships.server.ts";
import { scholarshipsHref } from "#app/features/payment/scholarships/scholarship-filters.ts";
import { scholarshipSearchSchema } from "#app/features/payment/scholarships/scholarship-schema.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/scholarships";

export const loader = declareLoader({
  access: "admin",
  search: scholarshipSearchSchema,
  load: async ({ personCtx, search }) => {
    const { cursor: _, ...filters } = search;
    const ctx = personCtx();
    const [found, choices] = await Promise.all([findScholarships(ctx, search), findScholarshipChoices(ctx)]);
    return { ...found, ...choices, filters };
  },
});

export default function Scholarships({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("scholarship-admin");
  const { scholarships, counts, courses, funds, filters, next, previous } = loaderData;
  return (
    <ScholarshipRooms
      room="scholarships"
      title={t("title")}
      text={t("title")}
      lead={t("list.lead")}
      narrowed={filters.q !== undefined || filters.status !== "waiting"}
      actions={
        <Link to={scholarshipsHref(filters, {}, ".csv")} reloadDocument className={buttonClass({ kind: "quiet" })}>
          <Icon name="download" /> {t("list.csv")}
        </Link>
      }
    >
      <ScholarshipFilter filters={filters} courses={courses} funds={funds} />
      <StatusTabs filters={filters} counts={counts} />
      <ScholarshipList scholarships={scholarships} filters={filters} />
      <PageLinks
        next={next && scholarshipsHref(filters, { cursor: next })}
        previous={previous && scholarshipsHref(filters, { cursor: previous })}
        labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("ui:pages.previous") }}
        LinkAs={Link}
      />
    </ScholarshipRooms>
  );
}
