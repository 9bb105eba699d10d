// Lets a list be put in order with the mouse; its buttons do the same with the keyboard and without script.

for (const list of document.querySelectorAll('[data-order]')) {
  const lines = () => [...list.children];
  let moving = null;

  for (const line of lines()) {
    line.draggable = true;
    // A text being selected in a field is not the line being moved.
    line.addEventListener('dragstart', event => {
      if (event.target !== line) return;
      event.stopPropagation();
      moving = line;
      event.dataTransfer.effectAllowed = 'move';
    });
    line.addEventListener('dragend', () => {
      if (moving) save();
      moving = null;
    });
    line.querySelectorAll('input').forEach(field => {
      field.addEventListener('focus', () => { line.draggable = false; });
      field.addEventListener('blur', () => { line.draggable = true; });
    });
  }

  list.addEventListener('dragover', event => {
    const over = event.target.closest('li');
    if (!moving) return;
    event.preventDefault();
    const place = lines().find(line => line === over || line.contains(over));
    if (!place || place === moving) return;
    const { top, height } = place.getBoundingClientRect();
    if (event.clientY < top + height / 2) place.before(moving);
    else place.after(moving);
  });

  const before = lines().map(line => line.dataset.at).join();

  function save() {
    const order = lines().map(line => line.dataset.at);
    if (order.join() === before) return;
    const form = document.getElementById(list.dataset.order);
    for (const at of order) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: 'order', value: at });
      form.append(field);
    }
    form.requestSubmit();
  }
}
