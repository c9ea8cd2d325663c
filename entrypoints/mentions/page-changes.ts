import {
  findParentElement,
  getLocalName,
  getParent,
  isElement,
  isInDocument,
  isText,
  queryAll,
} from '@/platform/dom-properties';
import { inlineNames } from './flow-rules';
import type { MentionMap } from './mention-map';
import type { Region } from './region-reader';
import { getContainer } from './text-flows';

/** Changes are gathered this long before the page is read again, in milliseconds. */
const shortestDelayMs = 50;
const longestDelayMs = 1000;
/** Reading again may take a twelfth of the time at most: under 2 ms of each frame. */
const restPerWork = 12;

/** Follows the changes of the page with the one observer the page script has. */
export function createChangeWatcher({
  mentions,
  isOwn,
  rescan,
  onDocumentReplaced,
  signal,
}: {
  readonly mentions: MentionMap;
  /** Says whether a node is the card's host. */
  readonly isOwn: (node: Node) => boolean;
  readonly rescan: (regions: readonly Region[]) => Promise<void>;
  /** The page called `document.open()`, which takes all listeners with it. */
  readonly onDocumentReplaced: () => void;
  readonly signal: AbortSignal;
}) {
  const texts = new Set<Node>();
  const added = new Set<Element>();
  /** Blocks inside what began or ceased to be editable. */
  const unsure = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let hasDropped = false;
  let delayMs = shortestDelayMs;

  const observer = new MutationObserver((records) => {
    const sizeBefore = mentions.size;
    let hasRemoved = false;
    for (const record of records) {
      const { target, addedNodes, removedNodes } = record;
      if (record.type === 'characterData') {
        mentions.dropText(target);
        texts.add(target);
        continue;
      }
      if (record.type === 'attributes') {
        if (isElement(target)) added.add(target);
        for (const container of mentions.listContainersIn(target)) unsure.add(container);
        continue;
      }
      for (const node of addedNodes) {
        if (isElement(node)) added.add(node);
        else if (isText(node)) texts.add(node);
      }
      hasRemoved ||= removedNodes.length > 0;
      if (target === document && addedNodes.length > 0) onDocumentReplaced();
      if ([...removedNodes].some(isPartOfFlow)) texts.add(target);
    }
    if (hasRemoved && mentions.size > 0) mentions.dropDetached();
    hasDropped ||= mentions.size < sizeBefore;
    schedule();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });

  function schedule(): void {
    if (isBusy || signal.aborted || (texts.size + added.size === 0 && !hasDropped)) return;
    timer ??= setTimeout(() => void flush(), delayMs);
  }

  async function flush(): Promise<void> {
    timer = undefined;
    isBusy = true;
    const start = performance.now();
    const regions = toRegions();
    texts.clear();
    added.clear();
    unsure.clear();
    hasDropped = false;
    await rescan(regions);
    const workMs = performance.now() - start;
    delayMs = Math.min(Math.max(workMs * restPerWork, shortestDelayMs), longestDelayMs);
    isBusy = false;
    schedule();
  }

  function toRegions(): Region[] {
    const roots = [...added].filter(
      (element) => isInDocument(element) && !isOwn(element) && !hasAncestorIn(element, added),
    );
    const containers = new Set<Node>([...unsure].filter(isInDocument));
    for (const node of texts)
      if (isInDocument(node) && !hasAncestorIn(node, added)) containers.add(getContainer(node));
    const regions: Region[] = [];
    for (const root of roots) {
      const parent = getParent(root);
      const outer = parent ? getContainer(parent) : root;
      if (inlineNames.has(getLocalName(root))) {
        containers.add(outer);
        if (queryAll(root, ':scope *').length > 0) regions.push({ root, except: outer });
      } else {
        regions.push({ root });
        // The new block may part a text that was read as one.
        if (mentions.hasContainer(outer)) containers.add(outer);
      }
    }
    for (const container of containers) {
      const root = container as Node & ParentNode;
      regions.push({ root, only: container });
    }
    return regions;
  }

  return {
    /** Follow `root` from now on: the document or an open shadow root. */
    observe(root: Node): void {
      observer.observe(root, {
        childList: true,
        characterData: true,
        attributeFilter: ['contenteditable'],
        subtree: true,
      });
    },
  };
}

function isPartOfFlow(node: Node): boolean {
  return isText(node) || (isElement(node) && inlineNames.has(getLocalName(node)));
}

function hasAncestorIn(node: Node, elements: ReadonlySet<Element>): boolean {
  let parent = findParentElement(node);
  while (parent && !elements.has(parent)) parent = findParentElement(parent);
  return parent !== null;
}
