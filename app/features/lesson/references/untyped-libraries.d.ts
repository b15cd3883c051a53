// What we call of libraries that come without types.

declare module "@citation-js/core" {
  type CitationItem = { id: string; locator?: string; prefix?: string };
  type Cluster = { citationID: string; citationItems: CitationItem[]; properties: { noteIndex: number } };
  type Engine = {
    updateItems: (ids: string[]) => void;
    rebuildProcessorState: (clusters: Cluster[], format: "html", uncited: string[]) => [string, number, string][];
    makeBibliography: () => [{ entry_ids: string[][] }, string[]];
  };
  type Register = { add: (name: string, xml: string) => void };
  type CslConfig = {
    engine: (items: object[], style: string, locale: string, format: "html") => Engine;
    locales: Register;
    styles: Register;
  };
  const core: {
    plugins: { config: { get: (name: "@csl") => CslConfig } };
    Cite: new (
      data: unknown,
      options?: { forceType?: string; generateGraph?: boolean },
    ) => { data: Record<string, unknown>[]; format: (name: "bibtex", options?: object) => string };
  };
  export default core;
}
declare module "@citation-js/plugin-csl";
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
