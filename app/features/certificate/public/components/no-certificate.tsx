import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Card } from "#app/ui/card.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type SerialProblem, writeSerial } from "../../serial.ts";
import { SerialForm } from "./serial-form.tsx";

export type NoCertificateProps = {
  typed: string;
  /** What is wrong with it; none where it is a serial that no certificate has. */
  problem?: SerialProblem;
};

/** What stands in the place of a certificate that is not there, with the way to type its serial again. */
export function NoCertificate({ typed, problem }: NoCertificateProps) {
  const { t } = useTranslation("verify");
  const kind = problem ? "mistyped" : "unknown";
  const text = problem ? t("mistyped.again") : t("unknown.text", { serial: `\u2066${writeSerial(typed)}\u2069` });
  return (
    <>
      <PageHeader title={t(`${kind}.title`)} lead={text} />
      <Card className="max-w-lg">
        <SerialForm typed={problem ? typed : writeSerial(typed)} problem={problem} />
      </Card>
    </>
  );
}
