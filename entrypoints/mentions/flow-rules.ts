import { getAttribute, getLocalName } from '@/platform/dom-properties';

/** Which elements join text, break it or hide it from the reader. */

/** Text goes on through these; every other element begins a block of its own. */
export const inlineNames: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ' +
    'ruby rb s samp slot small span strike strong sub sup textPath time tspan tt u var wbr'
  ).split(' '),
);

/** Where a line or a word ends although no text tells. */
export const breakSelector =
  'br,hr,img,picture,video,audio,canvas,iframe,object,embed,tspan[x],tspan[y],tspan[dy],' +
  'div:empty,p:empty,li:empty,td:empty,th:empty';

/** Never seen by the reader; the text around reads on. */
export const unseenNames: ReadonlySet<string> = new Set(
  'script style noscript template rp rt title desc metadata iframe noframes noembed'.split(' '),
);

const unseenSelector = [...unseenNames].join();

/** What readers write themselves, or look at as something other than prose. */
const editableSelector =
  'textarea,input,select,datalist,[contenteditable]:not([contenteditable="false" i]),' +
  '[role="textbox" i],[role="searchbox" i],[role="combobox" i],' +
  '.CodeMirror,.cm-editor,.monaco-editor,.ace_editor';

const codeSelector = 'code,pre,kbd,samp';

/** Build the selector of everything no mention is looked for in. */
export function getSkippedSelector({ marksCode }: { marksCode: boolean }): string {
  const always = `${unseenSelector},${editableSelector}`;
  return marksCode ? always : `${always},${codeSelector}`;
}

const headingNames: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Say whether `element` is a heading; to ask by selector costs twice as much. */
export function isHeadingElement(element: Element): boolean {
  return (
    headingNames.has(getLocalName(element)) ||
    getAttribute(element, 'role')?.toLowerCase() === 'heading'
  );
}
