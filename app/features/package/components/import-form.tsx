import { Form } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useFileWords } from "#app/platform/i18n/use-file-words.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";

/** Chooses a package and what it is to be. */
export function ImportForm({ asNew, refused }: { asNew: boolean; refused: string | undefined }) {
  const { t } = useTranslation("course-making");
  const words = useFileWords();
  return (
    <Card>
      <Form
        method="post"
        action="/teach/import"
        encType="multipart/form-data"
        noValidate
        className="grid justify-items-start gap-5"
      >
        <FileField
          words={words}
          name="file"
          accept=".zip,application/zip"
          required
          label={t("import.file")}
          hint={t("import.fileHint")}
          error={refused === undefined ? undefined : translateMessage(t, refused)}
        />
        <RadioGroup
          legend={t("import.as")}
          name="as"
          options={(["same", "new"] as const).map((value) => ({
            value,
            label: t(`import.${value}`),
            hint: t(`import.${value}Hint`),
          }))}
          defaultValue={asNew ? "new" : "same"}
        />
        <Button name="intent" value="look">
          {t("import.look")}
        </Button>
      </Form>
    </Card>
  );
}
