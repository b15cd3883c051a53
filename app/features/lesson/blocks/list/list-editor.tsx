import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";

const item = () => ({ type: "listItem", content: [{ type: "paragraph" }] });

const LAST = 999_999;

function NumberedSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return (
    <Field
      name="start"
      type="number"
      min={0}
      max={LAST}
      label={t("list.start")}
      value={String(attributes.start)}
      onChange={({ currentTarget }) => {
        const start = Math.trunc(Number(currentTarget.value));
        if (start >= 0 && start <= LAST) change({ start });
      }}
    />
  );
}

export const listEditors: BlockEditor[] = [
  {
    node: "bulletList",
    insert: {
      words: "bulletList",
      icon: "list",
      keywords: ["list", "bullets", "ul"],
      make: () => ({ type: "bulletList", content: [item()] }),
      turn: (editor) => editor.commands.toggleBulletList(),
    },
  },
  {
    node: "orderedList",
    insert: {
      words: "orderedList",
      icon: "numbered-list",
      keywords: ["list", "numbers", "ol"],
      make: () => ({ type: "orderedList", content: [item()] }),
      turn: (editor) => editor.commands.toggleOrderedList(),
    },
    settings: NumberedSettings,
  },
];
