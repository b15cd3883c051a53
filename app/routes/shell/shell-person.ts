/** Who is signed in, as far as the header needs to know; null for a guest. */
export type ShellPerson = { name: string; mayTeach: boolean; mayAdminister: boolean; unread: number } | null;
