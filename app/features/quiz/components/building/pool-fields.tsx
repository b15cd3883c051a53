import { useEffect, useState } from "react";
import { useTranslation } from "#app/platform/i18n/use-translation.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Select } from "#app/ui/select.tsx";
import type { BankChoices } from "../../building/find-bank-choices.server.ts";
import { askQuestions } from "./ask-plan.ts";
import type { Pool } from "./edited-plan.ts";
import type { PlanAddress } from "./use-plan.ts";

type PoolFieldsProps = {
  /** Tells its fields from those of other pools on the page. */
  id: string;
  address: PlanAddress;
  choices: BankChoices;
  pool: Pool;
  onChange: (pool: Pool) => void;
};

/** What a pool draws from, and how many questions that is now. */
export function PoolFields({ id, address, choices, pool, onChange }: PoolFieldsProps) {
  const { t } = useTranslation("quiz-editor");
  const total = usePoolSize(address, pool);
  const options = choices.categories.map(({ id: value, path }) => ({ value, label: path }));
  const toggle = (tag: string, chosen: boolean) =>
    onChange({ ...pool, tags: chosen ? [...pool.tags, tag] : pool.tags.filter((one) => one !== tag) });
  return (
    <div className="grid gap-3">
      <Select
        id={`category-${id}`}
        name={`category-${id}`}
        label={t("picker.category")}
        options={[{ value: "", label: t("plan.anyCategory") }, ...options]}
        value={pool.categoryId ?? ""}
        onChange={(event) => onChange({ ...pool, categoryId: event.target.value || null })}
      />
      {choices.tags.length > 0 ? (
        <fieldset className="min-w-0">
          <legend className="font-semibold">{t("plan.allTags")}</legend>
          <div className="flex max-h-48 flex-wrap gap-x-6 overflow-y-auto">
            {choices.tags.map((tag) => (
              <Checkbox
                key={tag}
                name={`tag-${id}`}
                label={<bdi>{tag}</bdi>}
                checked={pool.tags.includes(tag)}
                onChange={(event) => toggle(tag, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <p role="status" className="min-h-6 text-ink-2 text-sm">
        {total === null ? null : t("plan.inPool", { count: total })}
      </p>
    </div>
  );
}

/** How many questions are in a pool; null until the academy has said. */
function usePoolSize({ course, lesson }: PlanAddress, { categoryId, tags }: Pool): number | null {
  const [total, setTotal] = useState<number | null>(null);
  const wanted = JSON.stringify(tags);
  useEffect(() => {
    let wantedStill = true;
    void askQuestions({ course, lesson }, { category: categoryId, tags: JSON.parse(wanted) }).then((found) => {
      if (wantedStill) setTotal(found?.total ?? null);
    });
    return () => {
      wantedStill = false;
    };
  }, [course, lesson, categoryId, wanted]);
  return total;
}
