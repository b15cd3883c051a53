import { type FormEvent, useState } from "react";
import { directionOf, type Locale, localeNames, type Translated } from "#app/platform/i18n/locales.ts";
import { translateMessage, withValues } from "#app/platform/i18n/message-key.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import type { EditorContext } from "./editor-context.ts";

const kinds = ["text", "lecture", "quiz"] as const;

type AddLessonProps = { section: { id: string; title: string }; editor: EditorContext };

/** Adds a lesson of any kind at the end of a section. */
export function AddLesson({ section, editor }: AddLessonProps) {
  const { t } = useTranslation("outline");
  const [open, setOpen] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-3">
      <Button
        type="button"
        kind="plain"
        size="s"
        aria-expanded={open}
        className="min-h-11 max-w-full justify-self-start"
        onClick={() => setOpen(!open)}
      >
        <Icon name="plus" className="size-5 flex-none" />
        <span className="min-w-0">{t("lesson.add", { title: section.title })}</span>
      </Button>
      {open ? <NewLessonForm section={section} editor={editor} done={() => setOpen(false)} /> : null}
    </div>
  );
}

function NewLessonForm({ section, editor: { course, acts }, done }: AddLessonProps & { done: () => void }) {
  const { t } = useTranslation("outline");
  const [kind, setKind] = useState<(typeof kinds)[number]>("text");
  const [title, setTitle] = useState<Translated>({});
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const missing = (locale: Locale) => locale === course.sourceLocale && !title[locale]?.trim();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (sending || course.locales.some(missing)) return;
    setSending(true);
    const given = Object.fromEntries(Object.entries(title).filter(([, text]) => text.trim() !== ""));
    const answer = await acts.addLesson({ kind, section: section.id, title: given, summary: {} });
    setSending(false);
    if (answer.result === "added") return done();
    const refused = answer.result === "refused";
    setProblem(refused ? translateMessage(t, withValues(answer.messageKey, answer.values)) : t("errors.away"));
  };
  return (
    <form onSubmit={add} noValidate className="grid grid-cols-1 gap-4 rounded-sm bg-paper p-4">
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      <Select
        name={`kind-${section.id}`}
        label={t("lesson.kind")}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={kind}
        onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? "text")}
      />
      {course.locales.map((locale) => (
        <Field
          key={locale}
          name={`new-${section.id}-${locale}`}
          label={t("lesson.titleIn", { language: localeNames[locale] })}
          lang={locale}
          dir={directionOf(locale)}
          maxLength={200}
          value={title[locale] ?? ""}
          error={tried && missing(locale) ? t("errors.titleNeeded") : undefined}
          onChange={(event) => setTitle({ ...title, [locale]: event.target.value })}
        />
      ))}
      <Button className="justify-self-start">{t("lesson.submit")}</Button>
    </form>
  );
}
