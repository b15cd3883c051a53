import type { SubmissionResult } from "@conform-to/react";
import { Form } from "#app/platform/i18n/link.tsx";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { Field } from "#app/ui/field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import type { MediaFile } from "../../media/media-file.ts";
import { acceptedFiles, acceptedPictures } from "../../media/media-kinds.ts";
import { fileNameOf } from "../../media/media-name.ts";

type Result = SubmissionResult<string[]> | undefined;
type FormProps = { course: string; file: MediaFile; isUsed: boolean };

const stemOf = (path: string) => fileNameOf(path).replace(/\.[^.]*$/, "");

/** What a file is called, whose it is, and on what terms. */
export function MediaFactsForm({ course, file, isUsed, result }: FormProps & { result: Result }) {
  const { t } = useTranslation("media");
  const { field, typed } = useFormErrors(result);
  return (
    <Form method="post" action={`/teach/${course}/${file.path}`} className="grid max-w-xl gap-4">
      <Field
        name="name"
        label={t("edit.name")}
        hint={t(isUsed ? "edit.nameFixed" : "edit.nameHint")}
        error={field("name")}
        defaultValue={typed("name") ?? stemOf(file.path)}
        readOnly={isUsed}
        required
        maxLength={60}
        dir="ltr"
      />
      <Field
        name="credit"
        label={t("edit.credit")}
        error={field("credit")}
        defaultValue={typed("credit") ?? file.credit ?? ""}
        maxLength={300}
        dir="auto"
      />
      <Field
        name="licence"
        label={t("edit.licence")}
        hint={t("edit.licenceHint")}
        error={field("licence")}
        defaultValue={typed("licence") ?? file.licence ?? ""}
        maxLength={300}
        dir="auto"
      />
      <div>
        <Button name="intent" value="facts">
          {t("edit.save")}
        </Button>
      </div>
    </Form>
  );
}

/** Puts another file in the place of this one. */
export function ReplaceMediaForm({ course, file, result }: Omit<FormProps, "isUsed"> & { result: Result }) {
  const { t } = useTranslation("media");
  const words = useFileWords();
  const { field } = useFormErrors(result);
  return (
    <Form method="post" action={`/teach/${course}/${file.path}`} encType="multipart/form-data" className="grid gap-4">
      <FileField
        words={words}
        name="file"
        label={t("upload.field")}
        hint={t("replace.hint")}
        error={field("file")}
        accept={file.isPicture ? acceptedPictures : acceptedFiles}
        required
      />
      <div>
        <Button name="intent" value="replace" kind="quiet">
          {t("replace.send")}
        </Button>
      </div>
    </Form>
  );
}

/** Deletes a file that nothing shows. */
export function RemoveMediaForm({ course, file, isUsed }: FormProps) {
  const { t } = useTranslation("media");
  if (isUsed) return <p className="text-ink-2">{t("remove.inUse")}</p>;
  return (
    <Form method="post" action={`/teach/${course}/${file.path}`}>
      <ConfirmSubmit
        name="intent"
        value="remove"
        label={t("remove.send")}
        title={t("remove.title")}
        text={t("remove.text", { name: fileNameOf(file.path) })}
        confirmLabel={t("remove.send")}
        cancelLabel={t("remove.cancel")}
      />
    </Form>
  );
}
