import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { useKnownFiles } from "../../components/editor/course-files.ts";
import { useEditorCourse } from "../../components/editor/editor-course.ts";
import { EditorIcon } from "../../components/editor/editor-icon.tsx";

const WANTED = [
  ["src", "figurePicture"],
  ["alt", "figureAlt"],
  ["credit", "figureCredit"],
  ["licence", "figureLicence"],
] as const;

/** A figure on the surface: its picture or an empty frame, what it still wants, and the caption that is written there. */
export function FigureView({ node, selected }: ReactNodeViewProps) {
  const { t } = useTranslation("text-editor");
  const { slug, pictures } = useEditorCourse();
  const known = useKnownFiles(slug);
  const { src, alt, credit, licence, width } = node.attrs;
  const picture = [...known, ...pictures].find(({ path }) => path === src);
  const wanting = WANTED.filter(([name]) => !node.attrs[name]).map(([, code]) => code);
  return (
    <NodeViewWrapper as="figure" className="figure" data-width={width} data-selected={selected || undefined}>
      <div contentEditable={false} data-drag-handle="">
        {picture ? (
          <img className="editor-picture" src={picture.href} alt={alt ?? ""} draggable={false} />
        ) : (
          <div className="editor-no-picture">
            <EditorIcon name="figure" className="size-8" />
            <span>{src ?? t("figure.none")}</span>
          </div>
        )}
      </div>
      <figcaption>
        <NodeViewContent
          className="editor-caption"
          data-empty={node.content.size === 0 ? t("figure.caption") : undefined}
        />
        {credit || licence ? (
          <p className="figure-credit" contentEditable={false}>
            <bdi>{[credit, licence].filter(Boolean).join(" · ")}</bdi>
          </p>
        ) : null}
        {wanting.length > 0 ? (
          <ul className="editor-wanting" contentEditable={false}>
            {wanting.map((code) => (
              <li key={code}>{t(`lesson-editor:unfinished.${code}`)}</li>
            ))}
          </ul>
        ) : null}
      </figcaption>
    </NodeViewWrapper>
  );
}
