// Most texts of questions are so plain that reading them as Markdown tells nothing, and takes most of an import's time.

/** Letters, digits and the marks that mean nothing in Markdown wherever they stand within a line. */
const LETTER = "[\\p{L}\\p{M}\\p{N}\\p{Zs},.;?!'\"«»،؛؟()–—…%/]";
/** A line that begins so is no item of a list. */
const BEGINNING = "(?:\\p{L}|\\p{N}+(?![\\p{N}.)]))";
const PLAIN = new RegExp(`^${BEGINNING}${LETTER}*$`, "u");

/** One line that is the same in Markdown as in plain words. */
export const isPlainLine = (text: string): boolean => PLAIN.test(text);

const EMPHASISED = /(?<=^| )(\*{1,2})([\p{L}\p{N}](?:[^*\n]*[\p{L}\p{N}])?)\1(?=$|[ .,;?!،؛؟])/gu;

/** Plain paragraphs in which words between spaces are emphasised: whatever it says, it is such Markdown as lessons take. */
export function isSimpleMarkdown(markdown: string): boolean {
  return markdown.split("\n\n").every((block) => isPlainLine(block) || isPlainLine(block.replace(EMPHASISED, "$2")));
}
