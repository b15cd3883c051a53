import { redirect } from "react-router";
import { z } from "zod";
import { CertificateRooms } from "#app/features/certificate/components/certificate-rooms.tsx";
import { ChainList } from "#app/features/certificate/components/record/chain-list.tsx";
import { HistoryList } from "#app/features/certificate/components/record/history-list.tsx";
import { Proofs } from "#app/features/certificate/components/record/proofs.tsx";
import { RecordActs } from "#app/features/certificate/components/record/record-acts.tsx";
import { RecordHead, RecordLinks } from "#app/features/certificate/components/record/record-head.tsx";
import { RecordRequests } from "#app/features/certificate/components/record/record-requests.tsx";
import { ReissueForm } from "#app/features/certificate/components/record/reissue-form.tsx";
import { WhatItSays } from "#app/features/certificate/components/record/what-it-says.tsx";
import { RecipientNames } from "#app/features/certificate/components/register/recipient-names.tsx";
import { bulkActs } from "#app/features/certificate/issuing/certificate-acts-schema.ts";
import { findCertificateRecord } from "#app/features/certificate/issuing/find-certificate-record.server.ts";
import { findChain } from "#app/features/certificate/register/find-chain.server.ts";
import { readSerial, writeSerial } from "#app/features/certificate/serial.ts";
import { declareAction, declareLoader } from "#app/platform/http/declare-route.server.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import type { Route } from "./+types/certificate-record";
import { recordActions } from "./record-actions.server.ts";

const params = z.object({ serial: z.string().max(100) });

export const loader = declareLoader({
  access: "admin",
  params,
  load: async ({ personCtx, params: { serial: typed }, href }) => {
    const { serial } = readSerial(typed);
    if (serial !== undefined && typed !== writeSerial(serial))
      throw redirect(href(`/admin/certificates/record/${writeSerial(serial)}`));
    const ctx = personCtx();
    const [record, chain] = await Promise.all([
      findCertificateRecord(ctx, { serial: typed }),
      findChain(ctx, { serial: serial ?? "" }),
    ]);
    return { record, chain };
  },
});

export const action = declareAction({
  access: "admin",
  params,
  intentField: "act",
  intents: [...bulkActs, "reissue"],
  act: (input) => recordActions(input),
});

export default function Record({ loaderData: { record, chain }, actionData }: Route.ComponentProps) {
  const { arabic, latin } = record.snapshot.recipient;
  const isReissue = actionData?.result?.initialValue?.act === "reissue";
  const acts = useFormErrors(isReissue ? undefined : actionData?.result);
  const reissue = useFormErrors(isReissue ? actionData?.result : undefined);
  return (
    <CertificateRooms
      room="register"
      inner
      title={<RecipientNames arabic={arabic} latin={latin} />}
      text={latin ?? arabic ?? writeSerial(record.serial)}
      crumb={writeSerial(record.serial)}
      lead={<RecordHead record={record} />}
      actions={<RecordLinks record={record} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="grid min-w-0 gap-6">
          <WhatItSays record={record} />
          <Proofs record={record} />
          <HistoryList record={record} />
        </div>
        <div className="grid min-w-0 gap-6">
          <RecordActs record={record} errors={acts} />
          <ReissueForm key={record.serial} record={record} errors={reissue} />
          <ChainList chain={chain} serial={record.serial} />
          <RecordRequests requests={record.requests} />
        </div>
      </div>
    </CertificateRooms>
  );
}
