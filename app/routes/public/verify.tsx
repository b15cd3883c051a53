import { data, redirect } from "react-router";
import { z } from "zod";
import { certificateAddress } from "#app/features/certificate/certificate-address.ts";
import { issuerDid } from "#app/features/certificate/credential/issuer-did.ts";
import { FileCheck } from "#app/features/certificate/file-check/components/file-check.tsx";
import { countStatusLists } from "#app/features/certificate/file-check/count-status-lists.server.ts";
import { CheckWithoutUs } from "#app/features/certificate/public/components/check-without-us.tsx";
import { SerialForm } from "#app/features/certificate/public/components/serial-form.tsx";
import { readSerial } from "#app/features/certificate/serial.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { configuredOrigin } from "#app/platform/http/public-url.server.ts";
import { PageHead } from "#app/platform/i18n/page-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { Container } from "#app/ui/container.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/verify";

/** As much of a mistyped serial as is shown again. */
const SHOWN = 64;

export const loader = declareLoader({
  access: "anyone",
  search: z.object({ serial: z.string().optional() }),
  load: async ({ ctx, search, url, href }) => {
    const page = {
      origin: publicOrigin(url),
      did: issuerDid(configuredOrigin),
      statusLists: await countStatusLists(ctx),
    };
    if (search.serial === undefined) return page;
    const { serial, problem } = readSerial(search.serial);
    if (!problem) throw redirect(href(certificateAddress(serial)));
    return data({ ...page, mistyped: { typed: search.serial.slice(0, SHOWN), problem } }, { status: 400 });
  },
});

export default function Verify({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("verify");
  const { origin, did, statusLists } = loaderData;
  return (
    <Container className="pb-16">
      <PageHead title={t("title")} description={t("lead")} origin={origin} path="/verify" />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card as="section" aria-labelledby="by-serial" className="grid gap-4">
          <h2 id="by-serial" className="font-bold font-read text-2xl">
            {t("serial.title")}
          </h2>
          <SerialForm {...("mistyped" in loaderData ? loaderData.mistyped : {})} />
          <p className="text-ink-2 text-sm">{t("serial.scan")}</p>
        </Card>
        <FileCheck did={did} statusLists={statusLists} />
      </div>
      <div className="mt-8">
        <CheckWithoutUs did={did} />
      </div>
    </Container>
  );
}
