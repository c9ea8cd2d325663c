import { describe, expect, it } from 'vitest';
import { defaultOptions } from '@/core/options';
import { findPageStatus } from '@/core/page-status';

const page = {
  kind: 'readable',
  origin: 'https://example.org',
  report: { mentions: ['one'], isPageOff: false, isCapped: false },
  options: defaultOptions,
  isRefused: false,
  now: 1000,
} as const;

describe('findPageStatus', () => {
  it.each([
    ['mentions', {}],
    ['empty', { report: { mentions: [], isPageOff: false, isCapped: false } }],
    ['capped', { report: { mentions: ['one'], isPageOff: false, isCapped: true } }],
    ['page-off', { report: { mentions: ['one'], isPageOff: true, isCapped: false } }],
    ['unread', { report: null }],
    ['refused', { report: null, isRefused: true }],
    ['mentions', { isRefused: true }],
    ['asking', { report: undefined }],
    ['pdf', { report: null, kind: 'pdf' }],
    ['mentions', { kind: 'pdf' }],
    ['local', { report: null, kind: 'local' }],
    ['closed', { kind: 'store' }],
    ['site-off', { options: { ...defaultOptions, sitesOff: ['https://example.org'] } }],
    [
      'mentions',
      { origin: null, options: { ...defaultOptions, sitesOff: ['https://example.org'] } },
    ],
    ['paused', { options: { ...defaultOptions, pausedUntil: 1001 } }],
    ['mentions', { options: { ...defaultOptions, pausedUntil: 1000 } }],
  ] as const)('is %s with %j', (status, about) => {
    expect(findPageStatus({ ...page, ...about })).toBe(status);
  });
});
