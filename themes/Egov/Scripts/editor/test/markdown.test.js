import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, Unshowable } from '../src/parse.js';
import { serialise } from '../src/serialise.js';

const id = '0123456789abcdefghjkmnpqrs';
const paragraph = (...content) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });
const text = (words, ...marks) => ({ type: 'text', text: words, ...(marks.length && { marks: marks.map(type => ({ type })) }) });

for (const markdown of [
  '',
  'Матн **ғафс** ва *моил* ва ***ҳар ду***',
  '## Сарлавҳа\n\n### Хурдтар',
  '- як\n- ду\n  1. дарун\n  2. боз\n- се',
  '- як\n\n  банди дуюм\n\n- ду',
  '3. се\n4. чор',
  '> иқтибос\n>\n> банди дуюм',
  '| а | б |\n| --- | --- |\n| 1 | **2** |',
  `![тавсиф](media:${id} "зери сурат")`,
  `[файл](media:${id}) ва [мавод](item:${id}) ва [почта](mailto:a@b.tj)`,
  '[чавгон](<https://a.tj/x_(y)> "ном")',
  'сатр\\\nсатри дуюм',
  '---',
  '- як\n\n* дигар рӯйхат',
  'Моддаи 7^2^, м^2^, 10^-3^, 7^(1)^ ва H~2~O',
  'Маблағ ~~40~~ 30 **м^2^** ~~**чор** панҷ~~',
  'A. Karimov\n\nI. Rahimov\n\n2026. A good year\n\nIV. Боб',
  '7^а\\ б^ ва 2\\^3',
  '| а | б |\n| --- | --- |\n| Матбуот | 221-11-11 \\ 221-22-22 |',
  '**як** ~~ду~~ ^се^ ~чор~',
  'https://khovar.tj/a_b ва 2\\*3 \\[на пайванд\\]',
]) test(`stays the same: ${JSON.stringify(markdown)}`, () => assert.equal(serialise(parse(markdown)), markdown));

for (const markdown of [
  '# Боло\n* а\n* б\n\n__ғафс__ _моил_',
  '|а|б|\n|-|:-:|\n|1\\|2|',
  'сатр  \nдуюм\nсеюм',
  '1) як\n2) ду',
  '***а** б*',
]) test(`reads back alike: ${JSON.stringify(markdown)}`, () => assert.deepEqual(parse(serialise(parse(markdown))), parse(markdown)));

for (const words of ['# на сарлавҳа', '- на рӯйхат', '1. на рӯйхат', 'a. на рӯйхат', '> на иқтибос', '---', '* _ ` [а](б) \\', 'x^2^ ва H~2~O ва ~~на~~ ^ ~', 'а \\ б', '2026. на рӯйхат', 'а_б_в _г_', '<b> ва &copy; ва ![а](б)', '=====', '| а |', '+ а'])
  test(`typed words stay words: ${words}`, () => assert.deepEqual(parse(serialise(paragraph(text(words)))), paragraph(text(words))));

for (const [name, doc] of Object.entries({
  'a space at the edge of a mark': [paragraph(text('а '), text('б ', 'bold'), text('в')), 'а **б** в'],
  'a quotation mark at the edge of a mark': [paragraph(text('«б»', 'bold'), text('в')), '**«б**»в'],
  'marks that cross': [paragraph(text('аб ', 'bold'), text('вг ', 'bold', 'italic'), text('де', 'italic')), null],
  'an exclamation before a link': [paragraph(text('Ана!'), { ...text('инҷо'), marks: [{ type: 'link', attrs: { href: '/a', title: null } }] }), 'Ана\\![инҷо](/a)'],
})) test(name, () => {
  const markdown = serialise(doc[0]);
  if (doc[1]) assert.equal(markdown, doc[1]);
  const words = node => node.text ?? (node.content ?? []).map(words).join('');
  assert.equal(words(parse(markdown)).trim(), words(doc[0]).trim());
});

for (const markdown of ['    рамз', '1. а\n3. б', '`рамз`', '- [ ] кор', '&copy;', '![а](https://e.com/a.png)', `матн ![а](media:${id})`, '[а](javascript:alert(1))'])
  test(`is refused: ${JSON.stringify(markdown)}`, () => assert.throws(() => parse(markdown), Unshowable));

test('a footnote is shown as it is written', () => assert.deepEqual(parse(serialise(parse('а[^1]\n\n[^1]: эзоҳ'))), parse('а[^1]\n\n[^1]: эзоҳ')));

for (const [name, doc, lost] of [
  ['marks that cross', paragraph(text('аб ', 'bold'), text('вг ', 'bold', 'italic'), text('де', 'italic')), ['italic']],
  ['italic within a word', paragraph(text('а', 'bold'), text('«б»', 'bold', 'italic'), text('в')), null],
  ['a struck sign between letters', paragraph(text('а', 'strike', 'bold'), text('б', 'bold', 'italic'), text('в', 'italic', 'strike'), text('г', 'bold')), null],
]) test(`what Markdown cannot hold is said: ${name}`, () => {
  let said;
  const read = parse(serialise(doc, marks => { said = marks; }));
  const kinds = nodes => new Set(nodes.flatMap(node => [...(node.marks ?? []).map(mark => mark.type), ...kinds(node.content ?? [])]));
  const gone = [...kinds(doc.content)].filter(mark => !kinds(read.content).has(mark));
  if (lost) assert.deepEqual(said, lost);
  for (const mark of gone) assert.ok(said.includes(mark), `${mark} went without a word`);
});

test('every loss is said, whatever marks stand side by side', () => {
  const kinds = ['bold', 'italic', 'strike'];
  const words = ['а', 'б ', ' в', '«г»', '.', 'д'];
  let seed = 11;
  const next = most => Math.floor((seed = seed * 16807 % 2147483647) / 2147483647 * most);
  let losses = 0;
  for (let turn = 0; turn < 3000; turn++) {
    const doc = paragraph(...Array.from({ length: 4 }, () => text(words[next(words.length)], ...kinds.filter(() => next(2)))));
    let said = [];
    const read = parse(serialise(doc, marks => { said = marks; }));
    losses += said.length > 0;
    const letters = node => (node.content ?? []).flatMap(letters).concat(
      [...(node.text ?? '')].filter(letter => /\p{L}/u.test(letter)).map(letter => [letter, kinds.filter(kind => node.marks?.some(mark => mark.type === kind)).join()].join(':')));
    if (!said.length) assert.deepEqual(letters(read), letters(doc), JSON.stringify(doc));
  }
  assert.ok(losses > 0);
});
