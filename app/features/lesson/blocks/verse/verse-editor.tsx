import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import type { LessonNode } from "../../lesson-node.ts";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { newLine, nextHalf, slash } from "./verse-keys.ts";

const line = (): LessonNode => ({ type: "verseLine", content: [{ type: "hemistich" }, { type: "hemistich" }] });

function VerseSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return (
    <Field
      name="attribution"
      label={t("verse.attribution")}
      hint={t("verse.hint")}
      dir="auto"
      value={String(attributes.attribution ?? "")}
      onChange={({ currentTarget }) => change({ attribution: currentTarget.value || null })}
    />
  );
}

export const verseEditor: BlockEditor = {
  node: "verse",
  insert: {
    words: "verse",
    icon: "verse",
    keywords: ["verse", "poem", "poetry", "hemistich"],
    make: () => ({ type: "verse", content: [{ type: "stanza", content: [line()] }] }),
  },
  settings: VerseSettings,
  keys: { Enter: newLine, Tab: nextHalf, "/": slash },
};
