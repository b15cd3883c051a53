import { countWaitingRequests } from "#app/features/certificate/register/count-register.server.ts";
import { FailedJobs } from "#app/features/job/components/failed-jobs.tsx";
import { failedJobsSchemas } from "#app/features/job/failed-jobs-schema.ts";
import { findFailedWork, giveUpFailedJobs, retryFailedJobs } from "#app/features/job/tend-failed-jobs.server.ts";
import { AdminRooms } from "#app/features/oversight/components/overview/admin-rooms.tsx";
import { HealthList } from "#app/features/oversight/components/overview/health-list.tsx";
import { OverviewFigures } from "#app/features/oversight/components/overview/overview-figures.tsx";
import { findHealth } from "#app/features/oversight/overview/find-health.server.ts";
import { findOverview } from "#app/features/oversight/overview/find-overview.server.ts";
import { overviewSearchSchema } from "#app/features/oversight/overview/overview-period.ts";
import { countOrderTasks } from "#app/features/payment/orders/search/sum-orders.server.ts";
import { countWaitingScholarships } from "#app/features/payment/scholarships/count-scholarships.server.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/admin-home";

export const loader = declareLoader({
  access: "admin",
  search: overviewSearchSchema,
  load: async ({ personCtx, search }) => {
    const ctx = personCtx();
    const [overview, health, work, orders, requests, scholarships] = await Promise.all([
      findOverview(ctx, search),
      findHealth(ctx),
      findFailedWork(ctx),
      countOrderTasks(ctx),
      countWaitingRequests(ctx),
      countWaitingScholarships(ctx),
    ]);
    return { overview, health, work, tasks: { orders, requests, scholarships } };
  },
});

export const action = declareAction({
  access: "admin",
  intents: ["retry", "giveUp"],
  act: async ({ personCtx, form, href }) => {
    const which = failedJobsSchemas.which.safeParse(Object.fromEntries(form));
    if (!which.success) throw notFound();
    const back = (notice: string) => redirectWithNotice(href("/admin"), notice);
    if (form.get("intent") !== "giveUp") {
      await retryFailedJobs(personCtx(), which.data);
      return back("admin:jobs.retried");
    }
    const run = async ({ reason }: { reason: string }) => {
      await giveUpFailedJobs(personCtx(), { which: which.data, reason });
      return back("admin:jobs.gaveUp");
    };
    return handleForm({ form, schema: failedJobsSchemas.giveUp, run });
  },
});

export default function AdminHome({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("overview");
  const errors = useFormErrors(actionData?.result);
  const { overview, health, work, tasks } = loaderData;
  return (
    <Container className="grid grid-cols-[minmax(0,1fr)] gap-12 pb-16">
      <PlainHead title={t("admin:title")} narrowed={overview.days !== 30} />
      <div>
        <PageHeader title={t("admin:title")} lead={t("lead")} />
        <HealthList health={health} />
      </div>
      <OverviewFigures overview={overview} />
      <AdminRooms tasks={tasks} />
      <FailedJobs work={work} refused={{ kind: errors.typed("kind"), error: errors.field("reason") }} />
    </Container>
  );
}
