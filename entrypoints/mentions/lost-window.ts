/** Say whether `error` is what Firefox answers, whatever is asked, of the window of a frame on its way out. */
export function isOfLostWindow(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NS_ERROR_NOT_INITIALIZED';
}
