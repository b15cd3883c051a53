import { type FormEvent, useState } from "react";
import { directionOf, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import type { EditorContext } from "./editor-context.ts";

/** Adds a section at the end, named in the language in which the course is written first. */
export function AddSection({ editor: { course, acts } }: { editor: EditorContext }) {
  const { t } = useTranslation("outline");
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const locale = course.sourceLocale;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const title = name.trim().replace(/\s+/g, " ");
    setTried(title === "");
    if (title === "") return;
    acts.addSection({ [locale]: title });
    setName("");
  };
  return (
    <form onSubmit={add} noValidate className="flex flex-wrap items-end gap-3">
      <Field
        className="min-w-0 flex-1 basis-60"
        name="new-section"
        label={t("section.name", { language: localeNames[locale] })}
        lang={locale}
        dir={directionOf(locale)}
        maxLength={200}
        value={name}
        error={tried ? t("errors.titleNeeded") : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button kind="quiet">{t("section.add")}</Button>
    </form>
  );
}
