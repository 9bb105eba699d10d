// Word has no lists on the clipboard, only paragraphs that say "mso-list: l0 level2".
import { unwrap } from './dom.js';

const levelOf = paragraph => Number(/mso-list:[^;"]*level(\d)/.exec(paragraph.dataset.style ?? '')?.[1] ?? 0);
const isIgnored = element => /mso-list:\s*Ignore/i.test(element.dataset.style ?? '');

/** Turns runs of such paragraphs into lists within lists. */
export function wordLists(body) {
  let stack = [];
  for (const paragraph of [...body.querySelectorAll('p')].filter(one => levelOf(one) > 0)) {
    if (!follows(paragraph, stack)) stack = [];
    const level = levelOf(paragraph);
    const kind = takeMark(paragraph);
    stack = stack.slice(0, level);
    if (stack.length && stack.length === level && stack.at(-1).tagName !== kind.toUpperCase()) stack.pop();
    while (stack.length < level) stack.push(newList(paragraph, stack, kind));
    const item = body.ownerDocument.createElement('li');
    stack.at(-1).append(item);
    item.append(...paragraph.childNodes);
    paragraph.remove();
  }
}

// The list of the paragraph before, unless something else stands between.
function follows(paragraph, [outermost]) {
  let before = paragraph.previousSibling;
  while (before && before.nodeType === 3 && !before.textContent.trim()) before = before.previousSibling;
  return Boolean(outermost) && before === outermost;
}

function newList(paragraph, stack, kind) {
  const list = paragraph.ownerDocument.createElement(kind);
  const parent = stack.at(-1);
  if (!parent) paragraph.before(list);
  else (parent.lastElementChild ?? parent.appendChild(paragraph.ownerDocument.createElement('li'))).append(list);
  return list;
}

/** Removes the typed bullet or number and says which kind of list it was. */
function takeMark(paragraph) {
  const marks = [...paragraph.querySelectorAll('span')].filter(isIgnored);
  const text = marks.map(mark => mark.textContent).join('').trim();
  for (const mark of marks) mark.remove();
  for (const span of [...paragraph.querySelectorAll('span')].filter(one => !one.textContent)) unwrap(span);
  return /^[(]?([\divxlc]+|\p{L})[.)]/iu.test(text) ? 'ol' : 'ul';
}
