import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { useSaveKey } from "#app/platform/browser/use-save-key.ts";
import { isLocale, type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { usePageContext } from "#app/platform/i18n/page-context.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { DraftNotices } from "./draft-notices.tsx";
import { LookFields } from "./look-fields.tsx";
import { ProblemsContext, useProblems } from "./problems.ts";
import { SaveBar } from "./save-bar.tsx";
import { SignatoryFields } from "./signatory-fields.tsx";
import { TemplatePreview } from "./template-preview.tsx";
import { type OpenTemplate, type TemplateDraftState, useTemplateDraft } from "./use-template-draft.ts";
import { WordingFields } from "./wording-fields.tsx";

type TemplateDeskProps = {
  /** Id of the person who works here. */
  owner: string;
  template: OpenTemplate;
};

/** Where a template is changed, beside the page as it would be. */
export function TemplateDesk({ owner, template }: TemplateDeskProps) {
  const { t } = useTranslation("certificate-template");
  const state = useTemplateDraft({ owner, template });
  const form = useRef<HTMLFormElement>(null);
  const { sent, draft } = state;
  const problems = sent?.result === "invalid" ? sent.problems : [];
  const save = () => {
    if (sent?.result !== "sending") void state.save();
  };
  useSaveKey(save);
  return (
    <ProblemsContext value={problems}>
      <noscript>
        <Notice kind="warning">{t("desk.noScript")}</Notice>
      </noscript>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <form
          ref={form}
          aria-label={t("desk.title")}
          // Room for the bar at the bottom, which must not hide what has the focus.
          className="grid min-w-0 gap-8 [&_button]:scroll-mb-28 [&_input]:scroll-mb-28 [&_select]:scroll-mb-28"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DraftNotices state={state} saved={template} />
          <Fields state={state} form={form} />
          <SaveBar state={state} />
        </form>
        <div className="min-w-0 lg:sticky lg:top-4">
          <TemplatePreview design={draft.design} />
        </div>
      </div>
    </ProblemsContext>
  );
}

function Fields({ state, form }: { state: TemplateDraftState; form: RefObject<HTMLFormElement | null> }) {
  const { t } = useTranslation("certificate-template");
  const problemAt = useProblems();
  const [beside, setBeside] = useBeside(state, form);
  const { draft, change } = state;
  return (
    <>
      <Field
        name="name"
        label={t("name.label")}
        hint={t("name.hint")}
        dir="auto"
        maxLength={120}
        error={problemAt("name")}
        value={draft.name}
        onChange={(event) => state.rename(event.target.value)}
      />
      <Part title={t("parts.look")}>
        <LookFields design={draft.design} change={change} />
      </Part>
      <Part title={t("parts.words")}>
        <Select
          className="max-w-xs"
          name="beside"
          label={t("wording.beside")}
          options={locales
            .filter((locale) => locale !== "ar")
            .map((locale) => ({ value: locale, label: localeNames[locale], lang: locale }))}
          value={beside}
          onChange={({ target }) => isLocale(target.value) && setBeside(target.value)}
        />
        <WordingFields design={draft.design} change={change} beside={beside} />
      </Part>
      <Part title={t("parts.signatories")}>
        <SignatoryFields
          signatories={draft.design.signatories}
          onChange={(signatories) => change({ signatories })}
          beside={beside}
        />
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-5">
      <h2 id={id} className="font-bold font-read text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The language beside Arabic; the first in which something is wrong once that is known, and its field has the focus. */
function useBeside({ sent }: TemplateDraftState, form: RefObject<HTMLFormElement | null>) {
  const { locale } = usePageContext().formats;
  const [beside, setBeside] = useState<Locale>(locale === "ar" ? "en" : locale);
  const problems = sent?.result === "invalid" ? sent.problems : undefined;
  useEffect(() => {
    if (!problems) return;
    const wrong = problems.flatMap(({ path }) => path.split("/").filter(isLocale));
    const [other] = wrong.includes("ar") ? [] : wrong;
    if (other) setBeside(other);
    // After the fields of that language are there.
    const frame = requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    return () => cancelAnimationFrame(frame);
  }, [problems, form]);
  return [beside, setBeside] as const;
}
