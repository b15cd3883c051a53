import { Form } from "#app/platform/i18n/link.tsx";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";

export const printables = ["both", "papers", "keys"] as const;
export type Printable = (typeof printables)[number];

type PrintChoicesProps = { seed: number; variants: number; most: number; what: Printable };

/** What is printed: which draw, how many variants, papers or keys. Works without JavaScript, but for the button that prints. */
export function PrintChoices({ seed, variants, most, what }: PrintChoicesProps) {
  const { t } = useTranslation("quiz-editor");
  const formats = useFormats();
  const numbers = Array.from({ length: most }, (_, index) => String(index + 1));
  const words = { both: t("print.both"), papers: t("print.papers"), keys: t("print.keys") };
  return (
    <Form method="get" action="" className="mb-6 grid items-start gap-4 sm:grid-cols-3 print:hidden">
      <Select
        name="variants"
        label={t("print.variants")}
        options={numbers.map((value) => ({ value, label: formats.number(Number(value)) }))}
        defaultValue={String(variants)}
      />
      <Select
        name="what"
        label={t("print.what")}
        options={printables.map((value) => ({ value, label: words[value] }))}
        defaultValue={what}
      />
      <Field
        key={seed}
        name="seed"
        type="number"
        min={0}
        max={2 ** 31 - 1}
        label={t("print.seed")}
        hint={t("print.seedHint")}
        defaultValue={seed}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-3">
        <Button kind="quiet">{t("print.show")}</Button>
        <Button type="button" onClick={() => window.print()}>
          <Icon name="print" className="size-5" />
          {t("print.print")}
        </Button>
      </div>
    </Form>
  );
}
