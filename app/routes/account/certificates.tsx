import { resultOf } from "#app/features/account/components/form-result.ts";
import { AwardRequests } from "#app/features/certificate/components/award-requests.tsx";
import { MyCertificateCard } from "#app/features/certificate/components/my-certificate-card.tsx";
import { NamesSection } from "#app/features/certificate/components/names-section.tsx";
import { ProgrammesInProgress } from "#app/features/certificate/components/programmes-in-progress.tsx";
import { findMyCertificates } from "#app/features/certificate/issuing/find-my-certificates.server.ts";
import { correctionOf, openAwards } from "#app/features/certificate/sort-requests.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { Link } from "#app/platform/i18n/link.tsx";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { buttonClass } from "#app/ui/button-class.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { Route } from "./+types/certificates";
import { certificateActions } from "./certificate-actions.server.ts";

export const loader = declareLoader({
  access: "signedIn",
  load: async ({ personCtx }) => {
    const { names, certificates, requests, programmes } = await findMyCertificates(personCtx());
    return {
      names,
      certificates: certificates.map((certificate) => ({
        certificate,
        correction: correctionOf(requests, certificate),
      })),
      awards: openAwards(requests, certificates),
      programmes,
    };
  },
});

export const action = declareAction({ access: "signedIn", act: certificateActions });

export default function MyCertificates({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("certificate");
  const { names, certificates, awards, programmes } = loaderData;
  const refused = resultOf(actionData, "ask-for-correction");
  return (
    <>
      <PlainHead title={t("mine.title")} />
      <PageHeader title={t("mine.title")} lead={t("mine.lead")} />
      {certificates.length + awards.length === 0 ? <Nothing /> : null}
      <div className="grid gap-6">
        <AwardRequests requests={awards} />
        {certificates.map(({ certificate, correction }) => (
          <MyCertificateCard
            key={certificate.serial}
            certificate={certificate}
            correction={correction}
            result={refused?.initialValue?.serial === certificate.serial ? refused : undefined}
          />
        ))}
      </div>
      <ProgrammesInProgress programmes={programmes} />
      <Card className="mt-12">
        <NamesSection heading="h2" names={names} result={resultOf(actionData, "check-names")} />
      </Card>
    </>
  );
}

function Nothing() {
  const { t } = useTranslation("certificate");
  return (
    <EmptyState
      title={t("mine.empty.title")}
      text={t("mine.empty.text")}
      action={
        <>
          <Link to="/courses" className={buttonClass()}>
            {t("mine.empty.action")}
          </Link>
          <Link to="/learn" className={buttonClass({ kind: "quiet" })}>
            {t("learn:title")}
          </Link>
        </>
      }
    />
  );
}
