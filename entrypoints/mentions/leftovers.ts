/**
 * Take away what an older run of the extension left in this document under `name`: after an update,
 * Firefox ends that run at once and Chromium cuts it off from the extension.
 */
export function removeLeftovers(name: string): void {
  CSS.highlights.delete(name);
  for (const host of document.querySelectorAll(`div.${name}[popover]`)) host.remove();
  dropMarkSheets(document, name);
}

/** Take the sheets that paint marks of `name` out of a document or shadow tree. */
export function dropMarkSheets(root: DocumentOrShadowRoot, name: string): void {
  const kept = root.adoptedStyleSheets.filter((sheet) => !isMarkSheet(sheet, name));
  if (kept.length < root.adoptedStyleSheets.length) root.adoptedStyleSheets = kept;
}

function isMarkSheet(sheet: CSSStyleSheet, name: string): boolean {
  return [...sheet.cssRules].some(({ cssText }) => cssText.includes(`::highlight(${name})`));
}
