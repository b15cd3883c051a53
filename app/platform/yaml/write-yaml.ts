import { Document, isCollection, visit } from "yaml";

type Path = readonly (string | number)[];

/**
 * YAML as the academy writes it: paragraphs as literal blocks, no folded lines, and the places named in `onOneLine`
 * as `{ … }` or `[ … ]`. Reading it gives the same value again.
 */
export function writeYaml(value: unknown, { onOneLine }: { onOneLine: readonly Path[] }): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  for (const path of onOneLine) {
    const node = document.getIn(path, true);
    if (isCollection(node)) node.flow = true;
  }
  visit(document, {
    Collection: (_, node) => {
      if (node.items.length === 0) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, blockQuote: "literal" });
}
