/** The match pattern of every page there is. */
export const everySitePattern = '<all_urls>';

/**
 * Read a site as people write it ("bbc.com", "https://www.bbc.com/news"): its host name in lower
 * case without "www."; null when it is none.
 */
export function parseSite(text: string): string | null {
  const trimmed = text.trim();
  const address = /^[a-z][a-z+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(address) || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  // The parser lets through "localhost" and "a*b"; a pattern with a star would mean far more.
  if (!/^(?:[\p{L}\p{N}_-]+\.)*[\p{L}\p{N}_-]+\.?$|^\[[\da-f:.]+\]$/u.test(hostname)) return null;
  return hostname.replace(/^www\./, '').replace(/\.$/, '');
}

/** Get the match pattern of a site: its host and all below it, over http and https. */
export function toSitePattern(site: string): string {
  const hasSubdomains = !/^\[|^[\d.]+$/.test(site);
  return hasSubdomains ? `*://*.${site}/*` : `*://${site}/*`;
}

/**
 * Read the site back from a match pattern such as a browser lists it; null for patterns that name
 * no single site.
 */
export function fromSitePattern(pattern: string): string | null {
  const host = /^(?:\*|https?):\/\/(?:\*\.)?([^/*:]+|\[[^\]]+\])(?::\d+|:\*)?\/\*$/.exec(
    pattern,
  )?.[1];
  return host === undefined ? null : host.replace(/^www\./, '');
}

/** Tell whether a match pattern, as a browser lists granted hosts, means every site. */
export function isEverySitePattern(pattern: string): boolean {
  return pattern === everySitePattern || pattern === '*://*/*';
}

/**
 * Get the match pattern of one origin ("https://example.org:8080"), null when it has none. Ports
 * are left out, for Firefox knows none in patterns.
 */
export function toOriginPattern(origin: string): string | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}/*` : null;
}
