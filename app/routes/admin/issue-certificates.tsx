import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { BatchTable } from "#app/features/certificate/components/issue/batch-table.tsx";
import { IssueByHand } from "#app/features/certificate/components/issue/issue-by-hand.tsx";
import { IssueToMany } from "#app/features/certificate/components/issue/issue-to-many.tsx";
import { batchSchema, issueByHandSchema } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { issueByHand } from "#app/features/certificate/issuing/issue-by-hand.server.ts";
import { startBatch } from "#app/features/certificate/issuing/start-batch.server.ts";
import { issueSearchSchema, readBatchChoice } from "#app/features/certificate/register/batch-choice.ts";
import { findIssuePage } from "#app/features/certificate/register/find-issue-page.server.ts";
import { previewBatch } from "#app/features/certificate/register/preview-batch.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { Route } from "./+types/issue-certificates";

export const loader = declareLoader({
  access: "admin",
  search: issueSearchSchema,
  load: async ({ personCtx, search: { to, after } }) => {
    const ctx = personCtx();
    const choice = readBatchChoice(to);
    const [page, preview] = await Promise.all([
      findIssuePage(ctx, { after }),
      choice ? previewBatch(ctx, choice) : undefined,
    ]);
    return { ...page, to: choice ? to : undefined, preview, after };
  },
});

const fieldOf = (code: string) => {
  if (code === "unknownLearner") return "learner";
  if (code === "nameless" || code === "hasNames") return "namesArabic";
  return code === "unknownSubject" ? "for" : undefined;
};

export const action = declareAction({
  access: "admin",
  search: issueSearchSchema,
  intents: ["byHand", "toMany"],
  act: ({ personCtx, form, href }) => {
    const intent = form.get("intent");
    if (intent === "byHand")
      return handleForm({
        form,
        schema: issueByHandSchema,
        fieldOf,
        run: async (wanted) => {
          const { serial, issued } = await issueByHand(personCtx(), wanted);
          const told = issued ? "certificate-admin:issue.byHand.done" : "certificate-admin:issue.byHand.held";
          return redirectWithNotice(href(`/admin/certificates/record/${writeSerial(serial)}`), told);
        },
      });
    if (intent === "toMany")
      return handleForm({
        form,
        schema: batchSchema,
        run: async (wanted) => {
          const { batchId } = await startBatch(personCtx(), wanted);
          return redirectWithNotice(
            href(`/admin/certificates/batches/${batchId}`),
            "certificate-admin:issue.toMany.begun",
          );
        },
      });
    throw notFound();
  },
});

export default function IssueCertificates({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-admin");
  const { achievements, batches, next, after, to, preview } = loaderData;
  const intent = actionData?.result?.initialValue?.intent;
  const byHand = useFormErrors(intent === "byHand" ? actionData?.result : undefined);
  const toMany = useFormErrors(intent === "toMany" ? actionData?.result : undefined);
  return (
    <CertificateRooms room="issue" title={t("issue.title")} lead={t("issue.lead")}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <IssueByHand achievements={achievements} errors={byHand} />
        <IssueToMany achievements={achievements} to={to} preview={preview} errors={toMany} />
      </div>
      <BatchTable batches={batches} next={next} after={after} />
    </CertificateRooms>
  );
}
