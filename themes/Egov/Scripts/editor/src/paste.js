// What comes from Word, Google Docs, Telegram or a site keeps its structure and loses everything else.
import { isSafe } from './links.js';
import { wordLists } from './word.js';
import { unwrap } from './dom.js';

const kept = new Set(['P', 'H2', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'TBODY', 'TR', 'TH', 'TD', 'STRONG', 'EM', 'A', 'BR', 'HR']);
const renamed = { H1: 'h2', H5: 'h4', H6: 'h4', B: 'strong', I: 'em' };
const blocks = 'p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,table,hr,div,section,article,header,footer,main,address,pre,center,dl,dt,dd,figure,figcaption,td,th';
const boxes = 'div,section,article,header,footer,main,address,pre,center,dl,dt,dd,figure,figcaption';
const dropped = 'style,script,meta,link,title,xml,iframe,object,embed,svg,video,audio,button,input,select,textarea,template,noscript,colgroup,caption';

/** Clean HTML for the editor's schema. What was copied in the editor itself is clean already. */
export function clean(html) {
  if (/data-pm-slice/.test(html)) return html;
  const { body } = new DOMParser().parseFromString(`<!DOCTYPE html><html><body>${fragment(html)}</body></html>`, 'text/html');
  all(body, dropped).forEach(element => element.remove());
  pictures(body);
  emphasis(body);
  wordLists(body);
  nested(body);
  tables(body);
  links(body);
  rename(body);
  paragraphs(body);
  all(body, '*').filter(element => !kept.has(element.tagName)).forEach(unwrap);
  all(body, '*').forEach(bare);
  all(body, 'p,h2,h3,h4,li,strong,em,a').reverse().filter(isEmpty).forEach(element => element.remove());
  return body.innerHTML.trim();
}

/** True for plain text that holds the marks of Markdown at the beginnings of its lines. */
export function readsAsMarkdown(text) {
  return /^(#{2,4} \S|[-*] \S.*\n[-*] \S|\|.+\|\s*\n\|[ :|-]+\|)/m.test(text.replace(/\r\n?/g, '\n'));
}

const all = (root, selector) => [...root.querySelectorAll(selector)];
const styleOf = element => element.dataset.style ?? '';
const isEmpty = element => !element.textContent.replace(/[\s\u00a0]/g, '') && !element.querySelector('br,table,hr');

// Only what the clipboard marks as chosen; comments hold Word's second version of everything.
function fragment(html) {
  const chosen = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? /<body[^>]*>([\s\S]*?)<\/body>/i.exec(html)?.[1] ?? html;
  return chosen.replace(/<!--[\s\S]*?-->/g, '').replace(/<!\[[^\]>]*\]>/g, '').replace(/<\/?o:p[^>]*>/g, '')
    // The page's policy reports every style it sees, even in a document that is never shown.
    .replace(/<style[\s>][\s\S]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\sstyle\s*=/gi, ' data-style='));
}

// A picture of elsewhere has no place in the library; an emoji is a letter.
function pictures(body) {
  for (const image of all(body, 'img')) {
    const alt = image.getAttribute('alt') ?? '';
    image.replaceWith(/^\p{Extended_Pictographic}/u.test(alt) ? alt : '');
  }
}

// Word and Google say "bold" in styles, and Google wraps everything in a <b> that is not.
function emphasis(body) {
  for (const element of all(body, 'b,strong,i,em')) {
    if (/(?<![-\w])font-(weight|style):\s*normal/.test(styleOf(element))) unwrap(element);
  }
  for (const element of all(body, 'span')) {
    const style = styleOf(element);
    if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/.test(style)) wrapInside(element, 'strong');
    if (/(?<![-\w])font-style:\s*italic/.test(style)) wrapInside(element, 'em');
  }
}

function wrapInside(element, name) {
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

// Google puts an inner list beside its item.
function nested(body) {
  for (const list of all(body, 'ul > ul, ul > ol, ol > ul, ol > ol')) {
    const item = list.previousElementSibling;
    if (item?.tagName === 'LI') item.append(list);
  }
}

function tables(body) {
  for (const table of all(body, 'table').reverse()) {
    const rows = all(table, 'tr').filter(row => row.closest('table') === table);
    if (rows.every(row => row.children.length < 2)) {
      table.replaceWith(...rows.flatMap(row => [...row.children]).map(cell => block(body, 'p', cell.childNodes)));
      continue;
    }
    const width = Math.max(...rows.map(row => [...row.children].reduce((sum, cell) => sum + spanOf(cell), 0)));
    table.replaceWith(block(body, 'table', [block(body, 'tbody', rows.map((row, at) => rowOf(body, row, at === 0 ? 'th' : 'td', width)))]));
  }
}

const spanOf = cell => Math.min(Math.max(Number(cell.getAttribute('colspan')) || 1, 1), 20);

function rowOf(body, row, name, width) {
  const cells = [...row.children].flatMap(cell => {
    for (const part of all(cell, blocks)) {
      part.before(' ');
      unwrap(part);
    }
    all(cell, 'br').forEach(line => line.replaceWith(' '));
    return [block(body, name, cell.childNodes), ...Array.from({ length: spanOf(cell) - 1 }, () => block(body, name, []))];
  });
  while (cells.length < width) cells.push(block(body, name, []));
  return block(body, 'tr', cells);
}

function block(body, name, children) {
  const element = body.ownerDocument.createElement(name);
  element.append(...children);
  return element;
}

function links(body) {
  for (const link of all(body, 'a')) {
    const href = direct(link.getAttribute('href') ?? '');
    if (isSafe(href) && !href.startsWith('#')) link.setAttribute('href', href);
    else unwrap(link);
  }
}

// Google Docs sends its readers through itself.
function direct(href) {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(href)) return href;
  return new URL(href).searchParams.get('q') ?? href;
}

function paragraphs(body) {
  for (const box of all(body, boxes).reverse()) {
    if (box.querySelector(blocks)) unwrap(box);
    else box.replaceWith(block(body, 'p', box.childNodes));
  }
  loose(body);
  all(body, 'p').forEach(paragraph => splitAtEmptyLines(body, paragraph));
}

// Text that stands beside paragraphs becomes one.
function loose(body) {
  let open = null;
  for (const node of [...body.childNodes]) {
    const isBlock = node.nodeType === 1 && node.matches(blocks);
    if (isBlock) open = null;
    else if (open) open.append(node);
    else if (node.textContent.trim() || node.nodeName === 'BR') {
      open = body.ownerDocument.createElement('p');
      node.before(open);
      open.append(node);
    }
  }
}

function splitAtEmptyLines(body, paragraph) {
  const parts = [[]];
  let lines = 0;
  for (const node of [...paragraph.childNodes]) {
    if (node.nodeName === 'BR') {
      lines++;
    } else if (node.nodeType === 3 && !node.textContent.trim() && lines) {
      continue;
    } else {
      if (lines > 1) parts.push([]);
      else if (lines === 1 && parts.at(-1).length) parts.at(-1).push(body.ownerDocument.createElement('br'));
      lines = 0;
      parts.at(-1).push(node);
    }
  }
  paragraph.replaceWith(...parts.map(nodes => block(body, 'p', nodes)));
}

function rename(body) {
  for (const element of all(body, 'p.MsoTitle')) element.replaceWith(block(body, 'h2', element.childNodes));
  for (const element of all(body, Object.keys(renamed).join(',').toLowerCase())) {
    element.replaceWith(block(body, renamed[element.tagName], element.childNodes));
  }
}

function bare(element) {
  for (const { name } of [...element.attributes]) {
    if (!(element.tagName === 'A' && name === 'href') && !(element.tagName === 'OL' && name === 'start')) element.removeAttribute(name);
  }
}
