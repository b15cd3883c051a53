import type { SubmissionResult } from "@conform-to/react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { buttonClass } from "#app/ui/button-class.ts";
import { Field } from "#app/ui/field.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { kindFields } from "../../references/kind-fields.ts";
import type { ReferenceKind } from "../../references/reference-schema.ts";

/** A work as its form is filled: every value a text. */
export type WrittenReference = { kind: ReferenceKind; existing: string | null; values: Record<string, string> };

type ReferenceFormProps = {
  work: WrittenReference;
  back: string;
  result: SubmissionResult<string[]> | undefined;
};

/** Writes a work into the bibliography, or changes one. Works without JavaScript. */
export function ReferenceForm({ work, back, result }: ReferenceFormProps) {
  const { t } = useTranslation("reference");
  const errors = useFormErrors(result);
  const props = (name: string) => ({
    name,
    defaultValue: errors.typed(name) ?? work.values[name],
    error: errors.field(name),
    dir: "auto" as const,
  });
  const people = ["author", "editor", "translator"] as const;
  return (
    <Form method="post" className="grid gap-4 rounded border border-line bg-surface p-4 sm:p-5" aria-labelledby="work">
      <h2 id="work" className="font-bold font-read text-2xl">
        {t(`kinds.${work.kind}`)}
      </h2>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="type" value={work.kind} />
      <FormErrors messages={errors.form} />
      {work.existing === null ? (
        <Field {...props("key")} label={t("fields.key")} hint={t("hints.key")} required maxLength={64} dir="ltr" />
      ) : (
        <input type="hidden" name="existing" value={work.existing} />
      )}
      <Field {...props("title")} label={t("fields.title")} required maxLength={1000} />
      <Field {...props("otherTitle")} label={t("fields.otherTitle")} hint={t("hints.otherTitle")} maxLength={1000} />
      {people.map((name) => (
        <TextArea key={name} {...props(name)} label={t(`fields.${name}`)} hint={t("hints.names")} rows={2} />
      ))}
      <Field {...props("issued")} label={t("fields.issued")} hint={t("hints.issued")} maxLength={100} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {kindFields[work.kind].map((name) => (
          <Field key={name} {...props(name)} label={t(`fields.${name}`)} maxLength={1000} />
        ))}
      </div>
      <Field {...props("note")} label={t("fields.note")} maxLength={1000} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("save")}</Button>
        <Link to={back} className={buttonClass({ kind: "plain" })}>
          {t("cancel")}
        </Link>
      </div>
    </Form>
  );
}
