import { useEffect, useState } from "react";
import { localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Select } from "#app/ui/select.tsx";
import { type CertificateForm, certificateForms } from "../../certificate-forms.ts";
import type { PreviewSubject } from "../../document/sample-snapshot.ts";
import type { TemplateDesign } from "../../templates/template-design.ts";
import { sendPreview } from "./send-template.ts";

/** After so many milliseconds without a change the picture follows. */
const PAUSE = 400;

/** After so many milliseconds it is asked again for what could not be drawn on a dead line. */
const AGAIN = 5_000;

const subjects = ["course", "programme", "longCourse", "longProgramme"] as const satisfies readonly PreviewSubject[];

// What scrolls must be reachable by keyboard (WCAG 2.1.1).
const scrollable = { tabIndex: 0 };

type Order = { design: TemplateDesign; form: CertificateForm; subject: PreviewSubject };
type Drawn = {
  picture: string | undefined;
  state: "drawing" | "drawn" | "invalid" | "away" | "shut";
  problems: number;
};

/** The page as the server draws it; the last good picture stays while another is drawn, and when none can be. */
function useDrawing({ design, form, subject }: Order): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ picture: undefined, state: "drawing", problems: 0 });
  useEffect(() => {
    let gone = false;
    const draw = async () => {
      const answer = await sendPreview({ design, form, subject });
      if (gone) return;
      const problems = answer.result === "invalid" ? answer.problems : 0;
      const fresh = answer.result === "drawn" ? new Blob([answer.svg], { type: "image/svg+xml" }) : undefined;
      setDrawn((before) => ({
        picture: fresh ? URL.createObjectURL(fresh) : before.picture,
        state: answer.result,
        problems,
      }));
      if (answer.result === "away") timer = setTimeout(draw, AGAIN);
    };
    setDrawn((before) => ({ ...before, state: "drawing" }));
    let timer = setTimeout(draw, PAUSE);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [design, form, subject]);
  const { picture } = drawn;
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture) : undefined), [picture]);
  return drawn;
}

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value =>
  values.some((one) => one === value);

/** The certificate of a sample learner, in any of its forms, as this design makes it. */
export function TemplatePreview({ design }: { design: TemplateDesign }) {
  const { t } = useTranslation("certificate-template");
  const [form, setForm] = useState<CertificateForm>("ar-en");
  const [subject, setSubject] = useState<PreviewSubject>("course");
  const drawn = useDrawing({ design, form, subject });
  const nameOf = (one: CertificateForm) => (one === "ar-en" ? t("preview.both") : localeNames[one]);
  return (
    <section
      aria-labelledby="preview"
      className="grid gap-4 rounded border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <h2 id="preview" className="font-bold font-read text-2xl">
        {t("preview.title")}
      </h2>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="preview-form"
          label={t("preview.form")}
          options={certificateForms.map((value) => ({ value, label: nameOf(value) }))}
          value={form}
          onChange={({ target }) => isOneOf(certificateForms, target.value) && setForm(target.value)}
        />
        <Select
          name="preview-sample"
          label={t("preview.sample")}
          options={subjects.map((value) => ({ value, label: t(`preview.samples.${value}`) }))}
          value={subject}
          onChange={({ target }) => isOneOf(subjects, target.value) && setSubject(target.value)}
        />
      </div>
      <Picture {...drawn} alt={t("preview.alt", { form: nameOf(form) })} />
    </section>
  );
}

/** The picture, what is to be said of it, and its full size for whoever wants to read the small print. */
function Picture({ picture, state, problems, alt }: Drawn & { alt: string }) {
  const { t } = useTranslation("certificate-template");
  const [large, setLarge] = useState(false);
  return (
    <>
      <section aria-label={alt} className="overflow-auto" {...scrollable}>
        {picture ? (
          <img
            src={picture}
            alt={alt}
            className={classNames(
              "aspect-[297/210]",
              large ? "w-280 max-w-none" : "w-full",
              state !== "drawn" && "opacity-60",
            )}
          />
        ) : (
          <div className="aspect-[297/210] w-full rounded-sm bg-surface-2" />
        )}
      </section>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="min-w-0 flex-1 basis-48 text-ink-2 text-sm">
          {state === "invalid" ? t("preview.invalid", { count: problems }) : t(`preview.state.${state}`)}
        </p>
        <Button type="button" kind="quiet" size="s" aria-pressed={large} onClick={() => setLarge(!large)}>
          {t("preview.large")}
        </Button>
      </div>
    </>
  );
}
