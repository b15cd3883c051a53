import type { SubmissionResult } from "@conform-to/react";
import { useId } from "react";
import { Form, Link } from "#app/platform/i18n/link.tsx";
import { directionOf, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useFormErrors } from "#app/platform/i18n/use-form-errors.ts";
import { useFormats } from "#app/platform/i18n/use-formats.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { ConfirmSubmit } from "#app/ui/confirm-submit.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { LetterPreview } from "./letter-preview.tsx";

type Text = { key: string; usual: string; own: string | null; field: string; placeholders: string[] };
type Version = { number: number; createdAt: Date | string; madeBy: string | null; changed: number };

export type EditedLetter = { name: string; samples: number; texts: Text[]; versions: Version[] };

type LetterEditorProps = { letter: EditedLetter; language: Locale; result: SubmissionResult<string[]> | undefined };

/** The words of one letter in one language, with how it looks, and the versions that there were. */
export function LetterEditor({ letter, language, result }: LetterEditorProps) {
  const { t } = useTranslation("mails-admin");
  return (
    <div className="grid gap-8">
      <Languages letter={letter} language={language} />
      <div className="grid gap-8 xl:grid-cols-2">
        <section className="grid content-start gap-4">
          <h2 className="font-bold font-read text-2xl">{t("words")}</h2>
          <p className="text-ink-2">{t("wordsHint")}</p>
          <WordsForm letter={letter} language={language} result={result} />
        </section>
        <LetterPreview letter={letter} language={language} />
      </div>
      <Versions letter={letter} language={language} />
    </div>
  );
}

function Languages({ letter, language }: { letter: EditedLetter; language: Locale }) {
  const { t } = useTranslation("mails-admin");
  return (
    <nav aria-label={t("languages")}>
      <ul className="flex flex-wrap gap-2">
        {locales.map((locale) => (
          <li key={locale}>
            <Link
              to={`/admin/mails/${letter.name}?language=${locale}`}
              lang={locale}
              aria-current={locale === language ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-sm px-4 text-ink-2 no-underline hover:bg-surface-2 aria-[current=page]:bg-tile-tint aria-[current=page]:font-semibold aria-[current=page]:text-tile-strong"
            >
              {localeNames[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function WordsForm({ letter, language, result }: LetterEditorProps) {
  const { t } = useTranslation("mails-admin");
  const errors = useFormErrors(result);
  const id = useId();
  const ask = { cancelLabel: t("ui:cancel"), confirmLabel: t("toDefault") };
  return (
    <Form method="post" noValidate reloadDocument id={id} className="grid gap-5">
      <FormErrors messages={errors.form} />
      <input type="hidden" name="language" value={language} />
      {letter.texts.map(({ key, usual, own, field, placeholders }) => (
        <TextArea
          key={key}
          label={<TextName name={key} />}
          name={`words.${field}`}
          rows={Math.min(8, Math.ceil(usual.length / 70) + 1)}
          lang={language}
          dir={directionOf(language)}
          hint={hintOf({ t, usual: own === null ? null : usual, placeholders })}
          error={errors.field(`words.${field}`)}
          defaultValue={errors.typed(`words.${field}`) ?? own ?? usual}
        />
      ))}
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="save">
          {t("save")}
        </Button>
        <Button
          kind="quiet"
          formAction={`/resources/letter-preview/${letter.name}/${language}`}
          formTarget="letter-preview"
        >
          {t("preview.typed")}
        </Button>
        <Button kind="quiet" name="intent" value="test">
          {t("test")}
        </Button>
        {letter.texts.some(({ own }) => own !== null) ? (
          <ConfirmSubmit
            label={t("toDefault")}
            title={t("toDefault")}
            text={t("toDefaultText")}
            kind="danger"
            name="intent"
            value="default"
            {...ask}
          />
        ) : null}
      </div>
    </Form>
  );
}

const parts = ["subject", "text", "action"] as const;

/** Which part of the letter a text is, and what it is called, by which two of a kind are told apart. */
function TextName({ name }: { name: string }) {
  const { t } = useTranslation("mails-admin");
  const [, path = ""] = name.split(":");
  const last = path.split(".").at(-1)?.split("_")[0];
  const part = parts.find((one) => one === last) ?? "text";
  return (
    <>
      {t(`parts.${part}`)}{" "}
      <bdi dir="ltr" className="font-normal text-ink-2 text-sm">
        ({path})
      </bdi>
    </>
  );
}

type HintParts = {
  t: ReturnType<typeof useTranslation>["t"];
  /** The default, where the academy's own words stand in the field. */
  usual: string | null;
  placeholders: string[];
};

function hintOf({ t, usual, placeholders }: HintParts) {
  if (usual === null && placeholders.length === 0) return undefined;
  return (
    <>
      {placeholders.length > 0 ? (
        <span className="block">
          {t("placeholders")} <bdi dir="ltr">{placeholders.map((name) => `{{${name}}}`).join(" ")}</bdi>
        </span>
      ) : null}
      {usual === null ? null : (
        <span className="block">
          {t("usual")} <bdi>{usual}</bdi>
        </span>
      )}
    </>
  );
}

function Versions({ letter, language }: { letter: EditedLetter; language: Locale }) {
  const { t } = useTranslation("mails-admin");
  const { moment } = useFormats();
  return (
    <section className="grid gap-3">
      <h2 className="font-bold font-read text-2xl">{t("versions")}</h2>
      {letter.versions.length === 0 ? <p className="text-ink-2">{t("noVersions")}</p> : null}
      <ol className="divide-y divide-line rounded border border-line bg-surface empty:hidden">
        {letter.versions.map(({ number, createdAt, madeBy, changed }, index) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-3 px-4 py-2">
            <span className="grid gap-0.5">
              <span className="font-medium">
                {t("version", { number })} · {changed === 0 ? t("isDefault") : t("changed", { count: changed })}
              </span>
              <span className="text-ink-2 text-sm">
                {moment(createdAt)} · <bdi>{madeBy ?? t("nobody")}</bdi>
              </span>
            </span>
            {index > 0 ? (
              <Form method="post">
                <input type="hidden" name="language" value={language} />
                <input type="hidden" name="number" value={number} />
                <Button kind="quiet" size="s" name="intent" value="bringBack">
                  {t("bringBack")}
                </Button>
              </Form>
            ) : (
              <span className="text-ink-2 text-sm">{t("holds")}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
