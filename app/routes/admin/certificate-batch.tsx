import { z } from "zod";
import { BatchProgress } from "#app/features/certificate/components/batch/batch-progress.tsx";
import { SkippedTable } from "#app/features/certificate/components/batch/skipped-table.tsx";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { findBatch } from "#app/features/certificate/issuing/find-batch.server.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { LocalText } from "#app/platform/i18n/local-text.tsx";
import { pickTranslated } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { PageLinks } from "#app/ui/page-links.tsx";
import type { Route } from "./+types/certificate-batch";

export const loader = declareLoader({
  access: "admin",
  params: z.object({ batch: z.uuid() }),
  search: z.object({ after: z.uuid().optional().catch(undefined) }),
  load: async ({ personCtx, params, search: { after } }) => ({
    batch: await findBatch(personCtx(), { batchId: params.batch, after }),
    after,
  }),
});

export default function CertificateBatch({ loaderData: { batch, after } }: Route.ComponentProps) {
  const { t } = useTranslation("certificate-admin");
  const formats = useFormats();
  const { locale } = usePageContext().formats;
  const title = pickTranslated(batch.for.titles, locale);
  const address = `/admin/certificates/batches/${batch.id}`;
  return (
    <CertificateRooms
      room="issue"
      inner
      title={<LocalText value={title} />}
      text={title.text}
      lead={
        <>
          {batch.cohort ? (
            <p>
              <LocalText value={pickTranslated(batch.cohort.names, locale)} />
            </p>
          ) : null}
          <p dir="auto">{batch.reason}</p>
          <p className="text-base">
            {batch.createdBy ? (
              <>
                <bdi>{batch.createdBy}</bdi> ·{" "}
              </>
            ) : null}
            {formats.moment(batch.createdAt)}
          </p>
        </>
      }
    >
      <div className="grid gap-8">
        <BatchProgress batch={batch} />
        <div>
          <SkippedTable skipped={batch.skippedLearners} />
          <PageLinks
            next={batch.next && `${address}?after=${batch.next}`}
            previous={after ? address : undefined}
            labels={{ navigation: t("ui:pages.navigation"), next: t("ui:pages.next"), previous: t("teach:firstPage") }}
            LinkAs={Link}
          />
        </div>
      </div>
    </CertificateRooms>
  );
}
