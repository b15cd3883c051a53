import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { ChooseFromList } from "../choose-from-list.tsx";
import { type CitedWork, citationSchema } from "./cited-works.ts";

function CitationSettings({ attributes, change, course }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  const parsed = citationSchema.safeParse(attributes);
  const works = parsed.success ? parsed.data.works : [];
  const put = (index: number, work: CitedWork) => change({ works: works.toSpliced(index, 1, work) });
  const choices = (course.works ?? []).map(({ key, title }) => ({ value: key, label: title }));
  return (
    <>
      {works.map((work, index) => (
        <fieldset key={`${work.key} ${works.slice(0, index).length}`} className="grid gap-3 border-line border-t pt-3">
          <legend className="font-semibold">
            <bdi>{choices.find(({ value }) => value === work.key)?.label ?? work.key}</bdi>
          </legend>
          {(["prefix", "locator"] as const).map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`settings.${name}`)}
              dir="auto"
              maxLength={1000}
              value={work[name] ?? ""}
              onChange={({ currentTarget }) => put(index, { ...work, [name]: currentTarget.value || null })}
            />
          ))}
          <Button type="button" kind="quiet" size="s" onClick={() => change({ works: works.toSpliced(index, 1) })}>
            {t("settings.removeWork")}
          </Button>
        </fieldset>
      ))}
      <ChooseFromList
        key={works.length}
        name="work"
        label={t("settings.addWork")}
        choices={choices}
        value={null}
        choose={(key) => {
          if (key !== null) change({ works: [...works, { key, locator: null, prefix: null }] });
        }}
      />
    </>
  );
}

export const citationEditor: BlockEditor = {
  node: "citation",
  insert: {
    words: "citation",
    icon: "citation",
    keywords: ["citation", "cite", "reference", "source", "bibliography"],
    make: () => ({ type: "paragraph" }),
    turn: (editor) => {
      const at = editor.state.selection.from;
      const put = editor.commands.insertContent({ type: "citation", attrs: { works: [] } });
      // Chosen at once, so that its works can be chosen.
      return put && editor.commands.setNodeSelection(at);
    },
  },
  settings: CitationSettings,
};
