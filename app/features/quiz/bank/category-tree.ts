type Category = { id: string; parentId: string | null; name: string };

/** A category with its place: `path` is its name below those that hold it. */
export type PlacedCategory<C extends Category = Category> = C & { depth: number; path: string };

/** Categories with each below the one that holds it, in the order of their names; `depth` counts from 0. */
export function categoryTree<C extends Category>(categories: readonly C[]): PlacedCategory<C>[] {
  const below = Map.groupBy(categories, ({ parentId }) => parentId);
  const walk = (parent: { id: string; path: string } | null, depth: number): PlacedCategory<C>[] =>
    (below.get(parent?.id ?? null) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap((category) => {
        const path = parent ? `${parent.path} / ${category.name}` : category.name;
        return [{ ...category, depth, path }, ...walk({ id: category.id, path }, depth + 1)];
      });
  return walk(null, 0);
}
