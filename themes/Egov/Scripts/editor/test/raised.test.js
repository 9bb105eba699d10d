import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DOMParser } from 'linkedom';

globalThis.DOMParser = DOMParser;
const { raisedWords } = await import('../src/raised.js');

test('A title keeps raised and lowered figures as letters', () => {
  assert.equal(raisedWords('<p>Моддаи 7<sup>2</sup>, 10<sup>-3</sup> м<sup>2</sup>, CO<sub>2</sub></p>'), 'Моддаи 7², 10⁻³ м², CO₂');
  assert.equal(raisedWords('<span>м</span><span style="vertical-align:super">2</span>'), 'м²');
});

test('What has no raised letter stays as the browser has it', () => {
  assert.equal(raisedWords('<p>банди а<sup>б</sup></p>'), 'банди аб');
  assert.equal(raisedWords('<p style="vertical-align:top">Моддаи 7</p>'), null);
  assert.equal(raisedWords('<p>Моддаи 7</p>'), null);
  assert.equal(raisedWords(''), null);
});

test('The source of a text takes the signs of Markdown', () => {
  assert.equal(raisedWords('<p>Моддаи 7<sup>2</sup></p><p>CO<sub>2</sub></p>', true), 'Моддаи 7^2^\nCO~2~');
});

test('Word hides nothing in a title', () => {
  const words = readFileSync(new URL('fixtures/word.html', import.meta.url), 'utf8').replace('</p>', '<sup>2</sup></p>');
  assert.match(raisedWords(words), /²/);
});
