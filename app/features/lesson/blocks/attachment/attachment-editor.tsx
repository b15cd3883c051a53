import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { FilePicker } from "../../components/editor/file-picker.tsx";
import { fileEndings } from "../../media/media-kinds.ts";
import { fileNameOf } from "../../media/media-name.ts";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";

const ACCEPTED = fileEndings.map((ending) => `.${ending}`).join(",");

function AttachmentView({ node, selected }: ReactNodeViewProps) {
  const { t } = useTranslation("media");
  const { src, title } = node.attrs;
  return (
    <NodeViewWrapper as="div" className="attachment" data-selected={selected || undefined} data-drag-handle="">
      <div className="attachment-link" contentEditable={false}>
        <span className="attachment-title" dir="auto">
          {title || t("lesson-editor:unfinished.attachmentTitle")}
        </span>
        <span className="attachment-facts">
          <Icon name="download" className="inline-block size-4" />{" "}
          {src ? <bdi>{fileNameOf(src)}</bdi> : t("attachment.none")}
        </span>
      </div>
    </NodeViewWrapper>
  );
}

function AttachmentSettings({ attributes, change, course }: BlockSettingsProps) {
  const { t } = useTranslation("media");
  return (
    <>
      <FilePicker
        course={course.slug}
        legend={t(attributes.src ? "choose.otherFile" : "choose.file")}
        accept={ACCEPTED}
        fits={(file) => !file.isPicture}
        chosen={typeof attributes.src === "string" ? attributes.src : null}
        choose={({ path }) => change({ src: path })}
      />
      <Field
        name="title"
        label={t("attachment.title")}
        dir="auto"
        maxLength={1000}
        value={String(attributes.title ?? "")}
        onChange={({ currentTarget }) => change({ title: currentTarget.value || null })}
      />
    </>
  );
}

export const attachmentEditor: BlockEditor = {
  node: "attachment",
  insert: {
    words: "attachment",
    icon: "attachment",
    keywords: ["attachment", "file", "download", "pdf", "document"],
    make: () => ({ type: "attachment" }),
  },
  view: AttachmentView,
  settings: AttachmentSettings,
};
