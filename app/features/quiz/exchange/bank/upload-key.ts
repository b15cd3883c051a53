/** Where a kept file of questions lies among the large files. */
export const uploadKey = (id: string): string => `question-uploads/${id}`;
