import { useState } from "react";
import { type Locale, localeNames, locales } from "#app/platform/i18n/locales.ts";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Select } from "#app/ui/select.tsx";
import type { DraftCaptions } from "../../editing/find-draft-lecture.server.ts";
import { CaptionEditor } from "./caption-editor.tsx";
import type { EditorVideo } from "./use-editor-video.ts";

type CaptionsSectionProps = {
  address: { course: string; lesson: string };
  owner: string;
  /** The languages of the course, the first to be offered. */
  courseLocales: Locale[];
  captions: DraftCaptions[];
  lengthSeconds: number | null;
  video: EditorVideo;
};

const NONE = { cues: [], updatedAt: null };

/** The captions of a lecture, one language at a time. */
export function CaptionsSection({ address, owner, courseLocales, captions, ...rest }: CaptionsSectionProps) {
  const { t } = useTranslation("lecture-editor");
  const [locale, setLocale] = useState<Locale>(captions[0]?.locale ?? courseLocales[0] ?? "ar");
  const offered = [...new Set([...courseLocales, ...locales])];
  const options = offered.map((one) => {
    const count = captions.find((other) => other.locale === one)?.cues.length ?? 0;
    const label = count > 0 ? t("captions.languageWith", { language: localeNames[one], count }) : localeNames[one];
    return { value: one, label };
  });
  const { cues, updatedAt } = captions.find((one) => one.locale === locale) ?? NONE;
  return (
    <section aria-labelledby="captions" className="grid grid-cols-1 gap-4">
      <h2 id="captions" className="font-bold font-read text-2xl">
        {t("captions.title")}
      </h2>
      <Select
        className="max-w-xs"
        name="locale"
        label={t("captions.language")}
        options={options}
        value={locale}
        onChange={(event) => setLocale(offered.find((one) => one === event.target.value) ?? locale)}
      />
      <CaptionEditor
        key={locale}
        address={address}
        locale={locale}
        saved={{ cues, updatedAt }}
        owner={owner}
        {...rest}
      />
    </section>
  );
}
