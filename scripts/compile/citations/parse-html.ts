import type { Emphasis, RichText, RichTextPart } from '@/core/citation/rich-text';

const emphasisOfTag: Readonly<Record<string, Emphasis>> = {
  '<i>': 'italic',
  '<b>': 'bold',
  '<sup>': 'superscript',
  '<sub>': 'subscript',
  '<span style="font-variant:small-caps;">': 'small-caps',
  '<span style="font-style:normal;">': 'upright',
};

/**
 * Parse the HTML citeproc writes into rich text; `{accessed:0}` stands for the slot of date form 0
 * when braces of the text itself are written as entities. Throws on a tag it does not know.
 */
export function parseCitationHtml(html: string): RichText {
  const root: RichTextPart[] = [];
  const open: RichTextPart[][] = [root];
  for (const [token] of html.matchAll(/<[^>]+>|\{accessed:\d+\}|[^<{]+/g)) {
    const parts = open.at(-1) ?? root;
    if (token.startsWith('</')) {
      open.pop();
    } else if (token.startsWith('<')) {
      const emphasis = emphasisOfTag[token];
      if (emphasis === undefined) throw new Error(`Unknown tag ${token} in ${html}`);
      const inner: RichTextPart[] = [];
      parts.push({ emphasis, parts: inner });
      open.push(inner);
    } else if (token.startsWith('{')) {
      parts.push({ accessed: Number(/\d+/.exec(token)?.[0]) });
    } else {
      parts.push(decodeEntities(token));
    }
  }
  if (open.length !== 1) throw new Error(`Unbalanced tags in ${html}`);
  return root;
}

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function decodeEntities(html: string): string {
  return html.replaceAll(/&(?:#(\d+)|(\w+));/g, (entity, code?: string, name?: string) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    return namedEntities[name ?? ''] ?? entity;
  });
}
