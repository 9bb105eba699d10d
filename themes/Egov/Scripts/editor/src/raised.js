// Where a text has no marks, a title above all, raised and lowered figures stay as letters: article 7² is not article 72.
import { clean } from './paste.js';

const figures = {
  SUP: pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
  SUB: pairs('0123456789+-−=()aehiklmnopstx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢₖₗₘₙₒₚₛₜₓ'),
};
const signs = { SUP: '^', SUB: '~' };

/** Listens to what is pasted into a plain control. */
export function keepsRaised(control, inMarkdown = false) {
  control.addEventListener('paste', event => {
    const words = raisedWords(event.clipboardData?.getData('text/html') ?? '', inMarkdown);
    if (words === null) return;
    event.preventDefault();
    // The one way of writing that the browser can undo.
    document.execCommand('insertText', false, words);
  });
}

/** The words of a piece of HTML with figures raised and lowered; null when there are none and the browser's own words do. */
export function raisedWords(html, inMarkdown = false) {
  if (!/<su[pb]\b|vertical-align/i.test(html)) return null;
  const { body } = new DOMParser().parseFromString(`<!DOCTYPE html><html><body>${clean(html)}</body></html>`, 'text/html');
  const marks = [...body.querySelectorAll('sup,sub')];
  for (const mark of marks) mark.replaceWith(raised(mark, inMarkdown));
  for (const end of body.querySelectorAll('br,p,h2,h3,h4,li,tr')) end.after('\n');
  for (const cell of body.querySelectorAll('td,th')) cell.after(' ');
  return marks.length ? body.textContent.replace(/[ \t\u00a0]*\n\s*/g, '\n').trim() : null;
}

function raised({ tagName, textContent }, inMarkdown) {
  const words = textContent.trim();
  const sign = signs[tagName];
  if (inMarkdown) return words ? `${sign}${words}${sign}` : '';
  const made = [...words].map(letter => figures[tagName].get(letter));
  return made.every(Boolean) ? made.join('') : textContent;
}

function pairs(from, to) {
  const letters = [...to];
  return new Map([...from].map((letter, place) => [letter, letters[place]]));
}
