import { useEffect, useState } from 'preact/hooks';

/**
 * Fill a live region only after it is in the document: browsers stay silent about older text. Null
 * is for as long as it is not.
 */
export function useAnnouncement(text: string | null): string {
  const [announced, setAnnounced] = useState('');
  useEffect(() => setAnnounced(text ?? ''), [text]);
  return announced;
}
