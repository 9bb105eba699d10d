// Word has no lists on the clipboard, only paragraphs that say "mso-list: l0 level2".
import { unwrap } from './dom.js';

const levelOf = paragraph => Number(/mso-list:[^;"]*level(\d)/.exec(paragraph.dataset.style ?? '')?.[1] ?? 0);
const isIgnored = element => /mso-list:\s*Ignore/i.test(element.dataset.style ?? '');

const styleOf = element => element.dataset.style ?? '';
const isHidden = element => /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i.test(styleOf(element));

/** Tracked changes are taken as accepted; comments and hidden words stay behind. */
export function wordChanges(body, told) {
  const gone = (kind, elements) => {
    if (elements.some(element => element.textContent.trim())) told(kind);
    elements.forEach(element => element.remove());
  };
  const find = (selector, suits = () => true) => [...body.querySelectorAll(selector)].filter(suits);
  gone('comments', find('.MsoCommentReference, .msocomanchor, .msocomtxt, .msocomoff, [id^="_com_"], .MsoCommentText'));
  gone('comments', find('[data-style]', element => /mso-element:\s*comment|mso-special-character:\s*comment/i.test(styleOf(element))));
  gone('comments', find('a[href^="#cmnt"]', element => /^\[\w+\]$/.test(element.textContent.trim())).map(element => element.closest('sup') ?? element));
  gone('hidden', find('[data-style], [hidden]', element => isHidden(element) || element.hasAttribute('hidden')));
  const isTracked = element => element.hasAttribute('cite') || element.hasAttribute('datetime') || element.classList.contains('msoDel');
  gone('changes', find('del', isTracked));
  gone('changes', find('span.msoDel, span[class*="msoDel"]'));
  find('ins').forEach(unwrap);
  if (find('a[href*="_ftn"], a[href*="_edn"], a[href*="#ftnt"], a.sdfootnoteanc').length) told('footnotes');
}

/** Turns runs of such paragraphs into lists within lists. */
export function wordLists(body, told) {
  let stack = [];
  for (const paragraph of [...body.querySelectorAll('p')].filter(one => levelOf(one) > 0)) {
    if (!follows(paragraph, stack)) stack = [];
    const level = levelOf(paragraph);
    const mark = takeMark(paragraph);
    if (isWords(mark)) {
      // Markdown numbers with figures only: other marks stay as words.
      told('letters');
      keepMark(paragraph, stack, mark);
      continue;
    }
    const kind = /^[(]?\d+(\.\d+)*[.)]?$/.test(mark) ? 'ol' : 'ul';
    const number = Number(/^[(]?(\d{1,3})[.)]?$/.exec(mark)?.[1] ?? 1);
    stack = stack.slice(0, level);
    if (stack.length && stack.length === level && stack.at(-1).tagName !== kind.toUpperCase()) stack.pop();
    while (stack.length < level) stack.push(newList(paragraph, stack, kind, number));
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

// A letter, a Roman number or a number of several parts such as 2.1.
const isWords = mark => /^[(]?(\p{L}+|\d+(\.\d+)+)[.)]*$/u.test(mark) && !/^[o§]$/.test(mark) || /^\d{4,}/.test(mark);

function keepMark(paragraph, stack, mark) {
  paragraph.prepend(`${mark} `);
  paragraph.removeAttribute('data-style');
  const item = stack.at(-1)?.lastElementChild;
  if (item) item.append(paragraph.ownerDocument.createElement('br'), ...paragraph.childNodes), paragraph.remove();
}

function newList(paragraph, stack, kind, number) {
  const list = paragraph.ownerDocument.createElement(kind);
  if (kind === 'ol' && number !== 1) list.setAttribute('start', number);
  const parent = stack.at(-1);
  if (!parent) paragraph.before(list);
  else (parent.lastElementChild ?? parent.appendChild(paragraph.ownerDocument.createElement('li'))).append(list);
  return list;
}

/** Removes the typed bullet or number and gives it back. */
function takeMark(paragraph) {
  const marks = [...paragraph.querySelectorAll('span')].filter(isIgnored);
  const text = marks.map(mark => mark.textContent).join('').trim();
  for (const mark of marks) mark.remove();
  for (const span of [...paragraph.querySelectorAll('span')].filter(one => !one.textContent)) unwrap(span);
  return text;
}
