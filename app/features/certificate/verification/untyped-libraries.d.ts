// What we call of libraries that come without types.

declare module "base58-universal" {
  export function encode(bytes: Uint8Array): string;
  export function decode(text: string): Uint8Array;
}

declare module "jsonld" {
  type RemoteDocument = { contextUrl: string | undefined; documentUrl: string; document: object; tag?: string };
  type Options = {
    documentLoader: (url: string) => Promise<RemoteDocument>;
    base: null;
    safe: boolean;
    produceGeneralizedRdf: boolean;
    rdfDirection: "i18n-datatype";
  };
  const jsonld: { toRDF: (document: object, options: Options) => Promise<object[]> };
  export default jsonld;
}

declare module "rdf-canonize" {
  type MessageDigest = { update: (text: string) => void; digest: () => string | Promise<string> };
  type Options = { algorithm: "RDFC-1.0"; createMessageDigest: () => MessageDigest; maxWorkFactor: number };
  export function canonize(dataset: object[], options: Options): Promise<string>;
}
