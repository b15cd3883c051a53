import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import type { Locale } from "#app/platform/i18n/locales.ts";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { LeftOut } from "../../importing/imported-text.ts";
import { textHref } from "./text-href.ts";

type ImportFormProps = {
  address: { course: string; lesson: string; language: Locale };
  /** What of the file that was just taken is not in the text. */
  leftOut: LeftOut[] | undefined;
  result: SubmissionResult<string[]> | undefined;
};

/** Takes a Word document or a file of Markdown into a lesson's text. */
export function ImportForm({ address, leftOut, result }: ImportFormProps) {
  const { t } = useTranslation("lesson-text");
  const words = useFileWords();
  const errors = useFormErrors(result);
  return (
    <div className="grid max-w-3xl gap-6">
      {leftOut ? <LeftOutNotice address={address} leftOut={leftOut} /> : null}
      <p className="text-ink-2">{t("import.lead")}</p>
      <Form method="post" encType="multipart/form-data" className="grid justify-items-start gap-4">
        <FormErrors messages={errors.form} />
        <FileField
          words={words}
          name="file"
          label={t("import.file")}
          accept=".docx,.md,.markdown,.txt"
          required
          error={errors.field("file")}
        />
        <RadioGroup
          legend={t("import.mode")}
          name="mode"
          options={[
            { value: "replace", label: t("import.replace") },
            { value: "append", label: t("import.append") },
          ]}
          defaultValue="replace"
        />
        <Button>{t("import.submit")}</Button>
      </Form>
    </div>
  );
}

function LeftOutNotice({ address, leftOut }: Pick<ImportFormProps, "address"> & { leftOut: LeftOut[] }) {
  const { t } = useTranslation("lesson-text");
  const keyed = leftOut.map((one, index) => ({ one, key: `left-${index}` }));
  return (
    <Notice kind="warning" title={t("import.leftOut")}>
      <ul className="grid list-disc gap-1 ps-5">
        {keyed.map(({ one, key }) => (
          <li key={key}>
            <LeftOutWords one={one} />
          </li>
        ))}
      </ul>
      <p className="pt-3">
        <Link to={textHref(address)}>{t("import.toText")}</Link>
      </p>
    </Notice>
  );
}

function LeftOutWords({ one }: { one: LeftOut }) {
  const { t } = useTranslation("lesson-text");
  if (one.kind === "line") return `${t("import.line", { line: one.line })} ${t(`import.why.${one.code}`)}`;
  return t(`import.left.${one.kind}`, one);
}
