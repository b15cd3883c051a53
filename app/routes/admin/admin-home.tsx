import { z } from "zod";
import { CertificatesCard } from "#app/features/certificate/components/certificates-card.tsx";
import { countWaitingRequests } from "#app/features/certificate/register/count-register.server.ts";
import { FailedJobs } from "#app/features/job/components/failed-jobs.tsx";
import { findFailedJobs, retryFailedJob } from "#app/features/job/retry-failed-job.server.ts";
import { OrdersCard } from "#app/features/payment/components/admin-orders/orders-card.tsx";
import { GroupsCard } from "#app/features/payment/components/groups/groups-card.tsx";
import { PricesCard } from "#app/features/payment/components/prices/prices-card.tsx";
import { RevenueCard } from "#app/features/payment/components/revenue/revenue-card.tsx";
import { ScholarshipsCard } from "#app/features/payment/components/scholarships/admin/scholarships-card.tsx";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { countWaitingScholarships } from "#app/features/payment/scholarships/count-scholarships.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/admin-home";

/** The number of a job, as PostgreSQL counts them. */
const jobSchema = z.string().regex(/^\d{1,18}$/);

export const loader = declareLoader({
  access: "admin",
  load: async ({ personCtx }) => {
    const ctx = personCtx();
    const [jobs, waiting, tasks, scholarships] = await Promise.all([
      findFailedJobs(ctx),
      countWaitingRequests(ctx),
      countOrderTasks(ctx),
      countWaitingScholarships(ctx),
    ]);
    return { jobs, waiting, tasks, scholarships };
  },
});

export const action = declareAction({
  access: "admin",
  act: async ({ personCtx, form, href }) => {
    const job = jobSchema.safeParse(form.get("job"));
    if (!job.success) throw notFound();
    await retryFailedJob(personCtx(), { id: job.data });
    return redirectWithNotice(href("/admin"), "admin:jobs.retried");
  },
});

export default function AdminHome({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("admin");
  return (
    <Container className="pb-16">
      <PlainHead title={t("title")} />
      <PageHeader title={t("title")} lead={t("lead")} />
      <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        <CertificatesCard waiting={loaderData.waiting} />
        <OrdersCard tasks={loaderData.tasks} />
        <PricesCard />
        <ScholarshipsCard waiting={loaderData.scholarships} />
        <GroupsCard />
        <RevenueCard />
        <Card as="li">
          <h2 className="mb-2 font-bold font-read text-xl">
            <Link to="/admin/settings">{t("settings.title")}</Link>
          </h2>
          <p className="text-ink-2">{t("settings.card")}</p>
        </Card>
        <Card as="li">
          <h2 className="mb-2 font-bold font-read text-xl">
            <Link to="/admin/videos">{t("videos.title")}</Link>
          </h2>
          <p className="text-ink-2">{t("videos.card")}</p>
        </Card>
      </ul>
      <FailedJobs jobs={loaderData.jobs} />
    </Container>
  );
}
