import { data, redirect } from "react-router";
import { z } from "zod";
import { certificateAddress } from "#app/features/certificate/certificate-address.ts";
import { findPublicCertificate } from "#app/features/certificate/issuing/find-public-certificate.server.ts";
import { CertificatePage } from "#app/features/certificate/public/components/certificate-page.tsx";
import { NoCertificate, type NoCertificateProps } from "#app/features/certificate/public/components/no-certificate.tsx";
import { limitGuesses } from "#app/features/certificate/public/limit-guesses.server.ts";
import { readSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { declareLoader } from "#app/platform/http/declare-route.server.ts";
import { publicOrigin } from "#app/platform/http/public-origin.server.ts";
import { PlainHead } from "#app/platform/i18n/plain-head.tsx";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Container } from "#app/ui/container.tsx";
import type { Route } from "./+types/certificate";

/** As much of a mistyped serial as is shown again. */
const SHOWN = 64;

const missing = (certificate: NoCertificateProps) => data({ missing: certificate }, { status: 404 });

export const loader = declareLoader({
  access: "anyone",
  params: z.object({ serial: z.string() }),
  load: async ({ ctx, params, url, href, web }) => {
    const { serial, problem } = readSerial(params.serial);
    if (problem) return missing({ typed: params.serial.slice(0, SHOWN), problem });
    if (writeSerial(serial) !== params.serial) throw redirect(href(certificateAddress(serial)), 301);
    const guess = { db: ctx.db, address: web.address };
    const certificate = await limitGuesses(guess, () => findPublicCertificate(ctx, { serial }));
    if (!certificate) return missing({ typed: serial });
    return data({ certificate, asked: ctx.clock.now().toISOString(), origin: publicOrigin(url) });
  },
});

export default function Certificate({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("verify");
  return (
    <Container width="reading" className="pt-8 pb-16 print:py-4">
      {"missing" in loaderData ? (
        <>
          <PlainHead title={t(loaderData.missing.problem ? "mistyped.title" : "unknown.title")} />
          <NoCertificate {...loaderData.missing} />
        </>
      ) : (
        <CertificatePage {...loaderData} />
      )}
    </Container>
  );
}
