import { useRef, useState } from "react";
import { directionOf, type Locale, localeNames } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { DirectionFindings } from "../bidi/direction-findings.tsx";
import type { EditorCourse, LessonEditorHandle } from "../editor/editor-props.ts";
import { LessonEditor } from "../editor/lesson-editor.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { PresenceNotice } from "./presence-notice.tsx";
import { SavingState } from "./saving-state.tsx";
import { nothingSaved, type SavedContent } from "./text-content.ts";
import type { OpenTextSaver } from "./text-saver.ts";
import { usePresence } from "./use-presence.ts";
import { useLooking, useTextSaver } from "./use-text-saver.ts";

type TextDeskProps = {
  course: EditorCourse;
  lesson: string;
  locale: Locale;
  /** Id of the person who writes. */
  owner: string;
  /** Null where none is written in this language. */
  text: SavedContent | null;
};

/** Where title, summary and text of a lesson are written in one language, and saved as they are written. */
export function TextDesk({ course, lesson, locale, owner, text }: TextDeskProps) {
  const { t } = useTranslation("lesson-text");
  const [tab] = useState(() => crypto.randomUUID());
  const [address] = useState({ course: course.slug, lesson, locale });
  const surface = useRef<LessonEditorHandle | null>(null);
  const { saver, state } = useTextSaver({ address, owner, tab, saved: text ?? nothingSaved, surface });
  const others = usePresence({ address, tab }, (updatedAt) => void saver.heard(updatedAt));
  const look = useLooking(saver);
  const { standing, conflict, merged, restored, mine } = state;
  return (
    <div className="grid gap-4">
      <PresenceNotice others={others} />
      {restored ? <Notice kind="info">{t("restored")}</Notice> : null}
      {merged.times > 0 ? <Notice kind="info">{t("merged", { name: merged.by ?? t("somebody") })}</Notice> : null}
      <SavingState standing={standing} />
      {conflict ? <ConflictPanel conflict={conflict} locale={locale} resolve={saver.resolve} /> : null}
      <div className={conflict ? "hidden" : "grid gap-4"} onInput={look}>
        <Lines saver={saver} mine={mine} locale={locale} />
        <VisuallyHidden as="h2">{t("surface", { language: localeNames[locale] })}</VisuallyHidden>
        <LessonEditor
          document={mine.document}
          locale={locale}
          course={course}
          label={t("surface", { language: localeNames[locale] })}
          onChange={(document) => saver.change({ document })}
          handle={surface}
        />
        <DirectionFindings
          document={mine.document}
          locale={locale}
          onMend={(document) => {
            surface.current?.replace(document);
            saver.change({ document });
          }}
        />
      </div>
    </div>
  );
}

type LinesProps = { saver: OpenTextSaver; mine: { title: string; summary: string }; locale: Locale };

function Lines({ saver, mine, locale }: LinesProps) {
  const { t } = useTranslation("lesson-text");
  const language = { lang: locale, dir: directionOf(locale) };
  const missing = (name: "title" | "summary") => (mine[name].trim() === "" ? t(`missing.${name}`) : undefined);
  return (
    <>
      <Field
        name="title"
        label={t("lesson-editor:name")}
        maxLength={200}
        value={mine.title}
        error={missing("title")}
        onChange={(event) => saver.change({ title: event.currentTarget.value })}
        {...language}
      />
      <TextArea
        name="summary"
        label={t("lesson-editor:summary")}
        rows={2}
        maxLength={1_000}
        value={mine.summary}
        error={missing("summary")}
        onChange={(event) => saver.change({ summary: event.currentTarget.value })}
        {...language}
      />
    </>
  );
}
