import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { EditorCourse } from "./editor-props.ts";
import { type LinkValue, linkHref, linkValue } from "./link-target.ts";

type LinkDialogProps = { editor: Editor; course: EditorCourse; onClose: () => void };

function firstOf(kind: LinkValue["kind"], course: EditorCourse): string {
  if (kind === "outside") return "";
  return (kind === "lesson" ? course.lessons : course.courses)[0]?.slug ?? "";
}

/** Puts a link on the words chosen; where none are, its words are those of what it leads to. */
function putLink(editor: Editor, { href, words }: { href: string; words: string }) {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (!editor.state.selection.empty || editor.isActive("link")) return chain.setMark("link", { href }).run();
  const text = { type: "text", text: words, marks: [{ type: "link", attrs: { href } }] };
  return editor.chain().focus().insertContent(text).run();
}

/** Leads from words to a lesson, a course, or a page elsewhere. */
export function LinkDialog({ editor, course, onClose }: LinkDialogProps) {
  const { t } = useTranslation("text-editor");
  const [value, setValue] = useState(() => linkValue(editor.getAttributes("link").href ?? null));
  const [refused, setRefused] = useState(false);
  const known = value.kind === "lesson" ? course.lessons : course.courses;
  const close = () => {
    onClose();
    editor.view.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const href = linkHref(value);
    if (!href) return setRefused(true);
    const words = value.kind === "outside" ? value.target : known.find(({ slug }) => slug === value.target)?.title;
    putLink(editor, { href, words: words ?? value.target });
    close();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetMark("link").run();
    close();
  };
  return (
    <Dialog title={t("link.title")} onClose={close}>
      <form className="grid gap-4" onSubmit={apply} noValidate>
        <Select
          name="kind"
          label={t("link.kind")}
          value={value.kind}
          options={(["lesson", "course", "outside"] as const).map((kind) => ({
            value: kind,
            label: t(`link.${kind}`),
          }))}
          onChange={({ currentTarget }) => {
            const kind = linkValue(`${currentTarget.value}:`).kind;
            setValue({ kind, target: firstOf(kind, course) });
            setRefused(false);
          }}
        />
        {value.kind === "outside" ? (
          <Field
            name="address"
            label={t("link.address")}
            dir="ltr"
            inputMode="url"
            value={value.target}
            error={refused ? t("link.refused") : undefined}
            onChange={({ currentTarget }) => setValue({ ...value, target: currentTarget.value })}
          />
        ) : (
          <Select
            name="target"
            label={t(`link.${value.kind}`)}
            value={value.target}
            error={refused ? t("link.refused") : undefined}
            options={known.map(({ slug, title }) => ({ value: slug, label: title }))}
            onChange={({ currentTarget }) => setValue({ ...value, target: currentTarget.value })}
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button>{t("link.apply")}</Button>
          {editor.isActive("link") ? (
            <Button type="button" kind="danger" onClick={remove}>
              {t("link.remove")}
            </Button>
          ) : null}
          <Button type="button" kind="plain" onClick={close}>
            {t("close")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
