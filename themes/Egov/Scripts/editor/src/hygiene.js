// Letters that only look right: what the server found in a text, shown before anything is changed.
import { make } from './desk.js';

const shown = 8;

export class Hygiene {
  constructor(field) {
    this.field = field;
    this.panel = make('div', { className: 'hygiene', hidden: true });
    this.panel.setAttribute('role', 'status');
    field.box.append(this.panel);
  }

  /** Once the pasted text is in its place. */
  afterPaste() {
    if (this.field.culture !== 'en') setTimeout(() => this.look(false));
  }

  check() {
    return this.look(true);
  }

  async look(saysClean) {
    const { field: { page, culture, markdown } } = this;
    const answer = await page.post('/hygiene', new URLSearchParams({ text: markdown, culture }));
    this.panel.hidden = !answer || (answer.findings.length === 0 && !saysClean);
    if (answer) this.show(answer, markdown);
  }

  show({ findings, repaired, summary }, asked) {
    const { say } = this.field.page;
    const isRepairable = repaired !== asked;
    this.panel.replaceChildren(
      make('p', {}, make('b', {}, summary)),
      make('ul', {}, ...findings.slice(0, shown).map(finding => make('li', {}, ...this.finding(finding)))),
      make('p', { className: 'row' }, ...(isRepairable ? [this.button(say('repair'), () => this.repair(asked, repaired))] : []),
        this.button(say(isRepairable ? 'leave' : 'close'), () => this.leave())),
    );
  }

  *finding({ found, suggestion, message, isParagraph }) {
    if (isParagraph) return yield `${message} «${shortened(found)}»`;
    yield make('del', {}, found);
    yield ' → ';
    yield make('ins', {}, suggestion);
    yield make('small', {}, ` ${message}`);
  }

  button(text, action) {
    const button = make('button', { type: 'button', className: 'button plain small' }, text);
    button.addEventListener('click', action);
    return button;
  }

  /** What was typed since the question is kept: it is asked again. */
  repair(asked, repaired) {
    if (this.field.markdown !== asked) return this.look(true);
    this.field.replace(repaired);
    this.leave();
  }

  leave() {
    this.panel.hidden = true;
    this.field.focus();
  }
}

// By whole letters: half an emoji is no letter.
function shortened(text) {
  const letters = [...new Intl.Segmenter().segment(text)];
  return letters.length <= 60 ? text : `${letters.slice(0, 60).map(({ segment }) => segment).join('')}…`;
}
