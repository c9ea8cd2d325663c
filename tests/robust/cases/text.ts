import type { RobustCase } from '../robust-case';

/** Ways to write the words of a name. */
export const textCases: readonly RobustCase[] = [
  {
    name: 'joins words over inline tags',
    defence: 'inline tags join text',
    page: '<p>The <b>International</b> <i>Lab<u>our</u></i> <a href="#x">Organization</a> met.',
    marks: ['International Labour Organization'],
    card: 'International Labour Organization',
  },
  {
    name: 'reads over soft hyphens',
    defence: 'soft hyphens are nothing',
    page: '<p>The Inter&shy;national Lab&shy;our Or&shy;gan&shy;iza&shy;tion met.',
    marks: ['International Labour Organization'],
    card: 'International Labour Organization',
  },
  {
    name: 'reads over non-breaking spaces and line breaks of the source',
    defence: 'all spaces are one',
    page: '<p>The International&nbsp;Labour\n   Organization met. Pavel&#x202F;Sapelka spoke.',
    marks: ['International Labour Organization', 'Pavel Sapelka'],
  },
  {
    name: 'reads over wbr',
    defence: 'wbr ends no word',
    page: '<p>Interna<wbr>tional Labour Organi<wbr>zation',
    marks: ['International Labour Organization'],
  },
  {
    name: 'ends a name at a line break and at a picture',
    defence: 'line breaks end a name',
    page: '<p>International Labour <br>Organization. FIDH<img alt="" src="data:,">BKDP.',
    marks: ['FIDH', 'BKDP'],
  },
  {
    name: 'reads letters with combining diacritics',
    defence: 'accents are nothing',
    page: '<p>Pavel Sape\u0301lka of Sali\u0301darnast.',
    marks: ['Pavel Sape\u0301lka', 'Sali\u0301darnast'],
  },
  {
    name: 'reads the base text of ruby',
    defence: 'annotations are not read',
    page: '<p><ruby>Pavel<rp>(</rp><rt>PA-vel</rt><rp>)</rp> Sapelka<rt>sa-PEL-ka</rt></ruby> spoke.',
    marks: ['Pavel(PA-vel) Sapelka'],
  },
  {
    name: 'reads on after a script or a style amid the text',
    defence: 'text goes on after what is unseen',
    page: `<p>The International <script> </script>Labour <style> </style>Organization and Viasna
      <noscript>BKDP</noscript><script>var FIDH = 'BKDP'</script>spoke.`,
    marks: ['International Labour Organization', 'Viasna'],
  },
  {
    name: 'keeps list items and table cells apart',
    defence: 'blocks part text',
    page: `<ul><li>International Labour <li>Organization</ul>
      <table><tr><td>FIDH<td>BKDP<tr><td>Salidarnast<td>and others</table>
      <ol><li>Commission <li>of <li>Inquiry</ol>`,
    marks: ['FIDH', 'Salidarnast', 'BKDP'],
    card: 'BKDP',
  },
  {
    name: 'reads each language of a page in its own way, said or not',
    defence: 'languages part nothing',
    page: `<p lang="en">FIDH spoke. <p lang="ru">БКДП и ФИДХ. <p lang="be">Міжнародная
      <span lang="uk">арганізацыя</span> працы. <p lang="zz-unknown">Salidarnast. <p lang="">Viasna.`,
    marks: ['FIDH', 'БКДП', 'Міжнародная арганізацыя працы', 'Salidarnast', 'Viasna'],
  },
  {
    name: 'reads a page in windows-1251 without lang',
    defence: 'Cyrillic is folded',
    page: (server) =>
      server.add({
        path: '/robust-1251',
        headers: { 'content-type': 'text/html; charset=windows-1251' },
        body: encodeCyrillic('<!doctype html><title>Новости</title><p>Заявление БКДП.'),
      }),
    marks: ['БКДП'],
    card: 'БКДП',
  },
  {
    name: 'reads a page in quirks mode, with tags left open and crossed',
    defence: 'inline tags join text',
    page: (server) =>
      server.add({
        path: '/robust-quirks',
        body: '<font size=2><b>Ilya <i>Nuz</b>ov</i><table><tr> Salidarnast<td>BKDP</table>',
      }),
    marks: ['Ilya Nuzov', 'Salidarnast', 'BKDP'],
    card: 'Salidarnast',
  },
  {
    name: 'leaves titles, templates and other texts nobody sees alone',
    defence: 'titles are not read',
    page: `<title>FIDH</title><template><p>Salidarnast</template><noscript>Viasna</noscript>
      <svg width="9" height="9"><title>BKDP</title><desc>FIDH</desc><metadata>Viasna</metadata></svg>
      <iframe srcdoc="" title="FIDH">Salidarnast</iframe><noframes>BKDP</noframes>
      <p>Ilya Nuzov spoke.`,
    marks: ['Ilya Nuzov'],
  },
];

/** Node writes no windows-1251: Cyrillic capitals and small letters lie there from 0xC0 on. */
function encodeCyrillic(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => {
    const code = letter.charCodeAt(0);
    return code >= 0x410 ? code - 0x410 + 0xc0 : code;
  });
}
