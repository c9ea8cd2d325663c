/** Where the extension may look without being asked each time. */
export type SiteAccess =
  | { readonly type: 'on-click' }
  | {
      readonly type: 'sites';
      /** Host names, sorted; each stands for the hosts below it too. */
      readonly sites: readonly string[];
    }
  | { readonly type: 'everywhere' };
