import { useEffect, useRef, useState } from 'preact/hooks';
import type { CopyRequest } from '@/core/citation/copy-request';
import type { CopyResult } from './fact-card-props';

/** How long "Copied" stays in sight. */
const feedbackMs = 2500;

export type Copying = {
  /** What was copied in the last moments, null otherwise. */
  readonly copiedRequest: CopyRequest | null;
  /** The text that the browser refused to copy, until dismissed. */
  readonly refusedText: string | null;
  readonly copy: (request: CopyRequest) => void;
  readonly dismiss: () => void;
};

/** Copy on request and remember the outcome long enough to tell the reader. */
export function useCopy(onCopy: (request: CopyRequest) => Promise<CopyResult>): Copying {
  const [copiedRequest, setCopiedRequest] = useState<CopyRequest | null>(null);
  const [refusedText, setRefusedText] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isMounted = useRef(true);
  useEffect(
    () => () => {
      isMounted.current = false;
      clearTimeout(timer.current);
    },
    [],
  );

  async function copy(request: CopyRequest): Promise<void> {
    const result = await onCopy(request);
    if (!isMounted.current) return;
    clearTimeout(timer.current);
    setCopiedRequest(result.ok ? request : null);
    setRefusedText(result.ok ? null : result.text);
    if (result.ok) timer.current = setTimeout(() => setCopiedRequest(null), feedbackMs);
  }
  return {
    copiedRequest,
    refusedText,
    copy: (request) => void copy(request),
    dismiss: () => setRefusedText(null),
  };
}
