import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { firstStrongDirection } from "../first-strong-direction.ts";

const FACTS = ["title", "date", "holding"] as const;

function DocumentView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation("text-editor");
  const { title, date, holding } = node.attrs;
  return (
    <NodeViewWrapper className="document">
      <div contentEditable={false}>
        <p className="document-title" dir="auto">
          {title ?? <span className="text-ink-2">{t("document.untitled")}</span>}
        </p>
        {date || holding ? (
          <p className="document-facts">
            {[date, holding].filter(Boolean).map((fact) => (
              <bdi key={fact}>{fact}</bdi>
            ))}
          </p>
        ) : null}
      </div>
      <NodeViewContent className="document-sides" />
    </NodeViewWrapper>
  );
}

function SideView({ node }: ReactNodeViewProps) {
  const { t } = useTranslation("lesson");
  const dir = node.attrs.dir ?? (node.textContent === "" ? undefined : firstStrongDirection(node.textContent));
  return (
    <NodeViewWrapper className="document-side" dir={dir}>
      <p className="document-label" contentEditable={false}>
        {t(`words.${node.type.name}`)}
      </p>
      <NodeViewContent className="document-text" lang={node.attrs.lang ?? undefined} />
    </NodeViewWrapper>
  );
}

function DocumentSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("text-editor");
  return FACTS.map((name) => (
    <Field
      key={name}
      name={name}
      label={t(`document.${name}`)}
      dir="auto"
      maxLength={1000}
      value={String(attributes[name] ?? "")}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value || null })}
    />
  ));
}

export const documentEditors: BlockEditor[] = [
  {
    node: "document",
    insert: {
      words: "document",
      icon: "document",
      keywords: ["document", "source", "transcription", "translation", "inscription"],
      make: () => ({
        type: "document",
        content: [
          { type: "transcription", content: [{ type: "paragraph" }] },
          { type: "translation", content: [{ type: "paragraph" }] },
        ],
      }),
    },
    view: DocumentView,
    settings: DocumentSettings,
  },
  { node: "transcription", view: SideView },
  { node: "translation", view: SideView },
];
