import type { PlacedCategory } from "../../bank/category-tree.ts";

/** Categories as options of a select, each pushed in by its depth. */
export function categoryOptions<C extends PlacedCategory>(
  categories: readonly C[],
  labelOf: (category: C) => string = ({ name }) => name,
) {
  return categories.map((category) => ({
    value: category.id,
    label: `${"\u00A0\u00A0\u00A0".repeat(category.depth)}${labelOf(category)}`,
  }));
}
