/** Prints the transcript alone: the style sheet leaves out the rest of the page while this attribute stands. */
export function printTranscript(): void {
  const { dataset } = document.documentElement;
  dataset.print = "transcript";
  const restore = () => {
    delete dataset.print;
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}
