import { beforeEach, describe, expect, it } from 'vitest';
import { createTextWalk } from '@/entrypoints/mentions/text-walk';
import { findUnseenTexts } from '@/entrypoints/mentions/unseen-texts';

const page = '<p id="first">one<b>two</b></p><div id="second"><i>three</i>four</div><p>five</p>';

beforeEach(() => {
  document.body.innerHTML = page;
});

function get(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

function listAll(walk: ReturnType<typeof createTextWalk>): string[] {
  const texts: string[] = [];
  for (let text = walk.next(); text; text = walk.next()) texts.push(text.data);
  return texts;
}

/** List the texts of the page that are seen, going over it once. */
function listSeen(root: HTMLElement): string[] {
  const walk = createTextWalk(root);
  const unseen = findUnseenTexts(root);
  const seen: string[] = [];
  for (let text = walk.next(); text; text = walk.next()) {
    if (!unseen.isNext(text)) seen.push(text.data);
  }
  return seen;
}

describe('a walk over texts', () => {
  it('comes to each in document order', () => {
    expect(listAll(createTextWalk(document.body))).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('begins and ends where it is told to', () => {
    const from = get('second');
    expect(listAll(createTextWalk(document.body, { from }))).toEqual(['three', 'four', 'five']);
    expect(listAll(createTextWalk(document.body, { until: from }))).toEqual(['one', 'two']);
  });

  it('comes to none that is before its beginning or after its end', () => {
    const [from, until] = [get('second'), get('second')];
    const forward = createTextWalk(document.body, { from });
    forward.next();
    expect(forward.previous()).toBeNull();
    expect(forward.moveBefore(from)).toBeNull();
    const backward = createTextWalk(document.body, { until });
    backward.next();
    expect(backward.moveBeyond(until)).toBeNull();
  });

  it('goes past all that is in an element, either way', () => {
    const walk = createTextWalk(document.body);
    expect(walk.moveBeyond(get('second'))?.data).toBe('five');
    expect(walk.moveBefore(get('second'))?.data).toBe('two');
  });

  it('tells of an element between two texts and stays where it is', () => {
    const walk = createTextWalk(document.body);
    const [one, two] = [walk.next(), walk.next()];
    if (!one || !two) throw new Error('the page has no two texts');
    expect(walk.isBetween(one, two, ({ localName }) => localName === 'b')).toBe(true);
    expect(walk.isBetween(one, two, ({ localName }) => localName === 'i')).toBe(false);
    expect(walk.next()?.data).toBe('three');
  });
});

describe('texts nobody sees', () => {
  it('are those of scripts, styles and the like, and all that is in them', () => {
    document.body.innerHTML =
      'one<style>p{}</style><p>two</p><noscript><p>three<b>four</b></p></noscript>' +
      '<ruby>five<rt>six<title>seven</title></rt></ruby>eight';
    expect(listSeen(document.body)).toEqual(['one', 'two', 'five', 'eight']);
  });

  it('are none in a page without such elements', () => {
    expect(listSeen(document.body)).toHaveLength(5);
  });

  it('are found again after the page threw some of them out', () => {
    document.body.innerHTML =
      '<p>one</p><style id="gone">p{}</style><p id="two">two</p><style>b{}</style><p>three</p>';
    const unseen = findUnseenTexts(document.body);
    const two = get('two').firstChild as Text;
    get('gone').remove();
    unseen.resume(two);
    const walk = createTextWalk(document.body, { from: two });
    const seen: string[] = [];
    for (let text = walk.next(); text; text = walk.next())
      if (!unseen.isNext(text)) seen.push(text.data);
    expect(seen).toEqual(['two', 'three']);
  });
});
