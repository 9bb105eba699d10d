// Whatever can be typed reads back as it was saved, to the byte; the seed makes a failure repeatable.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../src/parse.js';
import { serialise } from '../src/serialise.js';

function chance(seed) {
  let state = seed;
  return most => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * most);
  };
}

const letters = [...'абғӣ  .,«»()-+=*_~^[]`\\<>&!#|1279'];
const marks = ['bold', 'italic', 'strike', 'superscript', 'subscript'];

function paragraph(next) {
  const content = Array.from({ length: 1 + next(5) }, () => {
    const text = Array.from({ length: 1 + next(6) }, () => letters[next(letters.length)]).join('');
    return { type: 'text', text, ...(next(2) && { marks: [{ type: marks[next(marks.length)] }] }) };
  });
  return { type: 'paragraph', content };
}

function document(next) {
  const cell = type => ({ type, content: [paragraph(next)] });
  const row = type => ({ type: 'tableRow', content: [cell(type), cell(type)] });
  const item = () => ({ type: 'listItem', content: [paragraph(next)] });
  const makers = [
    () => paragraph(next), () => paragraph(next), () => ({ type: 'heading', attrs: { level: 2 + next(3) }, content: paragraph(next).content }),
    () => ({ type: 'bulletList', content: [item(), item()] }), () => ({ type: 'orderedList', attrs: { start: 1 + next(30) }, content: [item(), item()] }),
    () => ({ type: 'blockquote', content: [paragraph(next)] }), () => ({ type: 'table', content: [row('tableHeader'), row('tableCell')] }),
  ];
  return { type: 'doc', content: Array.from({ length: 1 + next(4) }, () => makers[next(makers.length)]()) };
}

const words = node => node.text ?? (node.content ?? []).map(words).join('');
const letterless = text => text.replace(/\s/g, '');

test('3,000 typed texts come back as they were', () => {
  for (let seed = 1; seed <= 3000; seed++) {
    const typed = document(chance(seed));
    const saved = serialise(typed);
    const loaded = parse(saved);
    assert.equal(letterless(words(loaded)), letterless(words(typed)), `seed ${seed}: ${saved}`);
    assert.equal(serialise(loaded), saved, `seed ${seed}`);
  }
});
