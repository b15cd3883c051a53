import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { calloutKinds } from "./callout.ts";

function CalloutView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation("lesson");
  const { kind, title } = node.attrs;
  return (
    <NodeViewWrapper className="callout" data-kind={kind}>
      <p className="callout-head" contentEditable={false}>
        <span className="callout-kind">{t(`words.callouts.${kind}`)}</span>
        {title ? <strong dir="auto"> {title}</strong> : null}
      </p>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

function CalloutSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return (
    <>
      <Select
        name="kind"
        label={t("callout.kind")}
        value={String(attributes.kind)}
        options={calloutKinds.map((kind) => ({ value: kind, label: t(`lesson:words.callouts.${kind}`) }))}
        onChange={({ currentTarget }) => change({ kind: currentTarget.value })}
      />
      <Field
        name="title"
        label={t("callout.title")}
        dir="auto"
        maxLength={1000}
        value={String(attributes.title ?? "")}
        onChange={({ currentTarget }) => change({ title: currentTarget.value || null })}
      />
    </>
  );
}

export const calloutEditor: BlockEditor = {
  node: "callout",
  insert: {
    words: "callout",
    icon: "callout",
    keywords: ["callout", "note", "debate", "source", "caution", "box"],
    make: () => ({ type: "callout", attrs: { kind: "note" }, content: [{ type: "paragraph" }] }),
  },
  view: CalloutView,
  settings: CalloutSettings,
};
