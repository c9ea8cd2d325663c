import { describe, expect, it } from 'vitest';
import { expandForm } from '@/scripts/compile/aliases/notation';

const parts = new Map([['ILO', ['МОТ', 'Международной организации труда']]]);
const expand = (notation: string) => expandForm(notation, { parts, limit: 20 });

describe('expandForm', () => {
  it.each([
    ['Viasna', ['Viasna']],
    ['(Labour|Labor) Office', ['Labour Office', 'Labor Office']],
    ['the [2004 ]report', ['the 2004 report', 'the report']],
    ['[2004] report', ['2004 report', 'report']],
    ['C(|.|-)87', ['C87', 'C.87', 'C-87']],
    ['a (b|(c|d) e)', ['a b', 'a c e', 'a d e']],
    ['(No|No) 87', ['No 87']],
    ['Convention \\(No. 87\\)', ['Convention (No. 87)']],
    [
      'статья 33 Устава <ILO>',
      ['статья 33 Устава МОТ', 'статья 33 Устава Международной организации труда'],
    ],
  ])('expands %s', (notation, forms) => {
    expect(expand(notation)).toEqual({ ok: true, forms });
  });

  it('takes the endings of a paradigm together, not each with each', () => {
    expect(expand('Белорусск{ий|ого|ому} конгресс{|а|у} {труда}')).toEqual({
      ok: true,
      forms: [
        'Белорусский конгресс труда',
        'Белорусского конгресса труда',
        'Белорусскому конгрессу труда',
      ],
    });
  });

  it('lets one case have two endings', () => {
    expect(expand('арганізацы{я|яй(|у)} прац{ы}')).toEqual({
      ok: true,
      forms: ['арганізацыя працы', 'арганізацыяй працы', 'арганізацыяйу працы'],
    });
  });

  it.each([
    ['конгресс{|а|у} труд{|а}', 'unequal paradigms: { } groups with 3 and 2 endings'],
    ['(Labour|Labor', '( is never closed'],
    ['Labour)', 'unexpected ); write \\) if the form has it'],
    ['a|b', 'unexpected |; write \\| if the form has it'],
    ['Convention (No. 87)', '( ) holds one alternative; write \\( and \\) if the form has them'],
    ['<MOT> Office', 'there is no part <MOT>'],
    ['<(a|b)>', '< > must hold the name of one part'],
    ['[optional]', 'can expand to an empty form'],
    ['(a|b|c)(a|b|c)(a|b|c)', 'expands to more than 20 forms; split it or be precise'],
  ])('says what is wrong with %s', (notation, error) => {
    expect(expand(notation)).toEqual({ ok: false, error });
  });
});
