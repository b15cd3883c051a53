import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Field } from "#app/ui/field.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BlockEditor, BlockSettingsProps } from "../block-editor.ts";
import { CheckedField } from "../checked-field.tsx";
import { isYear } from "./map-periods.ts";

const LINES = ["title", "credit", "licence"] as const;
const isShare = (text: string) => /^(100|\d{1,2}(\.\d)?)$/.test(text);

function MapSettings({ attributes, change, course }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  const drawings = course.pictures.filter(({ path }) => path.endsWith(".svg"));
  return (
    <>
      <Select
        name="src"
        label={t("settings.drawing")}
        hint={t("settings.drawingHint")}
        options={[
          { value: "", label: t("settings.choose") },
          ...drawings.map(({ path }) => ({ value: path, label: path.replace(/^media\//, "") })),
        ]}
        value={String(attributes.src ?? "")}
        onChange={({ currentTarget }) => change({ src: currentTarget.value || null })}
      />
      {LINES.map((name) => (
        <Field
          key={name}
          name={name}
          label={t(`settings.${name}`)}
          dir="auto"
          maxLength={1000}
          value={String(attributes[name] ?? "")}
          onChange={({ currentTarget }) => change({ [name]: currentTarget.value || null })}
        />
      ))}
    </>
  );
}

function PlaceSettings({ attributes, change }: BlockSettingsProps) {
  const { t } = useTranslation("lesson-editor");
  const text = (name: string) => (typeof attributes[name] === "string" ? attributes[name] : null);
  return (
    <>
      <Field
        name="name"
        label={t("settings.name")}
        dir="auto"
        maxLength={1000}
        value={text("name") ?? ""}
        onChange={({ currentTarget }) => change({ name: currentTarget.value || null })}
      />
      {(["x", "y"] as const).map((name) => (
        <CheckedField
          key={name}
          name={name}
          label={t(`settings.${name}`)}
          value={text(name)}
          isRight={isShare}
          // A place stands somewhere.
          change={(value) => change({ [name]: value ?? "50" })}
        />
      ))}
      {(["from", "to"] as const).map((name) => (
        <CheckedField
          key={name}
          name={name}
          label={t(`settings.${name}`)}
          hint={t("settings.yearHint")}
          value={text(name)}
          isRight={isYear}
          change={(value) => change({ [name]: value })}
        />
      ))}
    </>
  );
}

export const mapEditors: BlockEditor[] = [
  {
    node: "map",
    insert: {
      words: "map",
      icon: "map",
      keywords: ["map", "places", "plan", "periods"],
      make: () => ({ type: "map", content: [{ type: "mapPlace" }] }),
    },
    settings: MapSettings,
  },
  { node: "mapPlace", settings: PlaceSettings },
];
