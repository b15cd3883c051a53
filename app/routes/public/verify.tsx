import { data, redirect } from "react-router";
import { z } from "zod";
import { certificateAddress } from "#app/features/certificate/certificate-address.ts";
import { SerialForm } from "#app/features/certificate/public/components/serial-form.tsx";
import { readSerial } from "#app/features/certificate/serial.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
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
  load: ({ search, url, href }) => {
    const origin = publicOrigin(url);
    if (search.serial === undefined) return { origin };
    const { serial, problem } = readSerial(search.serial);
    if (!problem) throw redirect(href(certificateAddress(serial)));
    return data({ origin, mistyped: { typed: search.serial.slice(0, SHOWN), problem } }, { status: 400 });
  },
});

export default function Verify({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("verify");
  const { origin, ...rest } = loaderData;
  return (
    <Container className="pb-16">
      <PageHead title={t("title")} description={t("lead")} origin={origin} path="/verify" />
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card as="section" aria-labelledby="by-serial" className="grid gap-4">
          <h2 id="by-serial" className="font-bold font-read text-2xl">
            {t("serial.title")}
          </h2>
          <SerialForm {...("mistyped" in rest ? rest.mistyped : {})} />
          <p className="text-ink-2 text-sm">{t("serial.scan")}</p>
        </Card>
      </div>
    </Container>
  );
}
