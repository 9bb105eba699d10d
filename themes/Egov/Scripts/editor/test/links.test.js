import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, isSafe, isVideo } from '../src/links.js';

const id = '0123456789abcdefghjkmnpqrs';

test('only addresses of the web, mail, telephone and this site are safe', () => {
  for (const address of ['https://khovar.tj', 'mailto:a@b.tj', 'tel:+992372210000', '/tg/news', '#а', `item:${id}`, `media:${id}`]) assert.equal(isSafe(address), true, address);
  for (const address of ['', 'javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', '//e.com', 'item:x', 'https:', 'а б', 'java\nscript:x', '\\\\e']) assert.equal(isSafe(address), false, address);
});

test('a bare name of a site or a box is completed', () => {
  assert.equal(addressOf(' khovar.tj/news '), 'https://khovar.tj/news');
  assert.equal(addressOf('a@b.tj'), 'mailto:a@b.tj');
  assert.equal(addressOf('хабари нав'), null);
  assert.equal(addressOf('javascript:x.y'), null);
});

test('a video is one by its host, not by its words', () => {
  assert.equal(isVideo('https://www.youtube.com/watch?v=1'), true);
  assert.equal(isVideo('https://evil.tj/?https://youtube.com/'), false);
});
