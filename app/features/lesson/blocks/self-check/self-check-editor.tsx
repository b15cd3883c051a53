import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { ChooseFromList } from "../choose-from-list.tsx";

function SelfCheckSettings({ attributes, change, course }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  return (
    <ChooseFromList
      name="question"
      label={t("settings.question")}
      choices={(course.questions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={typeof attributes.question === "string" ? attributes.question : null}
      choose={(question) => change({ question })}
    />
  );
}

export const selfCheckEditor: BlockEditor = {
  node: "selfCheck",
  insert: {
    words: "selfCheck",
    icon: "self-check",
    keywords: ["question", "check", "quiz", "exercise"],
    make: () => ({ type: "selfCheck" }),
  },
  settings: SelfCheckSettings,
};
