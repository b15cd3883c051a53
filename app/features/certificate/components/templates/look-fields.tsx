import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import type { TemplateDesign } from "../../templates/template-design.ts";
import { Choice } from "./choice.tsx";
import { ImageField } from "./image-field.tsx";
import { useProblems } from "./problems.ts";

const looks = ["girih", "arches", "plain"] as const;
const colours = ["tile", "gold", "ink"] as const;
const shown = ["hours", "grade", "instructors", "hijri"] as const;

type FieldsProps = { design: TemplateDesign; change: (changed: Partial<TemplateDesign>) => void };

/** How the page looks: frame, colour, logo, seal, and which facts it shows. */
export function LookFields({ design, change }: FieldsProps) {
  const { t } = useTranslation("certificate-template");
  const problemAt = useProblems();
  const { look, colour, logo, seal, shows } = design;
  const ownSeal = seal === "star" || seal === "none" ? null : seal;
  return (
    <>
      <Choice
        legend={t("look.label")}
        options={looks.map((value) => ({ value, label: t(`look.${value}`) }))}
        value={look}
        onChange={(value) => change({ look: value })}
      />
      <Choice
        legend={t("colour.label")}
        options={colours.map((value) => ({ value, label: t(`colour.${value}`) }))}
        value={colour}
        onChange={(value) => change({ colour: value })}
      />
      <ImageField
        label={t("logo.label")}
        hint={t("logo.hint")}
        value={logo}
        onChange={(sha256) => change({ logo: sha256 })}
        error={problemAt("logo")}
      />
      <Choice
        legend={t("seal.label")}
        options={(["star", "none"] as const).map((value) => ({ value, label: t(`seal.${value}`) }))}
        value={seal === "star" || seal === "none" ? seal : undefined}
        onChange={(value) => change({ seal: value })}
      />
      <ImageField
        label={t("seal.own")}
        value={ownSeal}
        onChange={(sha256) => change({ seal: sha256 ?? "star" })}
        error={problemAt("seal")}
      />
      <fieldset className="grid min-w-0">
        <legend className="font-semibold">{t("shows.label")}</legend>
        {shown.map((name) => (
          <Checkbox
            key={name}
            name={name}
            label={t(`shows.${name}`)}
            checked={shows[name]}
            onChange={(event) => change({ shows: { ...shows, [name]: event.target.checked } })}
          />
        ))}
      </fieldset>
    </>
  );
}
