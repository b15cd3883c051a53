/** The academy as who issues: `did:web` of its own address, a port written as %3A. The path of the address is nothing. */
export function issuerDid(origin: string): string {
  return `did:web:${encodeURIComponent(new URL(origin).host)}`;
}
