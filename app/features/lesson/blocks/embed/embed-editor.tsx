import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { parseEmbed } from "./embed-providers.ts";

function EmbedView({ node, selected }: ReactNodeViewProps) {
  const { t } = useTranslation("media");
  const { url, title } = node.attrs;
  const embedded = typeof url === "string" ? parseEmbed(url) : null;
  return (
    <NodeViewWrapper as="div" className="embed" data-selected={selected || undefined} data-drag-handle="">
      <div className="embed-card" contentEditable={false}>
        <p className="embed-title" dir="auto">
          {title || t("lesson-editor:unfinished.embedTitle")}
        </p>
        <p className="embed-from">
          {embedded ? (
            <>
              <bdi>{embedded.name}</bdi> · <bdi dir="ltr">{embedded.url}</bdi>
            </>
          ) : (
            t("embed.none")
          )}
        </p>
      </div>
    </NodeViewWrapper>
  );
}

/** What was typed stands while it is no address of the list; the lesson holds only one that is. */
function AddressField({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("media");
  const [typed, setTyped] = useState(typeof attributes.url === "string" ? attributes.url : "");
  const refused = typed.trim() !== "" && parseEmbed(typed) === null;
  return (
    <Field
      name="url"
      type="url"
      dir="ltr"
      label={t("embed.url")}
      hint={t("embed.urlHint")}
      error={refused ? t("embed.refused") : undefined}
      maxLength={2000}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        change({ url: parseEmbed(currentTarget.value)?.url ?? null });
      }}
    />
  );
}

function EmbedSettings(props: BlockSettingsProps) {
  const { t } = useTranslation("media");
  const { attributes, change } = props;
  return (
    <>
      <AddressField {...props} />
      <Field
        name="title"
        label={t("embed.title")}
        dir="auto"
        maxLength={1000}
        value={String(attributes.title ?? "")}
        onChange={({ currentTarget }) => change({ title: currentTarget.value || null })}
      />
      <TextArea
        name="description"
        label={t("embed.description")}
        hint={t("embed.descriptionHint")}
        rows={4}
        dir="auto"
        maxLength={6000}
        value={String(attributes.description ?? "")}
        onChange={({ currentTarget }) => change({ description: currentTarget.value || null })}
      />
    </>
  );
}

export const embedEditor: BlockEditor = {
  node: "embed",
  insert: {
    words: "embed",
    icon: "embed",
    keywords: ["embed", "video", "youtube", "vimeo", "map", "model", "audio"],
    make: () => ({ type: "embed" }),
  },
  view: EmbedView,
  settings: EmbedSettings,
};
