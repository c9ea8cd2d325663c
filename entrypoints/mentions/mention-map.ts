import { findFirstIndex } from '@/core/bisect';
import { getParent, isInDocument, isInside } from '@/platform/dom-properties';
import { compareNodes } from './reading-order';
import type { TextFlow } from './text-flows';
import type { Mention } from '@/core/mention';

/** A mention and where it stands in the page. */
export type PlacedMention = Mention & {
  /** Unique within the tab. */
  readonly id: string;
  /** The words as the page writes them. */
  readonly text: string;
  readonly flow: TextFlow;
  readonly range: StaticRange;
  /** The text nodes it lies in, from where to where, with their parents at the time it was found. */
  readonly places: readonly {
    readonly node: Text;
    readonly parent: Node;
    readonly from: number;
    readonly to: number;
  }[];
};

/** Above these, Firefox takes seconds to paint; research of the browsers gave the figures. */
export const mentionCaps = { perDocument: 5000, perTextNode: 500 } as const;

/** The mentions of this document: the truth, which a page can neither read nor change. */
export type MentionMap = ReturnType<typeof createMentionMap>;

type Entry = { readonly flow: TextFlow; readonly mentions: readonly PlacedMention[] };

/** Create an empty map; `idPrefix` tells this document from the others of its tab. */
export function createMentionMap({
  idPrefix,
  onRemoved,
}: {
  readonly idPrefix: string;
  readonly onRemoved: (mention: PlacedMention) => void;
}) {
  const byId = new Map<string, PlacedMention>();
  const byContainer = new Map<Node, Map<TextFlow, Entry>>();
  const byParent = new Map<Node, Set<PlacedMention>>();
  const byText = new Map<Node, Set<PlacedMention>>();
  let ordered: PlacedMention[] | null = [];
  let createdCount = 0;
  let isCapped = false;
  const overfullTexts = new WeakSet<Node>();

  function add(flow: TextFlow, mention: Mention): PlacedMention | null {
    const places = listPlaces(flow, mention);
    const [first] = places;
    const last = places.at(-1);
    if (!first || !last) throw new Error('A flow without text has a mention');
    const isFull = places.some(
      ({ node }) => (byText.get(node)?.size ?? 0) >= mentionCaps.perTextNode,
    );
    if (isFull || byId.size >= mentionCaps.perDocument) {
      isCapped = true;
      for (const { node } of places) overfullTexts.add(node);
      return null;
    }
    createdCount += 1;
    const { packId, cardId, start, end } = mention;
    const placed: PlacedMention = {
      packId,
      cardId,
      start,
      end,
      flow,
      places,
      id: `${idPrefix}-${createdCount}`,
      text: flow.text.slice(start, end),
      range: new StaticRange({
        startContainer: first.node,
        startOffset: first.from,
        endContainer: last.node,
        endOffset: last.to,
      }),
    };
    byId.set(placed.id, placed);
    for (const { node, parent } of places) {
      addTo(byText, node, placed);
      addTo(byParent, parent, placed);
    }
    append(placed);
    return placed;
  }

  function append(placed: PlacedMention): void {
    const before = ordered?.at(-1);
    if (before && compareMentions(before, placed) > 0) ordered = null;
    else ordered?.push(placed);
  }

  function remove(placed: PlacedMention): void {
    if (!byId.delete(placed.id)) return;
    ordered = null;
    for (const { node, parent } of placed.places) {
      removeFrom(byText, node, placed);
      removeFrom(byParent, parent, placed);
    }
    onRemoved(placed);
  }

  function dropFlow(flow: TextFlow): void {
    const entries = byContainer.get(flow.container);
    const entry = entries?.get(flow);
    if (!entry) return;
    entries?.delete(flow);
    if (entries?.size === 0) byContainer.delete(flow.container);
    for (const mention of entry.mentions) remove(mention);
  }

  function dropAll(mentions: Iterable<PlacedMention>): void {
    for (const flow of new Set([...mentions].map((mention) => mention.flow))) dropFlow(flow);
  }

  return {
    /** Put what was found in `flow` in the place of what was known of it. */
    setFlow(flow: TextFlow, mentions: readonly Mention[]): void {
      dropFlow(flow);
      const placed = mentions.flatMap((mention) => add(flow, mention) ?? []);
      if (placed.length === 0) return;
      const entries = byContainer.get(flow.container) ?? new Map<TextFlow, Entry>();
      byContainer.set(flow.container, entries);
      entries.set(flow, { flow, mentions: placed });
    },
    /** Say whether a block has mentions of its own. */
    hasContainer: (container: Node): boolean => byContainer.has(container),
    /** List the blocks with mentions in `ancestor`, itself among them. */
    listContainersIn: (ancestor: Node): readonly Node[] =>
      [...byContainer.keys()].filter((container) => isInside(container, ancestor)),
    /** Forget the flows of a block. */
    dropContainer(container: Node): void {
      for (const flow of byContainer.get(container)?.keys() ?? []) dropFlow(flow);
    },
    /** Forget the flow an edited text node is part of. */
    dropText(node: Node): void {
      const mentions = byText.get(node);
      if (mentions) dropAll(mentions);
    },
    /** Forget what has left the document. */
    dropDetached(): void {
      const gone = [...byText].filter(([node]) => !isInDocument(node));
      for (const [, mentions] of gone) dropAll(mentions);
    },
    clear(): void {
      for (const entries of byContainer.values()) for (const flow of entries.keys()) dropFlow(flow);
      isCapped = false;
    },
    /** List all mentions in reading order. */
    list(): readonly PlacedMention[] {
      ordered ??= [...byId.values()].sort(compareMentions);
      return ordered;
    },
    /** List the mentions of the flow, in order. */
    listFlow: (flow: TextFlow): readonly PlacedMention[] =>
      byContainer.get(flow.container)?.get(flow)?.mentions ?? [],
    find: (id: string): PlacedMention | null => byId.get(id) ?? null,
    /** Find the mentions whose text lies directly in `parent`. */
    findIn: (parent: Node): ReadonlySet<PlacedMention> | null => byParent.get(parent) ?? null,
    get size(): number {
      return byId.size;
    },
    /** Say whether reading on in `node` would only find what is not marked any more. */
    isOverfull: (node: Node): boolean =>
      isCapped &&
      (byId.size >= mentionCaps.perDocument ||
        (overfullTexts.has(node) && (byText.get(node)?.size ?? 0) >= mentionCaps.perTextNode)),
    get isCapped(): boolean {
      return isCapped;
    },
  };
}

function addTo(map: Map<Node, Set<PlacedMention>>, node: Node, placed: PlacedMention): void {
  const placedThere = map.get(node);
  if (placedThere) placedThere.add(placed);
  else map.set(node, new Set([placed]));
}

function removeFrom(map: Map<Node, Set<PlacedMention>>, node: Node, placed: PlacedMention): void {
  const placedThere = map.get(node);
  if (placedThere?.delete(placed) && placedThere.size === 0) map.delete(node);
}

function compareMentions(one: PlacedMention, other: PlacedMention): number {
  const { range } = one;
  return (
    compareNodes(range.startContainer, other.range.startContainer) ||
    range.startOffset - other.range.startOffset
  );
}

function listPlaces(flow: TextFlow, { start, end }: Mention): PlacedMention['places'] {
  const { segments, text } = flow;
  const findSegment = (offset: number): number =>
    findFirstIndex(segments, (segment) => segment.start <= offset) - 1;
  const first = findSegment(start);
  return segments.slice(first, findSegment(end - 1) + 1).map((segment, index) => {
    const { node } = segment;
    const shift = segment.from - segment.start;
    const segmentEnd = segments[first + index + 1]?.start ?? text.length;
    return {
      node,
      parent: getParent(node) ?? node,
      from: Math.max(start, segment.start) + shift,
      to: Math.min(end, segmentEnd) + shift,
    };
  });
}
