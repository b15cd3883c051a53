import { actSchema, bulkActs, reissueSchema } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { endCertificate } from "#app/features/certificate/issuing/end-certificate.server.ts";
import { reinstateCertificate } from "#app/features/certificate/issuing/reinstate-certificate.server.ts";
import { reissueCertificate } from "#app/features/certificate/issuing/reissue-certificate.server.ts";
import { renewCertificate } from "#app/features/certificate/issuing/renew-certificate.server.ts";
import { revokeCertificate } from "#app/features/certificate/issuing/revoke-certificate.server.ts";
import { writeSerial } from "#app/features/certificate/serial.ts";
import { notFound } from "#app/platform/errors/errors.ts";
import type { RouteInput } from "#app/platform/http/declare-route.server.ts";
import { handleForm } from "#app/platform/http/form.server.ts";
import { redirectWithNotice } from "#app/platform/http/notice.server.ts";
import type { PersonContext } from "#app/platform/http/request-context.server.ts";

type Input = RouteInput<{ serial: string }, unknown> & { form: FormData };

type One = { serial: string; reason: string };

/** An act that leaves the certificate the one that holds. */
const staying = (act: (ctx: PersonContext, one: One) => Promise<void>) => async (ctx: PersonContext, one: One) => {
  await act(ctx, one);
  return { serial: one.serial };
};

const acts = {
  revoke: staying(revokeCertificate),
  reinstate: staying(reinstateCertificate),
  end: staying(endCertificate),
  renew: renewCertificate,
};

/** The page of the certificate that holds now, with what was done. */
const told = ({ href }: Input, serial: string, act: string) =>
  redirectWithNotice(href(`/admin/certificates/record/${writeSerial(serial)}`), `certificate-admin:record.told.${act}`);

const fieldOf = (code: string) => (code === "nameless" ? "namesArabic" : undefined);

/** Does with a certificate what the button that was pressed says. */
export async function recordActions(input: Input) {
  const { form, params, personCtx } = input;
  form.set("serial", params.serial);
  const wanted = String(form.get("act"));
  if (wanted === "reissue")
    return handleForm({
      form,
      schema: reissueSchema,
      fieldOf,
      run: async (correction) => {
        const { serial } = await reissueCertificate(personCtx(), correction);
        return told(input, serial, "reissue");
      },
    });
  const act = bulkActs.find((one) => one === wanted);
  if (!act) throw notFound();
  return handleForm({
    form,
    schema: actSchema,
    run: async ({ serial, reason }) => {
      const holding = await acts[act](personCtx(), { serial, reason });
      return told(input, holding.serial, act);
    },
  });
}
