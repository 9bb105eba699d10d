// The buttons above a text. One of them is in the Tab order; arrows go among them.

export class Toolbar {
  constructor(bar, field, commands) {
    Object.assign(this, { bar, field, commands });
    this.buttons = [...bar.querySelectorAll('button[data-mark]')];
    this.current = this.buttons[0];
    bar.hidden = false;
    bar.addEventListener('click', event => {
      const button = event.target.closest('button[data-mark]');
      if (button) this.run(button.dataset.mark, button);
    });
    // The text keeps its selection while a mouse presses a button.
    bar.addEventListener('mousedown', event => event.preventDefault());
    bar.addEventListener('keydown', event => this.key(event));
    bar.addEventListener('focusin', event => this.makeCurrent(event.target.closest('button')));
  }

  run(name, button = this.buttons.find(one => one.dataset.mark === name)) {
    if (button.getAttribute('aria-disabled') === 'true') return;
    this.commands[name].run(this.field, button);
    this.show();
  }

  /** Pressed, out of use or hidden, as the place of the cursor has it. */
  show() {
    const { editor } = this.field;
    for (const button of this.buttons) {
      const { isOn, can, always } = this.commands[button.dataset.mark];
      const isUsable = always || (editor && (!can || can(editor)));
      button.setAttribute('aria-disabled', String(!isUsable));
      if (isOn) button.setAttribute('aria-pressed', String(Boolean(isOn(this.field))));
    }
    for (const group of this.bar.querySelectorAll('[data-in]')) group.hidden = !editor?.isActive(group.dataset.in);
    this.makeCurrent(this.isShown(this.current) ? this.current : this.buttons[0]);
  }

  isShown(button) {
    return !button.closest('[hidden]');
  }

  makeCurrent(button) {
    if (!button) return;
    this.current = button;
    for (const one of this.buttons) one.tabIndex = one === button ? 0 : -1;
  }

  key(event) {
    const shown = this.buttons.filter(button => this.isShown(button));
    const at = shown.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    shown[(to + shown.length) % shown.length].focus();
  }
}
