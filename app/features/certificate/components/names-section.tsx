import type { SubmissionResult } from "@conform-to/react";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { MyNames } from "../issuing/certificate-rows.server.ts";
import { NamesForm } from "./names-form.tsx";
import { NamesSample } from "./names-sample.tsx";

type NamesSectionProps = { names: MyNames; result: SubmissionResult<string[]> | undefined };

/** The names that will stand on a certificate: asked for until she has said that they are right, then shown. */
export function NamesSection({ names, result }: NamesSectionProps) {
  const { t } = useTranslation("certificate");
  const { date } = useFormats();
  const { arabic, latin, checkedAt } = names;
  const settled = checkedAt !== null && (arabic !== null || latin !== null);
  return (
    <div className="grid gap-3">
      <h3 className="font-semibold">{t("names.title")}</h3>
      {settled ? (
        <>
          {result ? null : <NamesSample arabic={arabic} latin={latin} />}
          <p className="text-ink-2 text-sm">{t("names.checked", { date: date(checkedAt) })}</p>
          <Disclosure key={checkedAt.getTime()} summary={t("names.change")} open={result !== undefined}>
            <NamesForm names={names} result={result} />
          </Disclosure>
        </>
      ) : (
        <NamesForm names={names} result={result} />
      )}
    </div>
  );
}
