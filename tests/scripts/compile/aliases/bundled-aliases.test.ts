import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { compileDetection } from '@/core/detection/compile';
import { createMentionFinder } from '@/core/detection/mention-finder';
import { compileAliases } from '@/scripts/compile/aliases/compile-aliases';
import { bundledPackDirectory } from '../../../support/pack-directory';

const cards = parse(readFileSync(join(bundledPackDirectory, 'cards.yaml'), 'utf8')) as {
  id: string;
}[];
const { aliases, problems } = compileAliases(
  bundledPackDirectory,
  cards.map(({ id }) => id),
);

/** Forms met on public pages, by language and card; a bar separates them. */
const attested: readonly (readonly [language: string, cardId: string, forms: string])[] = [
  ['en', 'ilo', 'International Labour Organisation|International Labor Office'],
  ['en', 'bkdp', 'Belarus Congress of Democratic Trade Unions|CDTU'],
  ['en', 'aliaksandr-yarashuk', 'Alyaksandr Yarashuk|Alexandr Yaroshuk|Yarashuk Alexander'],
  [
    'en',
    'convention-87',
    'Freedom of Association and Protection of the Right to Organise Convention',
  ],
  ['fr', 'ilo', 'Bureau international de travail'],
  ['fr', 'bkdp', 'Congrès bélarusse des syndicats indépendants'],
  ['fr', 'fidh', "Fédération internationale des ligues des droits de l'homme"],
  ['be', 'ilo', 'Міжнароднай арганізацыяй працы|Міжнароднаю арганізацыяй працы|МАП'],
  ['be', 'ilc', 'Міжнароднай канферэнцыі працы|Міжнароднай канфэрэнцыі працы'],
  ['be', 'bkdp', 'Беларускага кангрэсу дэмакратычных прафсаюзаў'],
  ['be', 'article-33', '33 артыкул Статута Міжнароднай арганізацыі працы'],
  ['be', 'aliaksandr-yarashuk', 'Аляксандру Ярашуку|Аляксандар Ярашук|Ярашука'],
  ['be', 'pavel-sapelka', 'Паўла Сапелкі|Паўлам Сапелкам|Павал Сапелка'],
  ['be', 'extremist-designation', 'экстрэмісцкім фармаваннем|экстрэмісцкага фарміравання'],
  ['ru', 'ilo', 'Международную организацию труда|МОТ'],
  ['ru', 'bkdp', 'Беларуского конгресса демократических профсоюзов|БКДП'],
  ['ru', 'aliaksandr-yarashuk', 'Александра Ярошука|Ярошуку'],
  ['ru', 'fidh', 'Международную федерацию за права человека'],
  ['ru', 'viasna', 'правозащитного центра Вясна|ПЦ Весна'],
  ['ru', 'extremist-designation', 'экстремистским формированием'],
  ['uk', 'ilc', 'Міжнародною конференцією праці'],
  ['uk', 'ilo-governing-body', 'Адміністративною радою'],
  ['uk', 'bkdp', 'Білоруського конгресу демократичних профспілок'],
  ['pl', 'ilo', 'Międzynarodową Organizację Pracy'],
  ['pl', 'bkdp', 'Białoruskiego Kongresu Demokratycznych Związków Zawodowych'],
  ['pl', 'aliaksandr-yarashuk', 'Alaksandrem Jaroszukiem|Jaraszuka'],
  ['pl', 'viasna', 'Wiasny|Wiaśnie'],
  ['pl', 'convention-98', 'stosowania zasad prawa organizowania się i rokowań zbiorowych'],
  ['de', 'ilc', 'Internationalen Arbeitskonferenz'],
  ['de', 'bkdp', 'Belarussischen Kongresses Demokratischer Gewerkschaften'],
  ['de', 'viasna', 'Menschenrechtszentrum Wjasna|Wjasna'],
  ['es', 'bkdp', 'Congreso Bielorruso de Sindicatos Democráticos'],
  ['es', 'commission-of-inquiry', 'Comisión de Encuesta'],
  ['it', 'bkdp', 'Congresso dei sindacati democratici'],
  ['it', 'article-33', '33° articolo'],
  ['lt', 'ilo', 'Tarptautinės darbo organizacijos|TDO'],
  ['lt', 'aliaksandr-yarashuk', 'Aleksandrą Jarašuką'],
  ['lt', 'bkdp', 'Baltarusijos profesinių sąjungų kongreso'],
];

describe('the bundled aliases', () => {
  it('have no problem', () => {
    expect(problems).toEqual([]);
  });

  it.each(attested)('know in %s, of %s, %s', (language, cardId, expected) => {
    const known = aliases.groups
      .filter((group) => group.language === language && group.cardId === cardId)
      .flatMap(({ forms }) => forms.map((form) => form.toLowerCase()));
    for (const form of expected.split('|')) expect(known).toContain(form.toLowerCase());
  });

  it.each([
    ['en', 'Spring'],
    ['en', 'Vesna'],
    ['ru', 'Весна'],
    ['uk', 'Весна'],
    ['be', 'Вясна'],
    ['ru', 'Весны'],
    ['be', 'Вясну'],
    ['pl', 'Wiosna'],
    ['be', 'Салідарнасць'],
  ])(
    'believe, in %s, the common word %s only in quotation marks or one language, and never alone',
    (language, form) => {
      const rules = aliases.groups.filter(
        (group) => group.language === language && group.forms.includes(form),
      );
      expect(rules.length).toBeGreaterThan(0);
      for (const rule of rules) {
        expect(rule.certainty).toBe('context');
        expect(rule.needsQuotes || rule.onlyInLanguage).toBe(true);
        expect(rule.counterCues.length).toBeGreaterThan(0);
      }
    },
  );

  it('leave to the search box what is no mention', () => {
    const marked = aliases.groups.filter(({ certainty }) => certainty !== 'search');
    const cardIds = new Set(marked.map(({ cardId }) => cardId));
    for (const cardId of [
      'belarus',
      'independent-trade-unions',
      'ilo-member-states',
      'ilo-mission',
    ])
      expect(cardIds).not.toContain(cardId);
  });

  it.each([
    ['fr', 'BKDP au Bélarus : un expert technique. Un rapporteur.', []],
    ['fr', 'BKDP au Bélarus : l’avis d’un UN expert.', ['UN expert']],
    [
      'en',
      'UN experts on the BKDP in Belarus. UN EXPERTS. UN Rapporteur.',
      ['UN experts', 'UN EXPERTS', 'UN Rapporteur'],
    ],
  ])('tell the UN from an article of French: %s, %s', (language, text, expected) => {
    const finder = createMentionFinder([compileDetection('bundled', aliases)]);
    const page = finder.openPage({ title: 'BKDP', language });
    const [block] = page.addBlocks([{ text, kind: 'text', language }]);
    const found = (block?.mentions ?? [])
      .filter(({ cardId }) => cardId === 'un-experts')
      .map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(expected);
  });
});
