import { useEffect, useState } from 'preact/hooks';

/** Fill a live region only after it is in the document: browsers stay silent about older text. */
export function useAnnouncement(text: string): string {
  const [announced, setAnnounced] = useState('');
  useEffect(() => setAnnounced(text), [text]);
  return announced;
}
