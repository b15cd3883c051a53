import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { Field } from "#app/ui/field.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Select } from "#app/ui/select.tsx";
import type { PlacedCategory } from "../../bank/category-tree.ts";
import { categoryOptions } from "./category-options.ts";
import { ExportChosen } from "./export-chosen.tsx";

type ChosenActsProps = {
  course: string;
  /** Ids of those that are chosen, where JavaScript knows them. */
  chosen: readonly string[];
  categories: readonly PlacedCategory[];
  tags: readonly { name: string }[];
  /** The list shows what was removed. */
  isRemoved: boolean;
};

/** What may be done at once with all questions that are chosen; each button sends the form of the list. */
export function ChosenActs({ course, chosen, categories, tags, isRemoved }: ChosenActsProps) {
  const { t } = useTranslation("question-bank");
  const count = chosen.length;
  return (
    <fieldset
      className={classNames(
        "mt-4 min-w-0 rounded border border-line bg-surface p-4",
        // In reach while there is something to do it with.
        count > 0 && "z-10 shadow-card sm:sticky sm:bottom-0",
      )}
    >
      <legend className="sr-only">{t("acts.title")}</legend>
      {/* What the Enter key presses: it is pressed in the field for a tag. */}
      <button type="submit" hidden name="intent" value={isRemoved ? "bring-back" : "tag"} />
      <p role="status" className="mb-2 font-semibold text-sm">
        {count > 0 ? t("acts.chosen", { count }) : t("acts.title")}
      </p>
      {isRemoved ? (
        <Button name="intent" value="bring-back">
          {t("acts.bringBack")}
        </Button>
      ) : (
        <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
          <div className="flex min-w-0 items-end gap-2">
            <Select
              className="w-48 min-w-0"
              name="category"
              label={t("acts.category")}
              options={[{ value: "none", label: t("noCategory") }, ...categoryOptions(categories)]}
            />
            <Button kind="quiet" name="intent" value="move">
              {t("acts.move")}
            </Button>
          </div>
          <div className="flex min-w-0 flex-wrap items-end gap-2">
            <Field className="w-36" name="tag" label={t("tag")} dir="auto" maxLength={60} list="bank-tags" />
            <datalist id="bank-tags">
              {tags.map(({ name }) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <Button kind="quiet" name="intent" value="tag">
              {t("acts.tag")}
            </Button>
            <Button kind="quiet" name="intent" value="untag">
              {t("acts.untag")}
            </Button>
          </div>
          <ExportChosen course={course} chosen={chosen} />
          <div className="flex flex-wrap gap-2">
            <Button kind="quiet" name="intent" value="copy">
              <Icon name="copy" /> {t("acts.copy")}
            </Button>
            <Button kind="danger" name="intent" value="remove">
              <Icon name="trash" /> {t("acts.remove")}
            </Button>
          </div>
        </div>
      )}
    </fieldset>
  );
}
