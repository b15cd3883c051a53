/** Where an archive lies among the large files. */
export const exportKey = (id: string): string => `data-exports/${id}.zip`;
