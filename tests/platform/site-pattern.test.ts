import { describe, expect, it } from 'vitest';
import { findPageKind } from '@/platform/page-kind';
import {
  fromSitePattern,
  isEverySitePattern,
  parseSite,
  toOriginPattern,
  toSitePattern,
} from '@/platform/site-pattern';

describe('parseSite', () => {
  it.each([
    ['bbc.com', 'bbc.com'],
    ['  WWW.BBC.com ', 'bbc.com'],
    ['https://www.theguardian.com/world?x=1', 'theguardian.com'],
    ['http://localhost:8080/a', 'localhost'],
    ['вясна.бел', 'xn--80ad7ap3e.xn--90ais'],
    ['127.0.0.1', '127.0.0.1'],
    ['example.org.', 'example.org'],
  ])('reads %j as %j', (text, site) => {
    expect(parseSite(text)).toBe(site);
  });

  it.each([
    '',
    ' ',
    '*',
    '*.org',
    'a b',
    'ftp://a.org',
    'javascript:alert(1)',
    'https://',
    'a*b.org',
  ])('refuses %j', (text) => {
    expect(parseSite(text)).toBeNull();
  });
});

describe('toSitePattern', () => {
  it.each([
    ['bbc.com', '*://*.bbc.com/*'],
    ['127.0.0.1', '*://127.0.0.1/*'],
    ['[::1]', '*://[::1]/*'],
  ])('covers %s by %s and reads it back', (site, pattern) => {
    expect(toSitePattern(site)).toBe(pattern);
    expect(fromSitePattern(pattern)).toBe(site);
  });
});

describe('fromSitePattern', () => {
  it.each([
    ['https://www.bbc.com/*', 'bbc.com'],
    ['http://localhost:8080/*', 'localhost'],
    ['<all_urls>', null],
    ['*://*/*', null],
    ['file:///*', null],
  ])('reads %s as %j', (pattern, site) => {
    expect(fromSitePattern(pattern)).toBe(site);
  });
});

describe('isEverySitePattern', () => {
  it.each([
    ['<all_urls>', true],
    ['*://*/*', true],
    ['https://*/*', false],
    ['*://*.org/*', false],
  ])('says of %s: %s', (pattern, isEvery) => {
    expect(isEverySitePattern(pattern)).toBe(isEvery);
  });
});

describe('toOriginPattern', () => {
  it.each([
    ['https://example.org', 'https://example.org/*'],
    ['http://localhost:8080', 'http://localhost/*'],
    ['file://', null],
    ['null', null],
    ['moz-extension://x', null],
  ])('turns %s into %j', (origin, pattern) => {
    expect(toOriginPattern(origin)).toBe(pattern);
  });
});

describe('findPageKind', () => {
  it.each([
    ['https://example.org/a', 'readable'],
    [undefined, 'readable'],
    ['file:///home/a/page.html', 'local'],
    ['https://example.org/report.PDF', 'pdf'],
    ['file:///home/a/report.pdf', 'pdf'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/category', 'store'],
    ['https://chrome.google.com/', 'readable'],
    ['https://addons.mozilla.org/firefox/', 'store'],
    ['about:newtab', 'browser'],
    ['chrome://extensions', 'browser'],
    ['view-source:https://example.org/', 'browser'],
    ['moz-extension://1/popup.html', 'browser'],
    ['::', 'browser'],
  ])('takes %s for %s', (url, kind) => {
    expect(findPageKind(url)).toBe(kind);
  });
});
