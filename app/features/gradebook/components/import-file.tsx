import { Form, Link } from "#app/platform/i18n/link.tsx";
import { translateMessage } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { FileField } from "#app/ui/file-field.tsx";

type ImportFileProps = { course: string; again: boolean; refused: string | undefined };

/** The file to look at, and how it should be. */
export function ImportFile({ course, again, refused }: ImportFileProps) {
  const { t } = useTranslation("gradebook");
  return (
    <section aria-labelledby="file" className="grid max-w-2xl gap-4">
      <h2 id="file" className="font-bold font-read text-2xl">
        {again ? t("import.another") : t("import.file")}
      </h2>
      <ul className="grid list-disc gap-1 ps-5">
        <li>
          {t("import.how.export")}{" "}
          <Link to={`/teach/${course}/grades.csv`} reloadDocument>
            {t("export")}
          </Link>
        </li>
        <li>{t("import.how.whose")}</li>
        <li>{t("import.how.numbers")}</li>
        <li>{t("import.how.empty")}</li>
      </ul>
      <Form method="post" encType="multipart/form-data" className="grid gap-4">
        <FileField
          name="file"
          label={t("import.choose")}
          words={{ choose: t("import.chooseFile"), none: t("import.noFile") }}
          accept=".csv,text/csv,text/plain"
          error={refused ? translateMessage(t, refused) : undefined}
        />
        <div>
          <Button name="intent" value="look" kind={again ? "quiet" : "primary"}>
            {t("import.look")}
          </Button>
        </div>
      </Form>
    </section>
  );
}
