import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { MyCertificate, MyRequest } from "../issuing/certificate-rows.server.ts";
import { NamesFields } from "./names-fields.tsx";
import { NamesLine } from "./names-line.tsx";
import { Reason } from "./reason.tsx";

type AskForCorrectionProps = {
  certificate: MyCertificate;
  correction: MyRequest | undefined;
  result: SubmissionResult<string[]> | undefined;
};

/** Where a holder asks for other names on her certificate, and sees what became of that. */
export function AskForCorrection({ certificate, correction, result }: AskForCorrectionProps) {
  const { t } = useTranslation("certificate");
  const { serial, correctionWaiting } = certificate;
  const asked = correction ? { arabic: correction.namesArabic, latin: correction.namesLatin } : certificate.recipient;
  return (
    <section aria-labelledby={`${serial}-correct`} className="grid gap-3">
      <h3 id={`${serial}-correct`} className="font-semibold">
        {t("mine.correction.title")}
      </h3>
      {correctionWaiting ? (
        <Disclosure key={correction?.createdAt.getTime()} summary={t("names.change")} open={result !== undefined}>
          <CorrectionForm serial={serial} names={asked} result={result} />
        </Disclosure>
      ) : (
        <CorrectionForm serial={serial} names={certificate.recipient} result={result} />
      )}
    </section>
  );
}

/** What became of a request for other names. */
export function CorrectionState({ correction }: { correction: MyRequest }) {
  const { t } = useTranslation("certificate");
  const { date } = useFormats();
  const { state, createdAt, decidedAt, namesArabic, namesLatin, reason } = correction;
  return (
    <div className="grid gap-2 rounded-sm bg-tile-tint px-4 py-3">
      <p>
        {state === "refused"
          ? t("mine.correction.refused", { date: date(decidedAt ?? createdAt) })
          : t("mine.correction.waiting", { date: date(createdAt) })}
      </p>
      <NamesLine arabic={namesArabic} latin={namesLatin} />
      {state === "refused" && reason ? <Reason>{reason}</Reason> : null}
    </div>
  );
}

type CorrectionFormProps = Pick<MyCertificate, "serial"> & {
  /** The names to begin from. */
  names: MyCertificate["recipient"];
  result: AskForCorrectionProps["result"];
};

function CorrectionForm({ serial, names, result }: CorrectionFormProps) {
  const { t } = useTranslation("certificate");
  const errors = useFormErrors(result);
  const now = { namesArabic: names.arabic ?? "", namesLatin: names.latin ?? "" };
  return (
    <Form method="post" noValidate className="grid gap-4">
      <p className="text-ink-2">{t("mine.correction.text")}</p>
      <FormErrors messages={errors.form} />
      <input type="hidden" name="serial" value={serial} />
      <NamesFields
        arabic="namesArabic"
        latin="namesLatin"
        value={(name) => (result ? errors.typed(name) : now[name]) ?? ""}
        error={errors.field}
      />
      <TextArea
        label={t("mine.correction.note")}
        hint={t("mine.correction.noteHint")}
        name="note"
        rows={3}
        maxLength={500}
        defaultValue={errors.typed("note")}
        error={errors.field("note")}
      />
      <div>
        <Button kind="quiet" size="s" name="intent" value="ask-for-correction">
          {t("mine.correction.ask")}
        </Button>
      </div>
    </Form>
  );
}
