/** What goes on the clipboard; `html` is null for formats that only make sense as plain text. */
type Copied = { readonly text: string; readonly html: string | null };

type Clipboard = {
  /**
   * Put a citation on the clipboard. Call it from a click or key press: browsers allow it for a
   * few seconds after one. False if nothing worked; then let the reader copy the text by hand.
   */
  readonly copy: (copied: Copied) => Promise<boolean>;
};

/**
 * Create a clipboard for a document that may be hostile.
 * Create it at `document_start`: a page that overwrites what is copied listens on the window too,
 * and of listeners on the same target the first added wins.
 */
export function createClipboard(view: Window, signal: AbortSignal): Clipboard {
  let pending: Copied | null = null;
  let wasTaken = false;

  view.addEventListener(
    'copy',
    (event) => {
      if (pending === null || event.clipboardData === null) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData.setData('text/plain', pending.text);
      if (pending.html !== null) event.clipboardData.setData('text/html', pending.html);
      wasTaken = true;
    },
    { capture: true, signal },
  );

  function copyByEvent(copied: Copied): boolean {
    pending = copied;
    wasTaken = false;
    try {
      // Deprecated, yet the only way on http: pages and where Permissions-Policy denies the other.
      // Its own answer is true even when the page has put something else on the clipboard.
      return view.document.execCommand('copy') && wasTaken;
    } catch {
      // XML documents have no execCommand.
      return false;
    } finally {
      pending = null;
    }
  }

  return {
    copy: async (copied) => (await writeClipboard(view, copied)) || copyByEvent(copied),
  };
}

/** Put a citation on the clipboard from a page of the extension; see `createClipboard`. */
export async function copyCitation(copied: Copied): Promise<boolean> {
  const listening = new AbortController();
  try {
    return await createClipboard(window, listening.signal).copy(copied);
  } finally {
    listening.abort();
  }
}

/** What Chromium alone tells of the policies of a page. */
type PolicedDocument = Document & {
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
};

async function writeClipboard(view: Window, { text, html }: Copied): Promise<boolean> {
  // Both are undefined on http: pages.
  if (view.navigator.clipboard?.write === undefined || typeof ClipboardItem === 'undefined') {
    return false;
  }
  // Trying would be an error in the page's console.
  const { featurePolicy } = view.document as PolicedDocument;
  if (featurePolicy?.allowsFeature('clipboard-write') === false) return false;
  const types: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html !== null) types['text/html'] = new Blob([html], { type: 'text/html' });
  try {
    await view.navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    // Denied by Permissions-Policy, without focus or without a recent click: the event may still work.
    return false;
  }
}
