import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ImportedWork } from "../../references/import-references.server.ts";

type ImportReferencesProps = {
  result: SubmissionResult<string[]> | undefined;
  works: readonly ImportedWork[] | undefined;
};

/** Takes works from other programs, pasted or as a file, and says of each what became of it. */
export function ImportReferences({ result, works }: ImportReferencesProps) {
  const { t } = useTranslation("reference");
  const words = useFileWords();
  const errors = useFormErrors(result);
  return (
    <Disclosure summary={t("import.title")} open={result !== undefined || works !== undefined}>
      {works ? <ImportedWorks works={works} /> : null}
      <Form method="post" encType="multipart/form-data" className="grid justify-items-start gap-4 py-3">
        <input type="hidden" name="intent" value="import" />
        <FormErrors messages={errors.form} />
        <TextArea
          className="w-full"
          name="text"
          label={t("import.text")}
          hint={t("import.hint")}
          rows={6}
          dir="auto"
          defaultValue={errors.typed("text")}
          error={errors.field("text")}
        />
        <FileField words={words} name="file" label={t("import.file")} accept=".bib,.ris,.json,.txt" />
        <Button kind="quiet">{t("import.act")}</Button>
      </Form>
    </Disclosure>
  );
}

function ImportedWorks({ works }: { works: readonly ImportedWork[] }) {
  const { t } = useTranslation("reference");
  return (
    <section aria-label={t("import.outcome")} className="grid gap-2 py-3">
      <ul className="grid gap-2">
        {works.map((work) => (
          <li key={JSON.stringify(work)}>
            <bdi>{work.name}</bdi>: <strong>{t(`outcomes.${work.outcome}`)}</strong>
            {work.lost.length > 0 ? <LostFields names={work.lost} /> : null}
            {work.reason ? <> {t(`refusals.${work.reason}`)}</> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LostFields({ names }: { names: readonly string[] }) {
  const { t } = useTranslation("reference");
  return (
    <>
      {" "}
      {t("import.lost")} <bdi dir="ltr">{names.join(", ")}</bdi>
    </>
  );
}
