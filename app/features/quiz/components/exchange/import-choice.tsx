import { Form } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { importFormats, MOST_FILE_BYTES } from "../../exchange/exchange-formats.ts";

type ImportChoiceProps = {
  /** Whether a file has been looked at already. */
  again: boolean;
  /** Why the last file was not even read, as a message key. */
  refused: string | undefined;
  format: string | undefined;
};

/** Chooses a file of questions to look at. */
export function ImportChoice({ again, refused, format }: ImportChoiceProps) {
  const { t } = useTranslation("question-import");
  const words = useFileWords();
  const formats = importFormats.map((one) => ({ value: one, label: t(`formats.${one}`) }));
  return (
    <Form method="post" encType="multipart/form-data" className="grid max-w-xl gap-5">
      {again ? <h2 className="font-bold font-read text-xl">{t("another")}</h2> : null}
      <FileField
        words={words}
        label={t("file")}
        name="file"
        required
        hint={t("fileHint", { megabytes: MOST_FILE_BYTES / 1024 / 1024 })}
        accept=".gift,.txt,.xml,.zip,.yaml,.yml"
        {...(refused ? { error: translateMessage(t, refused) } : {})}
      />
      <Select
        label={t("format")}
        name="format"
        hint={t("formatHint")}
        options={[{ value: "auto", label: t("formats.auto") }, ...formats]}
        defaultValue={format ?? "auto"}
      />
      <div>
        <Button type="submit" name="intent" value="look" kind={again ? "quiet" : "primary"}>
          {t("look")}
        </Button>
      </div>
    </Form>
  );
}
