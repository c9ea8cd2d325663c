import { AhoCorasick as TypedAhoCorasick } from '@monyone/aho-corasick';
import AhoCorasick from 'ahocorasick';
import Mark from 'mark.js';

/** A way to find terms in a page, prepared for a list of terms; running it gets the number of hits. */
export type Finder = (root: Element) => number | Promise<number>;
export type Peer = {
  readonly name: string;
  readonly prepare: (terms: readonly string[]) => Finder;
  /** Undo what a run changed in the page; absent where nothing changes. */
  readonly undo?: (root: Element) => void;
};

/** Visit every text node: nothing that reads a page's text can be faster. */
export function walk(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}

/** Visit every text node and look at every character once: the limit for any matcher. */
export function walkAndSum(root: Element): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let total = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let index = 0; index < text.length; index += 1) total += text.charCodeAt(index);
  }
  return total;
}

function countPerNode(root: Element, countIn: (text: string) => number): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    count += countIn(node.nodeValue ?? '');
  }
  return count;
}

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function toAlternation(terms: readonly string[]): RegExp {
  const longestFirst = terms.toSorted((a, b) => b.length - a.length);
  return new RegExp(`\\b(?:${longestFirst.map(escapeForRegExp).join('|')})\\b`, 'gi');
}

const undoMark = (root: Element): void => new Mark(root).unmark();

/** What others use; none folds text, and only the first two respect word boundaries. */
export const peers: readonly Peer[] = [
  {
    name: 'mark.js, list of terms',
    prepare: (terms) => (root) => {
      let count = 0;
      new Mark(root).mark(terms, {
        separateWordSearch: false,
        accuracy: 'exactly',
        done: (marked) => {
          count = marked;
        },
      });
      return count;
    },
    undo: undoMark,
  },
  {
    name: 'mark.js, one regular expression',
    prepare: (terms) => {
      const pattern = toAlternation(terms);
      return (root) => {
        let count = 0;
        new Mark(root).markRegExp(pattern, {
          done: (marked) => {
            count = marked;
          },
        });
        return count;
      };
    },
    undo: undoMark,
  },
  {
    name: 'native RegExp alternation',
    prepare: (terms) => {
      const pattern = toAlternation(terms);
      return (root) => countPerNode(root, (text) => text.match(pattern)?.length ?? 0);
    },
  },
  {
    name: 'ahocorasick',
    prepare: (terms) => {
      const automaton = new AhoCorasick(terms);
      return (root) => countPerNode(root, (text) => automaton.search(text).length);
    },
  },
  {
    name: '@monyone/aho-corasick',
    prepare: (terms) => {
      const automaton = new TypedAhoCorasick([...terms]);
      return (root) => countPerNode(root, (text) => automaton.matchInText(text).length);
    },
  },
];
